"""The menu of all one can do from here, or go to; loaded when it is first opened."""

import asyncio
from functools import partial
from typing import NamedTuple

from textual.app import ComposeResult
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType
from typing_extensions import override

from tutor.domain.errors import TutorError
from tutor.locale import advise, no_break, say
from tutor.services.jumps import jumps_of, likeness
from tutor.tui.at_hand import keys_at_hand
from tutor.tui.keys import binding
from tutor.tui.typeset import hang
from tutor.tui.widgets.key_bar import KeyBar

COLUMN = 12
WIDEST = 72
"""What the sheet holds beside its margins, at 80 columns."""
MOVES = frozenset({"list", "app"})
"""Places whose keys only move about, open this menu, or are named apart."""
LEAVES = ("help", "help-writing", "quit")
"""Keys of `app` worth a line."""
ON_ASKING = "item"
"""Kind of place that is listed only once something is asked for: there are many."""


class Choice(NamedTuple):
    """A line of the menu."""

    line: Content
    name: str
    run: IgnoreReturnCallbackType
    kind: str = "key"


class AllThereIs(Provider):
    """What the keys do where one is, then the places of the course."""

    @override
    async def startup(self) -> None:
        """List everything; the course may still have to be read."""
        self._choices = [*self._acts(), *await asyncio.to_thread(self._places)]

    @override
    async def discover(self) -> Hits:
        """Yield all lines but those of items."""
        for each in self._choices:
            if each.kind != ON_ASKING:
                yield DiscoveryHit(each.line, each.run, text=each.name)

    @override
    async def search(self, query: str) -> Hits:
        """Yield the lines that answer to a query, or say that none does."""
        found = [(likeness(query, [each.name]), each) for each in self._choices]
        for score, each in found:
            if score:
                yield Hit(score, each.line, each.run, text=each.name)
        if not any(score for score, _ in found):
            said = f"{say('keys.palette.none', query=query)}\n{advise('keys.palette.none')}"
            yield Hit(1.0, Content.styled(said, "not bold"), _nothing, text=query)

    def _acts(self) -> list[Choice]:
        """Return the keys that do something here when they are clicked."""
        return [
            Choice(
                _line(each.shown, each.effect),
                f"{each.label} {each.effect}",
                partial(self.app.simulate_key, each.pressed),
            )
            for each in keys_at_hand(self.screen)
            if each.pressed and (each.place not in MOVES or each.id in LEAVES)
        ]

    def _places(self) -> list[Choice]:
        """Return the places of the course; none where it cannot be read."""
        app = self.app
        try:
            jumps = jumps_of(app.desk.course)  # type: ignore[attr-defined]
        except TutorError:
            return []
        return [
            Choice(
                _line("", no_break(each.name)),
                f"{each.name} {each.target}",
                partial(app.jump, each.target),  # type: ignore[attr-defined]
                each.kind,
            )
            for each in jumps
        ]


class Palette(CommandPalette):
    """The menu, with the look of the tutor."""

    BINDINGS = [binding("close-palette")]

    def __init__(self) -> None:
        super().__init__([AllThereIs], placeholder=say("keys.palette.ask"))

    @override
    def compose(self) -> ComposeResult:
        """Lay out the field, the list and the keys."""
        yield from super().compose()
        yield KeyBar("close-palette")


def _line(shown: str, said: str) -> Content:
    """Return a line: a key, then what comes of it, hanging where it is long."""
    first = Content.styled(f"{shown:<{COLUMN}}", "bold $primary")
    return Content("\n").join(hang(Content(said), WIDEST, first, " " * COLUMN))


def _nothing() -> None:
    """Do nothing: there was nothing to choose."""
