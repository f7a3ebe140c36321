"""What draws the tutor on a terminal: Textual's driver, which outlives its terminal."""

import contextlib
import select
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import IO, Any, cast

from textual.drivers.linux_driver import LinuxDriver


class Screenful:
    """A file that is written to as long as somebody looks.

    Textual's own thread would end at the first write to a terminal that is gone, and
    leaving would wait for that thread for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Draw."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Have drawn what was written."""
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Return the number of the file, which Textual asks for its size."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Draws on a terminal that may go away."""

    def __init__(self, *words: Any, **named: Any) -> None:
        super().__init__(*words, **named)
        self._file = cast("Any", Screenful(cast("IO[str]", self._file)))
        tell = partial(
            self._loop.call_soon_threadsafe, cast("Any", self._app).leave_soon
        )
        watch = partial(when_gone, self.fileno, tell)
        Thread(target=watch, name="terminal-gone", daemon=True).start()


def when_gone(fileno: int, tell: Callable[[], object]) -> None:
    """Wait for a terminal to go away, and say so.

    The system tells only the program that was opened first in the window: where that is
    `make`, the tutor would never hear of it, and Textual reads the end of what is typed
    again and again, as fast as the machine can.

    Args:
        fileno: the number of the terminal.
        tell: called once it has gone; never where the system cannot wait for that.
    """
    waiting = select.poll()
    waiting.register(fileno, 0)
    if any(event & select.POLLHUP for _, event in waiting.poll()):
        with contextlib.suppress(RuntimeError):  # the tutor has left before
            tell()
