"""The options of a question: move, tick, answer, by key or by mouse."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.assessment.ordering import labels
from tutor.domain.prose import Text
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, hang, styled
from tutor.tui.widgets.drawn import Drawn


class ChoiceList(Drawn, can_focus=True):
    """Shows options and announces what was ticked."""

    BINDINGS = [
        binding("up"),
        binding("down"),
        binding("tick"),
        binding("validate"),
        *(binding("letters", f"letter('{mark}')", mark) for mark in "abcdefgh"),
        *(binding("letters", f"letter('{mark}')", mark) for mark in "123456789"),
    ]

    @dataclass
    class Submitted(Message):
        """The learner has answered."""

        picked: frozenset[int]
        """Positions as they were given to the list."""

    @dataclass
    class Refused(Message):
        """One tick too many."""

        most: int

    def __init__(
        self,
        options: list[Text],
        *,
        most: int | None,
        numbered: bool = False,
        picked: frozenset[int] = frozenset(),
    ) -> None:
        super().__init__()
        self._options = options
        self._most = most
        count = len(options)
        self._labels = [str(i + 1) for i in range(count)] if numbered else labels(count)
        self._cursor = 0
        self._picked: set[int] = set(picked)
        self._option_of_line: list[int] = []

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the options, hanging behind their box and letter."""
        lines: list[Content] = []
        self._option_of_line = []
        for number, text in enumerate(self._options):
            chosen, here = number in self._picked, number == self._cursor
            box = (
                ("◉" if chosen else "○")
                if self._most == 1
                else ("■" if chosen else "□")
            )
            style = "bold $primary" if chosen else ""
            cursor = "▸" if here and self.has_focus else " "
            first = Content.assemble(
                (cursor, "$primary"),
                " ",
                (box, style or "$quiet"),
                f" {self._labels[number]} ",
            )
            rest = " " * first.cell_length
            content = styled(text, "bold" if here and self.has_focus else "")
            wrapped = hang(content, min(width, WIDEST), first, rest)
            self._option_of_line.extend([number] * len(wrapped))
            lines.extend(wrapped)
        return lines

    def action_up(self) -> None:
        """Move to the option before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the option after."""
        self._move(1)

    def action_tick(self) -> None:
        """Tick or untick the option at hand."""
        self._toggle(self._cursor)

    def action_letter(self, mark: str) -> None:
        """Tick or untick an option by its letter or number."""
        if mark in self._labels:
            self._toggle(self._labels.index(mark))

    def action_submit(self) -> None:
        """Answer with what is ticked; an Enter meant to read on ticks nothing."""
        self.post_message(self.Submitted(frozenset(self._picked)))

    @on(events.Click)
    def _tick_under_mouse(self, event: events.Click) -> None:
        """Tick the option under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._option_of_line):
            self.focus()
            self._toggle(self._option_of_line[offset.y])

    @on(events.Focus)
    @on(events.Blur)
    def _show_cursor(self) -> None:
        """Show the cursor only where keys go."""
        self.redraw()

    def _move(self, by: int) -> None:
        """Move, round the ends, and keep the option in view."""
        self._cursor = (self._cursor + by) % len(self._options)
        self.redraw()
        if self._cursor in self._option_of_line:
            self.reveal(self._option_of_line.index(self._cursor), 2)

    def _toggle(self, number: int) -> None:
        """Change one tick, keeping to the number allowed."""
        self._cursor = number
        if self._most == 1:
            self._picked = {number}
        elif number in self._picked:
            self._picked.remove(number)
        elif self._most is not None and len(self._picked) >= self._most:
            self.post_message(self.Refused(self._most))
        else:
            self._picked.add(number)
        self.redraw()
