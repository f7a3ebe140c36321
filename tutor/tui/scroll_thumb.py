"""A scroll bar one thin line wide, which needs no colour to be seen."""

from math import ceil

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender
from typing_extensions import override

THUMB, NOTHING = "┃", " "
FLAT = "━"
"""The thumb of a bar that lies."""
UNDER, OVER = Color.parse("black"), Color.parse("white")
"""Where nobody says; style sheets always do."""


class ScrollThumb(ScrollBarRender):
    """Draws where one is in a long text, and nothing around it."""

    @classmethod
    @override
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = UNDER,
        bar_color: Color = OVER,
    ) -> Segments:
        """Return the bar, one segment a cell; each tells what a click there does."""
        start, end = _thumb(int(size), virtual_size, window_size, position)
        sign = THUMB if vertical else FLAT
        pieces = []
        for cell in range(int(size)):
            is_thumb = start <= cell < end
            beyond = "scroll_up" if cell < start else "scroll_down"
            style = Style(
                color=bar_color,
                bgcolor=back_color,
                meta={"@mouse.down": "grab" if is_thumb else beyond},
            )
            drawn = (sign if is_thumb else NOTHING).ljust(thickness if vertical else 1)
            pieces.append(Segment(drawn, style))
        if vertical:
            return Segments(pieces, new_lines=True)
        return Segments([*pieces, Segment.line()] * thickness, new_lines=False)


def _thumb(size: int, whole: float, seen: float, position: float) -> tuple[int, int]:
    """Return where the thumb begins and ends, in cells."""
    if not (seen and size and whole) or whole <= seen:
        return size, size
    length = min(size, max(1, ceil(size * seen / whole)))
    start = round((size - length) * position / (whole - seen))
    return start, start + length
