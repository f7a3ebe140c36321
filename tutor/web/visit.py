"""One open window: the process behind it, what passes between them, and its end."""

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Literal

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager
from typing_extensions import override

import tutor
from tutor.web.guests import Guest
from tutor.web.setting import Setting

PRELUDE = b"__GANGLION__\n"
"""What Textual's web driver says first."""
HEAD = 5
"""Bytes before each packet: its kind, then its length."""
HANDED_ON = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "TZ")
"""All that a visitor's process is told of the environment of the server."""
MOST_COMPLAINT = 64 * 1024
"""Bytes kept of what a process says when it breaks."""
COMPLAINT = "panne.txt"
"""The file of a visitor's folder where it is kept."""
LAST_TRY = 3
"""Seconds between asking a process to end and ending it."""

Why = Literal["left", "refused", "broken", "idle", "taken", "stopped", "rude"]
"""Why a visit ends: as the visitor wished, with a reason to tell, by a fault; or because
nothing was done, another window took over, the server stops, the browser is no page."""


class Visit(AppService):
    """A window of a guest, and the tutor that draws in it."""

    def __init__(
        self,
        guest: Guest,
        setting: Setting,
        write: Callable[[bytes], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
        *,
        tab: str = "",
        lang: str = "fr",
    ) -> None:
        super().__init__(
            "",
            write_bytes=write,
            write_str=_unused,
            close=close,
            download_manager=DownloadManager(),
        )
        self.guest = guest
        """Whose window it is."""
        self.tab = tab
        """Which window it is, as the browser calls it."""
        self.is_leaving = False
        """Whether it is being closed and takes nobody's place."""
        self.ended = asyncio.Event()
        """Set once the process is gone."""
        self.why: Why = "left"
        """Why it ends, once it does."""
        self.reason = ""
        """What the process said when it refused to go on."""
        self._setting = setting
        self._lang = lang
        self._is_watched = True
        self._complaint = bytearray()

    @override
    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """Return the little that a visitor's process is told."""
        kept = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
        return {
            **kept,
            "TUTOR_HOME": str(self.guest.place.root),
            "TUTOR_SERVED": "1",
            "LANG": self._lang,
            "PYTHONPATH": str(Path(tutor.__file__).parent.parent),
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TEXTUAL_DRIVER": "tutor.web.driver:ServedDriver",
            "TEXTUAL_COLOR_SYSTEM": "truecolor",
            "COLUMNS": str(width),
            "ROWS": str(height),
        }

    @override
    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the process: no shell, no word of the visitor, none of their folder's code.

        It has a session of its own, so that Ctrl-C in the server's terminal lets it
        save and leave.
        """
        words = [sys.executable, "-P", "-m", "tutor.web.seat"]
        self._process = await asyncio.create_subprocess_exec(
            *words,
            str(self._setting.course),
            *map(str, self._setting.added),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            cwd=self.guest.place.root,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    @override
    async def run(self) -> None:
        """Pass on what the process draws until it ends, then note how it ended."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        assert process.stderr is not None
        listening = asyncio.create_task(self._hear(process.stderr))
        try:
            with contextlib.suppress(asyncio.IncompleteReadError):
                await self._pass_on(process.stdout)
            code = await process.wait()
            await listening
            self._judge(code)
        finally:
            listening.cancel()
            self.ended.set()
        await self.remote_close()

    async def _pass_on(self, drawn: asyncio.StreamReader) -> None:
        """Pass packets on; once nobody looks, still read them, so that nothing blocks.

        Raises:
            asyncio.IncompleteReadError: the process has ended.
        """
        if await drawn.readline() != PRELUDE:
            await drawn.read()
            return
        while True:
            head = await drawn.readexactly(HEAD)
            payload = await drawn.readexactly(int.from_bytes(head[1:], "big"))
            if head[:1] == b"D" and self._is_watched:
                try:
                    await self.remote_write_bytes(payload)
                except (ConnectionError, RuntimeError):
                    self._is_watched = False

    async def _hear(self, complaints: asyncio.StreamReader) -> None:
        """Keep the end of what the process complains of."""
        while said := await complaints.read(4096):
            self._complaint += said
            del self._complaint[:-MOST_COMPLAINT]

    def _judge(self, code: int) -> None:
        """Note how the process ended; what a fault says stays on the server."""
        said = self._complaint.decode("utf-8", "replace").strip()
        if code == 0 or self.is_leaving:
            return
        if code in {2, 3} and said:
            self.why, self.reason = "refused", said.splitlines()[-1]
            return
        self.why = "broken"
        with contextlib.suppress(OSError):
            path = self.guest.place.root / COMPLAINT
            path.write_text(said + "\n", encoding="utf-8")

    async def take(self, envelope: object) -> bool:
        """Do what a message of the browser says.

        Args:
            envelope: what was in it, of any shape.

        Returns:
            Whether it is something that the page sends.
        """
        match envelope:
            case ["stdin", str() as typed]:
                await self.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int() as width, "height": int() as height}]:
                await self.set_terminal_size(*within_reason(width, height))
            case ["blur"]:
                await self.blur()
            case ["focus"]:
                await self.focus()
            case ["ping", str()]:
                pass
            case _:
                return False
        return True

    @override
    async def send_meta(self, data: Mapping[str, str | int | bool | None]) -> bool:
        """Tell the process something; False where it has gone."""
        packet = self.encode_packet(b"M", json.dumps(dict(data)).encode())
        return await self._send(packet)

    @override
    async def send_bytes(self, data: bytes) -> bool:
        """Pass on what was typed; False where the process has gone."""
        return await self._send(self.encode_packet(b"D", data))

    async def _send(self, packet: bytes) -> bool:
        """Write to the process."""
        if self.ended.is_set() or self.stdin.is_closing():
            return False
        try:
            self.stdin.write(packet)
            await self.stdin.drain()
        except (ConnectionError, RuntimeError):
            return False
        return True

    @override
    async def stop(self) -> None:
        """Let the tutor save and leave, by the end of what is typed; end it if it hangs."""
        self.is_leaving = True
        task, process = self._task, self._process
        if task is None or process is None:
            self.ended.set()
            return
        with contextlib.suppress(ConnectionError, RuntimeError):
            self.stdin.close()
        waits = (self._setting.limits.leaving, LAST_TRY, None)
        for wait, end in zip(
            waits, (process.terminate, process.kill, None), strict=True
        ):
            try:
                await asyncio.wait_for(asyncio.shield(task), wait)
            except TimeoutError:
                if end is not None:
                    with contextlib.suppress(ProcessLookupError):
                        end()
            else:
                return


def within_reason(width: int, height: int) -> tuple[int, int]:
    """Return the size of a terminal that can be drawn.

    Args:
        width: in cells, as the browser says.
        height: in cells.
    """
    return min(max(width, 20), 400), min(max(height, 5), 200)


async def _unused(text: str) -> None:
    """Take a text for the browser; the stock service sends some, this one none."""
