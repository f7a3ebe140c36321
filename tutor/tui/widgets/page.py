"""A page of text: passages and callouts drawn by one widget."""

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from typing_extensions import override

from tutor.domain.course import Callout, Passage
from tutor.locale import say
from tutor.tui.typeset import typeset
from tutor.tui.widgets.drawn import Drawn

BARS = {
    "regle": "$primary",
    "usage": "$success",
    "debat": "$warning",
    "note": "$secondary",
}


class Page(Drawn):
    """Draws running text and callouts."""

    def __init__(
        self, parts: tuple[Passage | Callout, ...], *, classes: str = ""
    ) -> None:
        super().__init__(classes=classes)
        self._parts = parts

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the lines of all parts, a blank line between them."""
        lines: list[Content] = []
        for part in self._parts:
            if lines:
                lines.append(Content(""))
            if isinstance(part, Passage):
                lines.extend(typeset(part.blocks, width))
            else:
                lines.extend(_callout(part, width))
        return lines

    @override
    def render_line(self, y: int) -> Strip:
        """Draw one line alone: of a long page only what is in view is drawn."""
        width = self.content_size.width
        lines = self._lines_at(width)
        if self.text_selection is not None or y >= len(lines):
            return super().render_line(y)
        return Visual.to_strips(self, lines[y], width, 1, self.visual_style, pad=True)[
            0
        ]


def _callout(part: Callout, width: int) -> list[Content]:
    """Draw a callout: a bar in the margin, its word first."""
    colour = BARS[part.kind]
    bar = Content.styled("▌ ", colour)
    word = Content.styled(say(f"play.callout.{part.kind}"), f"bold {colour}")
    inside = typeset(part.blocks, max(1, width - 2))
    return [bar + line for line in [word, *inside]]
