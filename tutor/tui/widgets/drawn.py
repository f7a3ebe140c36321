"""A widget that draws its own lines for the width it is given."""

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget
from typing_extensions import override


class Drawn(Widget):
    """Draws lines; costs one widget, however long the text."""

    DEFAULT_CSS = "Drawn { height: auto; width: 1fr; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._laid_out: tuple[int, Sequence[Content]] | None = None
        self._is_stale = False

    def lines(self, width: int) -> Sequence[Content]:
        """Return the lines to draw; none here, each widget says what it draws.

        Args:
            width: cells available, at least 1; no line may be wider.
        """
        del width
        return []

    def redraw(self) -> None:
        """Draw again what has changed, once all that a message changes is known."""
        if self._laid_out is None:
            self.refresh(layout=True)
        elif not self._is_stale:
            self._is_stale = True
            self.call_next(self._draw_changes)

    def _draw_changes(self) -> None:
        """Draw the lines that have changed; where there are more or fewer, lay out."""
        self._is_stale = False
        if self._laid_out is None:
            return
        width, before = self._laid_out
        self._laid_out = None
        after = self._lines_at(width)
        if len(before) != len(after):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(before, after, strict=True))
        changed = [y for y, (old, new) in pairs if not new.is_same(old)]
        if changed:
            across = self.content_size.width
            self.refresh(*(Region(0, y, across, 1) for y in changed))

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

    @override
    def render_line(self, y: int) -> Strip:
        """Draw one line alone: of a long text only what is in view is drawn."""
        width = self.content_size.width
        if self.text_selection is not None:
            return super().render_line(y)
        lines = self._lines_at(width)
        if y >= len(lines) or width < 1 or not lines[y]:
            return Strip.blank(width, self.visual_style.rich_style)
        style = self.visual_style
        return Visual.to_strips(self, lines[y], width, 1, style, pad=True)[0]

    def _lines_at(self, width: int) -> Sequence[Content]:
        """Return the lines for a width, computed once."""
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = (width, self.lines(max(1, width)))
        return self._laid_out[1]
