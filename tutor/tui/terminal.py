"""What draws the tutor on a terminal: Textual's driver, which outlives its terminal."""

import contextlib
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
