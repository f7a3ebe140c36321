"""A short line that names what follows."""

from textual.content import Content
from typing_extensions import override

from tutor.tui.typeset import wrap
from tutor.tui.widgets.drawn import Drawn


class TextLine(Drawn):
    """Draws one dim line."""

    def __init__(self, text: str, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._text = text

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the line, wrapped."""
        return wrap(Content(self._text), width)
