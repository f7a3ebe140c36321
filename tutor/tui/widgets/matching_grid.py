"""An appariement: each left side takes the letter of a right side."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.assessment.ordering import labels
from tutor.domain.question import Pair
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, hang, styled
from tutor.tui.widgets.drawn import Drawn


class MatchingGrid(Drawn, can_focus=True):
    """Shows both sides and announces the pairs."""

    BINDINGS = [
        binding("up"),
        binding("down"),
        binding("shift-letter", "shift(-1)", "left"),
        binding("shift-letter", "shift(1)", "right"),
        binding("validate"),
        *(binding("pair", f"letter('{mark}')", mark) for mark in "abcdefgh"),
    ]

    @dataclass
    class Submitted(Message):
        """The learner has paired what they could."""

        choices: tuple[int, ...]
        """For each left side, a source position, or −1 where none was chosen."""

    def __init__(self, pairs: tuple[Pair, ...], order: list[int]) -> None:
        super().__init__()
        self._pairs = pairs
        self._order = order
        self._labels = labels(len(order))
        self._chosen: list[int | None] = [None] * len(pairs)
        self._cursor = 0
        self._row_of_line: list[int] = []
        self._right_of_line: dict[int, str] = {}

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the left sides with their letters, then the right sides."""
        width = min(width, WIDEST)
        lines: list[Content] = []
        self._row_of_line = []
        for number, pair in enumerate(self._pairs):
            here = number == self._cursor and self.has_focus
            chosen = self._chosen[number]
            letter = "·" if chosen is None else self._labels[chosen]
            first = Content.assemble(
                ("▸ " if here else "  ", "$primary"),
                (
                    f" {letter} ",
                    "reverse $primary" if chosen is not None else "$quiet on $panel",
                ),
                " ",
            )
            text = styled(pair.left, "bold" if here else "")
            wrapped = hang(text, width, first, " " * first.cell_length)
            self._row_of_line.extend([number] * len(wrapped))
            lines.extend(wrapped)
        lines.append(Content(""))
        self._right_of_line = {}
        for place, position in enumerate(self._order):
            label = self._labels[place]
            is_given = place in self._chosen
            first = Content.styled(f"  {label}  ", "" if is_given else "bold $primary")
            style = "$quiet" if is_given else ""
            text = styled(self._pairs[position].right, style)
            wrapped = hang(text, width, first, " " * first.cell_length)
            for number in range(len(lines), len(lines) + len(wrapped)):
                self._right_of_line[number] = label
            lines.extend(wrapped)
        return lines

    def action_up(self) -> None:
        """Move to the row before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the row after."""
        self._move(1)

    def action_shift(self, by: int) -> None:
        """Give the row at hand the next letter that no other row has."""
        chosen = self._chosen[self._cursor]
        start = -1 if by > 0 else 0
        place = start if chosen is None else chosen
        count = len(self._labels)
        for step in range(1, count + 1):
            letter = (place + by * step) % count
            if letter == chosen or letter not in self._chosen:
                self._chosen[self._cursor] = letter
                break
        self.redraw()

    def action_letter(self, mark: str) -> None:
        """Give the row at hand a letter, take it from another, and move on."""
        if mark in self._labels:
            letter = self._labels.index(mark)
            kept = [None if each == letter else each for each in self._chosen]
            kept[self._cursor] = letter
            self._chosen = kept
            if self._cursor < len(self._pairs) - 1:
                self._move(1)
            self.redraw()

    def action_submit(self) -> None:
        """Announce the pairs."""
        choices = tuple(-1 if c is None else self._order[c] for c in self._chosen)
        self.post_message(self.Submitted(choices))

    @on(events.Click)
    def _choose_under_mouse(self, event: events.Click) -> None:
        """Take the row under the mouse, or give the row at hand the letter there."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        self.focus()
        if offset.y < len(self._row_of_line):
            self._cursor = self._row_of_line[offset.y]
            self.redraw()
        elif offset.y in self._right_of_line:
            self.action_letter(self._right_of_line[offset.y])

    @on(events.Focus)
    @on(events.Blur)
    def _show_cursor(self) -> None:
        """Show the cursor only where keys go."""
        self.redraw()

    def _move(self, by: int) -> None:
        """Move, round the ends, and keep the row in view."""
        self._cursor = (self._cursor + by) % len(self._pairs)
        self.redraw()
        if self._cursor in self._row_of_line:
            self.reveal(self._row_of_line.index(self._cursor), 2)
