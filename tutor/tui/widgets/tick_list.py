"""A list to tick: titles, lines with a box, what is counted on the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import no_break
from tutor.services.ticking import TickRow
from tutor.tui.keys import binding
from tutor.tui.typeset import hang
from tutor.tui.widgets.drawn import Drawn

BOXES = {True: "■ ", False: "□ ", None: "▣ "}
"""Ticked, not, in part."""
INDENT = "   "


class TickList(Drawn, can_focus=True):
    """Shows lines and announces the one whose tick is put or taken away."""

    BINDINGS = [*map(binding, ("up", "down", "export-tick", "export-see"))]

    @dataclass
    class Toggled(Message):
        """The person wants the tick of this line put, or taken away."""

        row: str

    class Submitted(Message):
        """The person wants to go on."""

    def __init__(self, rows: Sequence[TickRow]) -> None:
        super().__init__()
        self._rows = rows
        self._cursor = next((n for n, row in enumerate(rows) if row.id), 0)
        self._tops: list[int] = []

    def show(self, rows: Sequence[TickRow]) -> None:
        """Show the same lines, ticked otherwise.

        Args:
            rows: as many as before.
        """
        self._rows = rows
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each line: mark, box, text, what is counted."""
        lines: list[Content] = []
        self._tops = []
        for number, row in enumerate(self._rows):
            if not row.id and lines:
                lines.append(Content(""))
            self._tops.append(len(lines))
            lines += self._row(row, width, here=number == self._cursor)
        return lines

    def _row(self, row: TickRow, width: int, *, here: bool) -> list[Content]:
        """Return one line, in as many as its text needs."""
        if not row.id:
            return hang(Content.styled(row.text, "bold $primary"), width, "  ", "  ")
        mark = Content.styled("▌ " if here else "  ", "$primary") + INDENT * row.level
        style = "$primary" if row.ticked is not False else "$quiet"
        box = Content.styled(BOXES[row.ticked], style)
        right = Content.styled(row.right, "$quiet")
        room = max(1, width - (right.cell_length + 2 if row.right else 0))
        text = Content.styled(no_break(row.text), "bold" if here else "")
        first, *rest = hang(text, room, mark + box, mark + "  ")
        gap = " " * max(1, width - first.cell_length - right.cell_length)
        return [first + gap + right if row.right else first, *rest]

    def action_up(self) -> None:
        """Move to the line before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the line after."""
        self._move(1)

    def action_tick(self) -> None:
        """Announce the line at hand."""
        if self._rows[self._cursor].id:
            self.post_message(self.Toggled(self._rows[self._cursor].id))

    def action_see(self) -> None:
        """Announce that the person goes on."""
        self.post_message(self.Submitted())

    @on(events.Click)
    def _tick_under_mouse(self, event: events.Click) -> None:
        """Tick the line under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        under = [n for n, top in enumerate(self._tops) if top <= offset.y]
        if under and self._rows[under[-1]].id:
            self._cursor = under[-1]
            self.redraw()
            self.action_tick()

    def _move(self, by: int) -> None:
        """Move to the next line with a box, round the ends."""
        boxes = [number for number, row in enumerate(self._rows) if row.id]
        if not boxes:
            return
        place = boxes.index(self._cursor) if self._cursor in boxes else 0
        self._cursor = boxes[(place + by) % len(boxes)]
        self.redraw()
        self.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll so that the line at hand is seen, with the title above the first."""
        if self._cursor < len(self._tops):
            above = 1 if self._cursor and not self._rows[self._cursor - 1].id else 0
            self.reveal(self._tops[self._cursor] - above, 2 + above)
