"""The command at a real terminal: what it draws, what a person presses, how it ends."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

from tests.cli.test_process import ROOT, environment

LONGEST = 20.0
QUIET = 1.0
FULL_SCREEN_OFF = "\x1b[?1049l"
USUAL = (80, 24)


def _be_told() -> None:
    """Make the terminal the one that a process answers to: the system says its end."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A terminal with the tutor in it."""

    def __init__(
        self,
        home: Path,
        *words: str,
        size: tuple[int, int] = USUAL,
        encoding: str = "utf-8",
        within: Sequence[str] = (),
        **variables: str,
    ) -> None:
        self._own, theirs = pty.openpty()
        self._encoding = encoding
        self._set_size(size)
        self.process = subprocess.Popen(
            [*within, sys.executable, "-m", "tutor", *words],
            cwd=ROOT,
            env=environment(home, **{"TERM": "xterm-256color", **variables}),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_be_told,  # noqa: PLW1509 - nothing here has threads yet
        )
        os.close(theirs)
        self.seen = ""

    def wait_for(self, text: str, *, after: int = 0) -> None:
        """Read until a text is on the screen.

        Args:
            text: what to wait for.
            after: how much of what was seen does not count.
        """
        while text not in self.seen[after:]:
            ready, _, _ = select.select([self._own], [], [], LONGEST)
            assert ready, self.seen[-2000:]
            self._take(os.read(self._own, 65536))

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._own, keys.encode(self._encoding))

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size; what it draws meanwhile is read."""
        self._set_size(size)
        self.process.send_signal(signal.SIGWINCH)
        while select.select([self._own], [], [], 0)[0]:
            self._take(os.read(self._own, 65536))

    def ended(self) -> tuple[int, str]:
        """Return the exit status and what was said once the full screen was gone."""
        while self._reads_on():
            pass
        self.process.wait(LONGEST)
        return self.process.returncode, self.seen.rpartition(FULL_SCREEN_OFF)[2]

    def _set_size(self, size: tuple[int, int]) -> None:
        """Tell the system how many columns and lines there are."""
        shape = struct.pack("HHHH", size[1], size[0], 0, 0)
        fcntl.ioctl(self._own, termios.TIOCSWINSZ, shape)

    def _take(self, more: bytes) -> None:
        """Add what was drawn to what was seen."""
        self.seen += more.decode(self._encoding, errors="replace")

    def _reads_on(self) -> bool:
        """Read once more; return whether there was anything."""
        ready, _, _ = select.select([self._own], [], [], LONGEST)
        assert ready, "the tutor does not end"
        try:
            more = os.read(self._own, 65536)
        except OSError:
            return False
        self._take(more)
        return bool(more)

    def vanish(self) -> None:
        """Take the terminal away once all is drawn; the system tells the tutor."""
        while select.select([self._own], [], [], QUIET)[0]:
            self._take(os.read(self._own, 65536))
        os.close(self._own)
        self._own = os.open(os.devnull, os.O_RDWR)

    def close(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._own)
