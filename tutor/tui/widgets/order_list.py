"""An ordre: move things up and down until they stand in their order."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.domain.prose import Text
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, hang, styled
from tutor.tui.widgets.drawn import Drawn


class OrderList(Drawn, can_focus=True):
    """Shows things in the learner's order and announces it."""

    BINDINGS = [
        binding("up"),
        binding("down"),
        binding("carry"),
        binding("validate"),
    ]

    @dataclass
    class Submitted(Message):
        """The learner has put things in order."""

        positions: tuple[int, ...]

    def __init__(self, texts: tuple[Text, ...], order: list[int]) -> None:
        super().__init__()
        self._texts = texts
        self._now = list(order)
        self._cursor = 0
        self._carries = False
        self._row_of_line: list[int] = []

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each thing behind its rank; the one carried is marked."""
        width = min(width, WIDEST)
        lines: list[Content] = []
        self._row_of_line = []
        for rank, position in enumerate(self._now):
            here = rank == self._cursor and self.has_focus
            mark = ("◆ " if self._carries else "▸ ") if here else "  "
            first = Content.assemble(
                (mark, "$primary"), (f"{rank + 1}. ", "bold $primary")
            )
            text = styled(self._texts[position], "bold" if here else "")
            wrapped = hang(text, width, first, " " * first.cell_length)
            self._row_of_line.extend([rank] * len(wrapped))
            lines.extend(wrapped)
        return lines

    def action_up(self) -> None:
        """Move up, with what is carried."""
        self._move(-1)

    def action_down(self) -> None:
        """Move down, with what is carried."""
        self._move(1)

    def action_carry(self) -> None:
        """Take up the thing at hand, or put it down."""
        self._carries = not self._carries
        self.redraw()

    def action_submit(self) -> None:
        """Announce the order."""
        self.post_message(self.Submitted(tuple(self._now)))

    @on(events.Click)
    def _carry_under_mouse(self, event: events.Click) -> None:
        """Take up what is under the mouse, or put there what is carried."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= len(self._row_of_line):
            return
        rank = self._row_of_line[offset.y]
        self.focus()
        if self._carries:
            self._now.insert(rank, self._now.pop(self._cursor))
        self._cursor = rank
        self.action_carry()

    @on(events.Focus)
    @on(events.Blur)
    def _show_cursor(self) -> None:
        """Show the cursor only where keys go."""
        self.redraw()

    def _move(self, by: int) -> None:
        """Move the cursor, and what it carries; the ends stop it."""
        target = self._cursor + by
        if not 0 <= target < len(self._now):
            return
        if self._carries:
            self._now[self._cursor], self._now[target] = (
                self._now[target],
                self._now[self._cursor],
            )
        self._cursor = target
        self.redraw()
        if target in self._row_of_line:
            self.reveal(self._row_of_line.index(target), 2)
