"""The rows of a TCS: one value from −2 to +2 each, by key or by mouse."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.domain.question import Vignette
from tutor.locale import say
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, styled, wrap
from tutor.tui.widgets.drawn import Drawn

SCALE = (-2, -1, 0, 1, 2)
SHOWN = ("−2", "−1", " 0", "+1", "+2")
_CELL = 6


class ConcordanceGrid(Drawn, can_focus=True):
    """Shows vignettes and announces the values given."""

    BINDINGS = [
        binding("up"),
        binding("down"),
        binding("shift", "shift(-1)", "left"),
        binding("shift", "shift(1)", "right"),
        binding("validate"),
    ]

    @dataclass
    class Submitted(Message):
        """The learner has answered every row."""

        values: tuple[int, ...]

    def __init__(self, rows: tuple[Vignette, ...]) -> None:
        super().__init__()
        self._rows = rows
        self._values = [0] * len(rows)
        self._cursor = 0
        self._row_of_line: dict[int, int] = {}

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each vignette and its scale."""
        lines: list[Content] = []
        self._row_of_line = {}
        width = min(width, WIDEST)
        for number, row in enumerate(self._rows):
            here = number == self._cursor
            mark = Content.styled("▸ " if here else "  ", "$primary")
            said = (
                Content(say("play.table.hypothesis", text=""))
                + styled(row.hypothesis, "bold"),
                Content(say("play.table.news", text="")) + styled(row.news),
            )
            for i, part in enumerate(said):
                for j, line in enumerate(wrap(part, max(1, width - 2))):
                    lines.append((mark if i == j == 0 else Content("  ")) + line)
            self._row_of_line[len(lines)] = number
            cells = [
                Content.styled(
                    f"  {name}  ",
                    "reverse $primary" if value == self._values[number] else "",
                )
                for value, name in zip(SCALE, SHOWN, strict=True)
            ]
            lines.extend([Content("  ") + Content("").join(cells), Content("")])
        return lines[:-1]

    def action_up(self) -> None:
        """Move to the row before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the row after."""
        self._move(1)

    def action_shift(self, by: int) -> None:
        """Move the value of the row at hand."""
        value = self._values[self._cursor] + by
        self._values[self._cursor] = min(max(value, SCALE[0]), SCALE[-1])
        self.redraw()

    def action_submit(self) -> None:
        """Answer with the values shown."""
        self.post_message(self.Submitted(tuple(self._values)))

    @on(events.Click)
    def _place_under_mouse(self, event: events.Click) -> None:
        """Give the value under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y not in self._row_of_line:
            return
        place = (offset.x - 2) // _CELL
        if 0 <= place < len(SCALE):
            self._cursor = self._row_of_line[offset.y]
            self._values[self._cursor] = SCALE[place]
            self.redraw()

    def _move(self, by: int) -> None:
        """Move, round the ends, and keep the row in view down to its scale."""
        self._cursor = (self._cursor + by) % len(self._rows)
        self.redraw()
        scales = [
            line for line, row in self._row_of_line.items() if row <= self._cursor
        ]
        if scales:
            top = scales[-2] + 2 if self._cursor else 0
            self.reveal(top, scales[-1] + 1 - top)
