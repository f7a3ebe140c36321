"""The exact text of a file, however long: only the lines in view are drawn."""

from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from typing_extensions import override


class FileView(ScrollView, can_focus=True):
    """Shows a text to the sign, its long lines cut at the width and gone on below."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._lines = _lines_of(text)
        self._tops: list[int] = []
        """Which row each line of the file begins at, for the present width."""
        self._width = 0

    def show(self, text: str) -> None:
        """Show another text, from its beginning.

        Args:
            text: the whole file.
        """
        self._lines = _lines_of(text)
        self._lay_out()
        self.scroll_home(animate=False)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for another width."""
        del event
        width = max(1, self.scrollable_content_region.width)
        if width != self._width:
            self._width = width
            self._lay_out()

    def _lay_out(self) -> None:
        """Say which row each line begins at."""
        width = max(1, self._width)
        heights = (_rows_of(line, width) for line in self._lines)
        *self._tops, total = accumulate(heights, initial=0)
        self.virtual_size = Size(width, total)

    @override
    def render_line(self, y: int) -> Strip:
        """Return one row of what is in view."""
        row = y + self.scroll_offset.y
        style, width = self.rich_style, self.scrollable_content_region.width
        if not self._tops or row >= self.virtual_size.height:
            return Strip.blank(width, style)
        number = bisect_right(self._tops, row) - 1
        text = _cut(self._lines[number], self._width)[row - self._tops[number]]
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)


def _lines_of(text: str) -> list[str]:
    """Return the lines of a file."""
    return text.rstrip("\n").split("\n")


def _rows_of(line: str, width: int) -> int:
    """Return how many rows a line takes."""
    if line.isascii():
        return max(1, -(-len(line) // width))
    return len(_cut(line, width))


def _cut(line: str, width: int) -> list[str]:
    """Return a line in pieces that each fit in a row."""
    if cell_len(line) <= width:
        return [line]
    if line.isascii():
        return [line[start : start + width] for start in range(0, len(line), width)]
    return chop_cells(line, width)
