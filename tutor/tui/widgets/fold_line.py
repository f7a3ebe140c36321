"""One line in place of something past; a click unfolds it."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.tui.widgets.drawn import Drawn


class FoldLine(Drawn):
    """Names what is folded and announces a click."""

    @dataclass
    class Toggled(Message):
        """The person wants it the other way."""

    def __init__(self, title: Content) -> None:
        super().__init__()
        self._title = title
        self._is_folded = True

    def turn(self, *, folded: bool) -> None:
        """Show whether what follows is folded."""
        self._is_folded = folded
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the line, shortened where it does not fit."""
        mark = "▸ " if self._is_folded else "▾ "
        line = Content.styled(mark, "$primary") + self._title
        return [line.truncate(width, ellipsis=True)]

    @on(events.Click)
    def _toggle(self) -> None:
        """Announce the click."""
        self.post_message(self.Toggled())
