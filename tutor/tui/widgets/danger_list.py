"""What was sure and dangerous: each question with both answers; one can be opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import no_break, say
from tutor.services.dangers import Danger, details
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, hang, wrap
from tutor.tui.widgets.drawn import Drawn

DIM = "$quiet"
SIGNS = (("✗ ", "$error"), ("✓ ", "$success"))
"""Before what was answered, and before what was expected."""
NO_SIGN = (("", ""),)


class DangerList(Drawn, can_focus=True):
    """Shows answers and announces the question to be opened."""

    BINDINGS = [binding("up"), binding("down"), binding("open")]

    @dataclass
    class Opened(Message):
        """The person wants to answer this question again."""

        question: str

    def __init__(self, dangers: Sequence[Danger]) -> None:
        super().__init__()
        self._dangers = dangers
        self._cursor = 0
        self._starts: list[int] = []
        """The line on which each answer begins."""

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the title, then each answer; the one at hand is marked."""
        width = min(width, WIDEST)
        lines = [Content.styled(say("review.dangers"), "bold $primary")]
        name = "what" if self._dangers else "none"
        lines += wrap(Content.styled(say(f"review.dangers.{name}"), DIM), width)
        self._starts = []
        for number, danger in enumerate(self._dangers):
            lines.append(Content(""))
            self._starts.append(len(lines))
            lines += _drawn(danger, width, is_here=number == self._cursor)
        foot = say("review.dangers.keys" if self._dangers else "des.help.close")
        return [*lines, Content(""), *wrap(Content.styled(foot, DIM), width)]

    def action_up(self) -> None:
        """Move to the answer before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the answer after."""
        self._move(1)

    def action_open(self) -> None:
        """Open the question at hand."""
        if self._dangers:
            self.post_message(self.Opened(self._dangers[self._cursor].question))

    @on(events.Click)
    def _open_under_mouse(self, event: events.Click) -> None:
        """Open the question under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        above = [n for n, start in enumerate(self._starts) if start <= offset.y]
        if above:
            self._cursor = above[-1]
            self.redraw()
            self.action_open()

    def _move(self, by: int) -> None:
        """Move to the next answer in a direction, round the ends."""
        if not self._dangers:
            return
        self._cursor = (self._cursor + by) % len(self._dangers)
        self.redraw()
        start = self._starts[self._cursor]
        is_last = self._cursor == len(self._dangers) - 1
        height = 8 if is_last else self._starts[self._cursor + 1] - start
        self.reveal(start if self._cursor else 0, height)


def _drawn(danger: Danger, width: int, *, is_here: bool) -> list[Content]:
    """Return one answer: what was asked, then what was answered and expected."""
    mark = Content.styled("▌ " if is_here else "  ", "$primary")
    when, *said = details(danger)
    asked = Content.styled(no_break(danger.asked), "bold")
    lines = hang(asked, width, mark, mark)
    lines += hang(Content.styled(when, DIM), width, mark, mark)
    signs = SIGNS if danger.given else NO_SIGN
    for text, (sign, style) in zip(said, signs, strict=True):
        first = mark + Content.styled(sign, style)
        lines += hang(Content(text), width, first, mark + Content(" " * len(sign)))
    return lines
