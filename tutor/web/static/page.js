// What the page adds to the terminal: the font is there before it is measured, the
// terminal asks for this visitor's own connection, and a lost one is said and taken up.
"use strict";

(() => {
  const NARROWEST = 80; // columns the screens are drawn for
  const WIDTH_OF_A_SIGN = 0.61; // of its height, in a monospace font
  const SMALLEST = 10;
  const USUAL = 16;

  const line = document.getElementById("line");
  const said = document.getElementById("said");
  const again = document.getElementById("again");
  const terminal = document.getElementById("terminal");
  const open = window.WebSocket;
  let told = null;

  function remembered(name, make) {
    try {
      const kept = sessionStorage.getItem(name) || make();
      sessionStorage.setItem(name, kept);
      return kept;
    } catch {
      return make();
    }
  }

  function once(name) {
    try {
      const kept = sessionStorage.getItem(name) || "";
      sessionStorage.removeItem(name);
      return kept;
    } catch {
      return "";
    }
  }

  const tab = remembered("tab", () => {
    const chance = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(chance, (each) => each.toString(16).padStart(2, "0")).join("");
  });

  function showEnd(text) {
    document.body.classList.add("-ended");
    line.classList.add("ended");
    said.textContent = text;
    offer(line.dataset.again, () => window.location.reload());
  }

  function offer(word, act) {
    again.textContent = word;
    again.hidden = false;
    again.onclick = act;
    window.dispatchEvent(new Event("resize")); // the line may have grown
  }

  function takeKeys() {
    document.querySelector(".xterm-helper-textarea")?.focus();
  }

  function takeOver() {
    try {
      sessionStorage.setItem("take", "1");
    } finally {
      window.location.reload();
    }
  }

  function hear(event) {
    if (typeof event.data !== "string") return;
    const [kind, words] = JSON.parse(event.data);
    if (kind === "ended") {
      told = words.text;
    } else if (kind === "second") {
      line.classList.add("ended");
      line.dataset.lost = words.lost;
      said.textContent = words.text;
      offer(words.take, takeOver);
    }
  }

  window.WebSocket = class extends open {
    constructor(address) {
      const more = { tab, take: once("take") };
      super(`${address}&${new URLSearchParams(more)}`);
      this.addEventListener("open", takeKeys);
      this.addEventListener("message", hear);
      this.addEventListener("close", () => showEnd(told ?? line.dataset.lost));
    }
  };

  const here = new URL("ws", window.location.href);
  here.protocol = here.protocol === "https:" ? "wss:" : "ws:";
  terminal.dataset.sessionWebsocketUrl = here.href;
  const fitting = Math.floor(document.documentElement.clientWidth / (NARROWEST * WIDTH_OF_A_SIGN));
  const size = Math.min(USUAL, Math.max(SMALLEST, fitting));
  terminal.dataset.fontSize = String(size);

  const begin = window.onload;
  window.onload = async (event) => {
    const fonts = ["", "bold "].map((weight) =>
      document.fonts.load(`${weight}${size}px "Roboto Mono"`),
    );
    await Promise.allSettled(fonts);
    begin(event);
  };
})();
