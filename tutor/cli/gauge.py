"""How far a long reading is: a bar on a terminal, a line now and then elsewhere."""

import sys
from types import TracebackType
from typing import Self, TextIO

from tutor.locale import grouped, say

WIDTH = 30
"""Characters of the bar."""
FEWEST = 200
"""Files below which no lines are said: the reading is over before they help."""
LINES = 10
"""Lines said in all where there is no terminal."""


class Gauge:
    """Says how far a reading is, on stderr; called with how many are done of how many."""

    def __init__(
        self, stream: TextIO | None = None, said: str = "faculty.progress"
    ) -> None:
        self._said = said
        self._stream = sys.stderr if stream is None else stream
        self._is_terminal = self._stream.isatty()
        self._shown = -1
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, whatever ended the reading."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __call__(self, done: int, total: int) -> None:
        """Say how far the reading is.

        Args:
            done: files read.
            total: files to read.
        """
        steps = WIDTH if self._is_terminal else LINES
        step = steps * done // total if total else steps
        if step == self._shown:
            return
        self._shown = step
        said = say(self._said, done=grouped(done), total=grouped(total))
        if self._is_terminal:
            bar = "█" * step + "░" * (WIDTH - step)
            self._stream.write(f"\r\x1b[K{bar} {said}")
            self._stream.flush()
            self._drawn = True
        elif total >= FEWEST and done:
            self._stream.write(f"{said}\n")
