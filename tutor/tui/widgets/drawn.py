"""A widget that draws its own lines for the width it is given."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget
from typing_extensions import override


class Drawn(Widget):
    """Draws lines; costs one widget, however long the text."""

    DEFAULT_CSS = "Drawn { height: auto; width: 1fr; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._laid_out: tuple[int, list[Content]] | None = None

    def lines(self, width: int) -> list[Content]:
        """Return the lines to draw; none here, each widget says what it draws.

        Args:
            width: cells available, at least 1; no line may be wider.
        """
        del width
        return []

    def redraw(self) -> None:
        """Draw again, since what is shown has changed."""
        self._laid_out = None
        self.refresh(layout=True)

    def reveal(self, line: int, height: int = 1) -> None:
        """Scroll what holds this widget so that a line is seen.

        Args:
            line: from 0.
            height: how many lines from there are to be seen.
        """
        for holder in self.ancestors:
            if isinstance(holder, VerticalScroll):
                inside = (
                    self.content_region.y - holder.region.y + holder.scroll_offset.y
                )
                region = Region(0, inside + line, 1, height)
                holder.scroll_to_region(region, animate=False)
                return

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        return len(self._lines_at(width))

    @override
    def render(self) -> Content:
        """Return all lines as one content."""
        return Content("\n").join(self._lines_at(self.content_size.width))

    def _lines_at(self, width: int) -> list[Content]:
        """Return the lines for a width, computed once."""
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, self.lines(max(1, width)))
        return self._laid_out[1]
