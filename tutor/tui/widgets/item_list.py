"""The items of a competency: own position first, then the estimate beside it."""

import re
from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.domain.answer import Positioning
from tutor.domain.evidence import Evidence
from tutor.domain.framework import Competence, Item
from tutor.locale import decimal, no_break, say
from tutor.services.gap import gap_of
from tutor.services.positions import Stand, stands_text
from tutor.tui.figures import interval_bar
from tutor.tui.keys import binding
from tutor.tui.typeset import hang, wrap
from tutor.tui.widgets.drawn import Drawn

DIM = "$quiet"
WIDEST = 96
DEGREE = re.compile("▌ {4}([1-5nic]) ")
"""How a line begins that offers a position on the row at hand."""


@dataclass(frozen=True)
class Row:
    """An item, or the competency itself, with what is known of it."""

    code: str
    text: str
    evidence: Evidence
    positioning: Positioning | None
    item: Item | None = None
    level: str = ""
    """The name of the item's level."""
    stands: tuple[Stand, ...] = ()
    """The positions over time, the earliest first."""


class ItemList(Drawn, can_focus=True):
    """Shows rows and announces a position."""

    BINDINGS = [
        binding("up"),
        binding("down"),
        binding("trace"),
        *(binding("position", f"place('{mark}')", mark) for mark in "12345"),
        *(binding("position", f"place('{mark.upper()}')", mark) for mark in "nic"),
    ]

    @dataclass
    class Placed(Message):
        """The person places themself on a row."""

        code: str
        value: str

    @dataclass
    class Traced(Message):
        """The person wants the draft of a trace for an item; empty for no item."""

        code: str

    def __init__(self, competence: Competence, rows: list[Row]) -> None:
        super().__init__()
        self._competence = competence
        self._rows = rows
        self._cursor = 0
        self._offered = ""
        """The code whose degrees are shown again, to change a position by mouse."""
        self._tops: list[int] = []

    def show(self, competence: Competence, rows: list[Row]) -> None:
        """Show other rows, or the same ones with more known.

        Args:
            competence: the competency.
            rows: itself first, then its items.
        """
        if competence.code != self._competence.code:
            self._cursor = 0
        self._competence, self._rows, self._offered = competence, rows, ""
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each row: code and text, then position and estimate."""
        width = min(width, WIDEST)
        lines: list[Content] = []
        self._tops = []
        for number, row in enumerate(self._rows):
            lines.extend(self._level_head(number, width))
            self._tops.append(len(lines))
            here = number == self._cursor
            mark = Content.styled("▌ " if here else "  ", "$primary")
            block = _row_lines(row, width - 2, detailed=here)
            if here and row.positioning is not None and row.code == self._offered:
                block += _scale(row)
            if here and row.item is not None:
                block += _expectations(row.item, width - 2)
            lines.extend(mark + line for line in block)
            lines.append(Content(""))
        wording = say(f"des.wording.{self._competence.formulation}")
        source = say("des.source", wording=wording, source=self._competence.source)
        foot = (source, say("des.how"))
        said = (Content.styled(each, DIM) for each in foot)
        return [*lines, *(each for t in said for each in hang(t, width, "  ", "  "))]

    def _level_head(self, number: int, width: int) -> list[Content]:
        """Return the name of a level before its first item."""
        item = self._rows[number].item
        before = self._rows[number - 1].item if number else None
        if item is None or (before is not None and before.niveau == item.niveau):
            return []
        name = self._rows[number].level or item.niveau
        rule = "─" * max(0, width - len(name) - 3)
        return [Content.assemble("  ", (f"{name} ", "bold"), (rule, "$rule"))]

    def action_up(self) -> None:
        """Move to the row before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the row after."""
        self._move(1)

    def action_place(self, value: str) -> None:
        """Announce a position that fits the row at hand."""
        row = self._rows[self._cursor]
        if value.isdecimal() == (row.item is not None):
            self.post_message(self.Placed(row.code, value))

    def action_trace(self) -> None:
        """Ask for the draft of the item at hand."""
        row = self._rows[self._cursor]
        self.post_message(self.Traced(row.code if row.item is not None else ""))

    @on(events.Click)
    def _choose_under_mouse(self, event: events.Click) -> None:
        """Move to the row under the mouse; a click on the row at hand offers degrees."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        before = [i for i, top in enumerate(self._tops) if top <= offset.y]
        row = before[-1] if before else 0
        line = self._lines_at(self.content_size.width)[offset.y].plain
        degree = DEGREE.match(line)
        is_same = row == self._cursor and self._rows[row].code != self._offered
        self._offered = self._rows[row].code if is_same else ""
        self._cursor = row
        self.focus()
        self.redraw()
        if degree:
            self.action_place(degree[1].upper())

    def _move(self, by: int) -> None:
        """Move and keep the row in view."""
        self._cursor = (self._cursor + by) % len(self._rows)
        self.redraw()
        self.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll so that the row at hand is seen whole."""
        if self._cursor < len(self._tops):
            self.reveal(self._tops[self._cursor], 8)


def _row_lines(row: Row, width: int, *, detailed: bool) -> list[Content]:
    """Draw one row: the text, then what may be shown of it."""
    code = Content.styled(f"{row.code}  ", "bold $primary")
    text = Content.styled(no_break(row.text), "bold" if detailed else "")
    lines = hang(text, width, code, " " * code.cell_length)
    if row.positioning is None:
        name = "ask" if row.item is not None else "ask-competency"
        said = say(f"des.positioning.{name}" if detailed else "des.positioning.none")
        lines.extend(wrap(Content.styled(said, "$warning" if detailed else DIM), width))
        if detailed:
            lines.extend(_scale(row))
        return lines
    said = stands_text(row.positioning.value, row.stands)
    own = Content.styled(said, "$secondary")
    lines.extend(wrap(own, width))
    return [*lines, *_estimate(row, width)]


def _scale(row: Row) -> list[Content]:
    """Draw the degrees one can choose."""
    if row.item is None:
        names = [(mark.lower(), say(f"des.level.{mark}")) for mark in "NIC"]
    else:
        names = [(str(n), say(f"des.scale.{n}")) for n in range(1, 6)]
    return [
        Content.assemble("  ", (f" {k} ", "reverse $primary"), f" {w}")
        for k, w in names
    ]


def _estimate(row: Row, width: int) -> list[Content]:
    """Draw the interval, its n, its word and the gap in words."""
    found = row.evidence
    if found.estimate is None or found.low is None or found.high is None:
        return wrap(Content.styled(say("des.estimate.none"), DIM), width)
    word = say(f"des.state.{found.state}")
    said = say(
        "des.estimate",
        estimate=decimal(found.estimate),
        low=decimal(found.low),
        high=decimal(found.high),
        n=found.n,
        word=word,
    )
    value = row.positioning.value if row.positioning else None
    gap = say(f"des.gap.{gap_of(value, found)}")
    bar = interval_bar(found.low, found.estimate, found.high)
    return [bar, *wrap(Content(said), width), *wrap(Content.styled(gap, DIM), width)]


def _expectations(item: Item, width: int) -> list[Content]:
    """Draw the trace and the phase the framework expects."""
    trace = say("des.trace", trace=item.trace) if item.trace else say("des.trace.none")
    phase = f" · {say('des.phase', phase=item.phase)}" if item.phase else ""
    return wrap(Content.styled(trace + phase, DIM), width)
