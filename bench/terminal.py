"""A terminal of 120×40 with a program in it: press keys, and see when it draws."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 60.0
"""Seconds to wait for a text."""
FRAME_GAP = 0.012
"""Seconds without output after which a frame has ended; the next one is 16 ms away."""
_COLUMNS, _LINES = 120, 40
_LARGEST = 65_536


class Terminal:
    """Runs a program until left, then kills it."""

    def __init__(
        self,
        words: Sequence[str],
        environment: Mapping[str, str],
        folder: Path | None = None,
    ) -> None:
        """Start a program.

        Args:
            words: the program and its arguments.
            environment: all of it.
            folder: where it runs, if not here.
        """
        self._leader, follower = pty.openpty()
        size = struct.pack("4H", _LINES, _COLUMNS, 0, 0)
        fcntl.ioctl(follower, termios.TIOCSWINSZ, size)
        self._process = subprocess.Popen(
            list(words),
            env=dict(environment),
            cwd=folder,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
        )
        os.close(follower)
        self.pid = self._process.pid
        """The process."""

    def __enter__(self) -> Self:
        """Return the terminal."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Kill the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._leader)

    def wait_for(self, text: str) -> float:
        """Return the moment a text has come out, as `time.perf_counter` counts.

        Args:
            text: in one piece, in one style.

        Raises:
            RuntimeError: it did not come.
        """
        shown, wanted = b"", text.encode()
        while wanted not in shown:
            chunk = self._read(PATIENCE)
            if not chunk:
                end = shown[-500:].decode(errors="replace")
                raise RuntimeError(f"{text!r} did not come; the end was {end!r}")
            shown += chunk
        return time.perf_counter()

    def press(self, key: bytes, text: str = "") -> float:
        """Press a key; return the seconds until the frame that shows its effect.

        Args:
            key: as a terminal sends it.
            text: what that frame holds; by default it is the first one.

        Raises:
            RuntimeError: nothing was drawn, or not that text.
        """
        start = time.perf_counter()
        os.write(self._leader, key)
        if text:
            return self.wait_for(text) - start
        if not self._read(PATIENCE):
            raise RuntimeError(f"nothing was drawn after {key!r}")
        shown = time.perf_counter()
        while self._read(FRAME_GAP):
            shown = time.perf_counter()
        return shown - start

    def rest(self, seconds: float) -> None:
        """Wait until nothing has been drawn for some time.

        Args:
            seconds: how long.
        """
        while self._read(seconds):
            pass

    def _read(self, seconds: float) -> bytes:
        """Return what has come out, or nothing when it takes longer or has ended."""
        ready, _, _ = select.select([self._leader], [], [], seconds)
        try:
            return os.read(self._leader, _LARGEST) if ready else b""
        except OSError:
            return b""
