"""What lies under everything else on a screen."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override


class Ground(Widget):
    """Draws one of its rows and shows it on all: it has no text and no border of its own.

    Textual draws every row of what holds other widgets at each frame, though they cover
    it: a tenth of the time from a key to its frame. Named last among the bases of a
    class: style sheets know a widget by the first.
    """

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region.

        Args:
            crop: what is asked for, in cells of this widget.
        """
        row = Region(crop.x, crop.y, crop.width, min(crop.height, 1))
        return super().render_lines(row) * crop.height
