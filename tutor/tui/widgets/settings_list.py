"""The settings: each with every value it can take, and what it changes."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.domain.settings import NAMES, Choice, Settings, choices, unit
from tutor.locale import say
from tutor.services.settings import value_text
from tutor.tui.keys import binding
from tutor.tui.typeset import wrap
from tutor.tui.widgets.drawn import Drawn

LABEL = 24
"""Cells of the labels beside the values, gap included."""
NARROW = 70
"""Below this many cells a label stands above its values."""
CHOSEN, OTHER = "● ", "○ "
GAP = "  "


class Spot(NamedTuple):
    """Where a value stands, for the mouse."""

    line: int
    start: int
    end: int
    name: str
    value: Choice


class SettingsList(Drawn, can_focus=True):
    """Shows settings and announces the value chosen for one."""

    BINDINGS = [
        *map(binding, ("up", "down", "setting-next")),
        binding("setting", "shift(-1)", "left"),
        binding("setting", "shift(1)", "right"),
    ]

    @dataclass
    class Chosen(Message):
        """The person wants this value."""

        name: str
        value: Choice

    def __init__(self, settings: Settings, *, no_colour: bool = False) -> None:
        """Take the settings, and whether the machine wants no colour whatever is set."""
        super().__init__()
        self._settings = settings
        self._no_colour = no_colour
        self._cursor = 0
        self._spots: list[Spot] = []

    def show(self, settings: Settings) -> None:
        """Show other values.

        Args:
            settings: what is set now.
        """
        self._settings = settings
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each setting: label, values, what it changes."""
        self._spots = []
        lines: list[Content] = []
        for number, name in enumerate(NAMES):
            if lines:
                lines.append(Content(""))
            lines += self._row(name, width, len(lines), here=number == self._cursor)
        return lines

    def _row(self, name: str, width: int, top: int, *, here: bool) -> list[Content]:
        """Return the lines of one setting; note where its values stand."""
        mark = Content.styled("▌ " if here else "  ", "$primary")
        label = Content.styled(say(f"settings.{name}"), "bold" if here else "")
        beside = width >= NARROW
        indent = LABEL if beside else 4
        room = max(1, width - indent)
        head = [] if beside else [mark + label]
        values = self._values(name, room, top + len(head), indent, here=here)
        why = "settings.theme.no-colour" if self._is_forced(name) else None
        said = wrap(Content.styled(say(why or f"settings.{name}.why"), "$quiet"), room)
        body = [*values, *said]
        blank = Content(" " * (indent - 2))
        first = label.pad_right(max(0, indent - 2 - label.cell_length))
        drawn = [
            mark + (first if beside and i == 0 else blank) + line
            for i, line in enumerate(body)
        ]
        return [*head, *drawn]

    def _is_forced(self, name: str) -> bool:
        """Return whether the machine decides in place of a setting."""
        return name == "theme" and self._no_colour

    def _values(
        self, name: str, room: int, top: int, indent: int, *, here: bool
    ) -> list[Content]:
        """Return the values of a setting in as many lines as they need."""
        present, counted = self._settings.value(name), unit(name)
        lines, line = [], Content("")
        for value in _offered(name, present):
            is_chosen = value == present
            word = str(value) if counted else value_text(name, value)
            style = f"{'bold ' * here}$primary" if is_chosen else "$quiet"
            piece = Content.styled((CHOSEN if is_chosen else OTHER) + word, style)
            if line and line.cell_length + len(GAP) + piece.cell_length > room:
                lines.append(line)
                line = Content("")
            line = line + GAP if line else line
            start = indent + line.cell_length
            end = start + piece.cell_length
            self._spots.append(Spot(top + len(lines), start, end, name, value))
            line = line + piece
        if counted:
            line = line + Content.styled(
                f"  {say(f'settings.unit.{counted}')}", "$quiet"
            )
        return [*lines, line]

    def action_up(self) -> None:
        """Move to the setting before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the setting after."""
        self._move(1)

    def action_shift(self, by: int) -> None:
        """Choose the value before or after."""
        name = NAMES[self._cursor]
        self.post_message(self.Chosen(name, self._settings.beside(name, by)))

    def action_next(self) -> None:
        """Choose the next value."""
        self.action_shift(1)

    @on(events.Click)
    def _choose_under_mouse(self, event: events.Click) -> None:
        """Choose the value under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for spot in self._spots:
            if spot.line == offset.y and spot.start <= offset.x < spot.end:
                self._cursor = NAMES.index(spot.name)
                self.redraw()
                self.post_message(self.Chosen(spot.name, spot.value))

    def _move(self, by: int) -> None:
        """Move by some settings, round the ends."""
        self._cursor = (self._cursor + by) % len(NAMES)
        self.redraw()
        self._keep_in_view()

    def on_resize(self) -> None:
        """Keep the setting at hand in view."""
        self.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll so that the setting at hand is seen whole."""
        tops = [spot.line for spot in self._spots if spot.name == NAMES[self._cursor]]
        if tops:
            self.reveal(max(0, tops[0] - 1) if self._cursor else 0, 4)


def _offered(name: str, present: Choice) -> list[Choice]:
    """Return what is offered, and the present value where it is another."""
    offered = list(choices(name))
    if present in offered:
        return offered
    return sorted([*offered, present], key=int)
