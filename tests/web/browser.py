"""A headless Chromium, driven by its own protocol: what it asks for, sees and shows."""

import asyncio
import base64
import contextlib
import itertools
import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.web.visiting import readable
from tests.web.waiting import LIMIT, until

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-default-apps", "--remote-debugging-port=0"),
    *("--window-size=1280,800", "--accept-lang=fr", "--force-prefers-reduced-motion"),
)
KEYS = {"Enter": "\r", "Escape": "\x1b"}


def chromium() -> str | None:
    """Return the Chromium of this machine, if it has one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """One tab, and what passed in it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._drawn = ""
        self._task = asyncio.create_task(self._listen())

    @property
    def drawn(self) -> str:
        """All that the terminal of the page was told to draw, as one reads it."""
        return readable(self._drawn)

    async def call(self, method: str, **values: object) -> dict[str, Any]:
        """Ask the browser for something."""
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        envelope = {"id": number, "method": method, "params": values}
        await self._socket.send_json(envelope)
        return await asyncio.wait_for(self._waiting[number], LIMIT)

    async def go(self, address: str) -> None:
        """Open an address."""
        for domain in ("Page", "Network", "Log", "Runtime"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=address)

    async def press(self, *keys: str) -> None:
        """Press keys, named or signs."""
        for key in keys:
            text = KEYS.get(key, key)
            code = {"Enter": 13, "Escape": 27}.get(key, ord(text.upper()))
            for kind in ("keyDown", "keyUp"):
                await self.call(
                    "Input.dispatchKeyEvent",
                    type=kind,
                    key=key,
                    text=text,
                    windowsVirtualKeyCode=code,
                )

    async def said(self, script: str) -> Any:
        """Return what a script says in the page."""
        values = {"expression": script, "returnByValue": True}
        found = await self.call("Runtime.evaluate", **values)
        return found["result"].get("value")

    async def picture(self, path: Path) -> None:
        """Write what is shown as a PNG."""
        await self.call("Page.bringToFront")
        found = await self.call("Page.captureScreenshot", format="png")
        await asyncio.to_thread(path.write_bytes, base64.b64decode(found["data"]))

    async def until(self, words: str) -> None:
        """Wait until words have been drawn."""
        await until(lambda: words in self.drawn)

    async def until_said(self, script: str) -> None:
        """Wait until a script says yes in the page."""
        await until(lambda: self.said(script))

    async def _listen(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._waiting.pop(told["id"]).set_result(told.get("result", {}))
            else:
                self._note(told["method"], told["params"])

    def _note(self, event: str, values: dict[str, Any]) -> None:
        match event:
            case "Network.requestWillBeSent":
                self.asked.append(values["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(values["url"])
            case "Network.webSocketFrameReceived" if values["response"]["opcode"] == 2:
                data = base64.b64decode(values["response"]["payloadData"])
                self._drawn += data.decode("utf-8", "replace")
            case "Log.entryAdded":
                self.complaints.append(values["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(values["exceptionDetails"]))
            case _:
                pass


class Browser:
    """A Chromium of its own."""

    def __init__(self, session: ClientSession, port: str) -> None:
        self._session = session
        self._base = f"http://127.0.0.1:{port}"

    async def page(self) -> Page:
        """Return a new tab."""
        async with self._session.put(f"{self._base}/json/new?about:blank") as answer:
            told = await answer.json(content_type=None)
        address = told["webSocketDebuggerUrl"]
        return Page(await self._session.ws_connect(address, max_msg_size=0))


@contextlib.asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Browser]:
    """Start a Chromium with a folder of its own, and end it.

    Args:
        folder: empty.
    """
    program = chromium()
    assert program is not None
    words = (program, *FLAGS, f"--user-data-dir={folder}", "about:blank")
    nowhere = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        *words, stdout=nowhere, stderr=nowhere
    )
    try:
        async with ClientSession() as session:
            said = folder / "DevToolsActivePort"
            await until(lambda: said.is_file() and "\n" in said.read_text())
            port = said.read_text().splitlines()[0]
            yield Browser(session, port)
    finally:
        process.terminate()
        await process.wait()
