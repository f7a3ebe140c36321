"""The DES view: own position, then the estimate beside it, item by item."""

import asyncio
from typing import NamedTuple

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.answer import SURE
from tutor.domain.errors import TutorError
from tutor.domain.framework import Competence, Framework
from tutor.locale import credit_text, say
from tutor.services.desk import Desk
from tutor.services.discussion import talks_of
from tutor.services.petals import petals_of
from tutor.services.positions import Stand, stands_of
from tutor.services.standing import Standing
from tutor.tui.keys import binding
from tutor.tui.notice import show_error
from tutor.tui.screens.flower import FlowerScreen
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.screens.trace import TraceScreen
from tutor.tui.widgets.discussion_list import DiscussionList
from tutor.tui.widgets.item_list import ItemList, Row
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.marguerite import Marguerite
from tutor.tui.widgets.text_line import TextLine
from tutor.tui.widgets.title_bar import TitleBar

FIRST = "C5"
SIDE_BY_SIDE = 100
"""Columns from which the flower stands beside the list."""


class Seen(NamedTuple):
    """What the view shows."""

    standing: Standing
    framework: Framework
    stands: dict[str, tuple[Stand, ...]]
    """The positions over time, by code."""


class DesScreen(LookingScreen):
    """Shows one competency at a time."""

    BINDINGS = [
        binding("competence", "turn(-1)", "left"),
        binding("competence", "turn(1)", "right"),
        binding("flower"),
        binding("back"),
    ]

    class Ready(Message):
        """The standing has been computed."""

        def __init__(self, seen: Seen) -> None:
            super().__init__()
            self.seen = seen

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._place = 0

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the list and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with Horizontal():
            with VerticalScroll(id="side", can_focus=False):
                yield Marguerite()
            with VerticalScroll(id="flow", can_focus=False):
                yield TextLine(say("des.intro"), classes="intro")
                yield Static(say("home.loading"), id="loading", markup=False)
        yield KeyBar(
            *("position", "competence", "trace", "flower", "page", "palette"),
            *("back", "help"),
        )

    def on_mount(self) -> None:
        """Compute the standing."""
        self.query_one(TitleBar).place = say("des.title")
        self._look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        """Compute the standing in a worker."""
        self.attempt(lambda: self.Ready(self._seen_now()))

    def _seen_now(self) -> Seen:
        """Return what the view shows."""
        desk, framework = self._desk, self._desk.course.framework
        stands = stands_of(framework.placed(desk.record.positionings), desk.clock)
        return Seen(desk.standing(), framework, stands)

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the competency at hand."""
        first = self._seen is None
        self._seen = message.seen
        if first:
            codes = [each.code for each in message.seen.framework.competence]
            self._place = codes.index(FIRST) if FIRST in codes else 0
            items = ItemList(*self._rows(message.seen))
            await self.query("#loading").remove()
            for flow in self.query("#flow"):
                await flow.mount(items, DiscussionList())
                items.focus(scroll_visible=False)
        if self.query(ItemList):
            self._refresh(message.seen)

    @on(ItemList.Placed)
    async def _position(self, message: ItemList.Placed) -> None:
        """Save where the person places themself, then show the estimate."""
        try:
            await asyncio.to_thread(
                self._desk.pen.position, message.code, message.value
            )
        except TutorError as error:
            show_error(self, error)
        else:
            self._look()

    def action_turn(self, by: int) -> None:
        """Show the next competency."""
        if self._seen is not None:
            competencies = self._seen.framework.competence
            self._place = (self._place + by) % len(competencies)
            self._refresh(self._seen)
            self.query_one("#flow").scroll_home(animate=False)

    @on(ItemList.Traced)
    def _draft(self, message: ItemList.Traced) -> None:
        """Open the draft of a trace for an item."""
        if message.code:
            self.app.push_screen(TraceScreen(self._desk, message.code))
        else:
            self.notify(say("trace.no-item"))

    def action_flower(self) -> None:
        """Show the flower on a sheet of its own."""
        seen = self._seen
        if seen is not None:
            code = seen.framework.competence[self._place].code
            petals = petals_of(seen.framework, seen.standing)
            self.app.push_screen(FlowerScreen(petals, code))

    def on_resize(self, event: events.Resize) -> None:
        """Put the flower beside the list where there is room."""
        self.set_class(event.size.width < SIDE_BY_SIDE, "-narrow")
        if self._seen is not None and self.query(ItemList):
            self._refresh(self._seen)

    def action_back(self) -> None:
        """Go back to Home, computed afresh."""
        self.app.go_home()  # type: ignore[attr-defined]

    def _refresh(self, seen: Seen) -> None:
        """Show the competency at hand and the calibration."""
        competence, rows = self._rows(seen)
        self.query_one(ItemList).show(competence, rows)
        petals = petals_of(seen.framework, seen.standing)
        self.query_one(Marguerite).show(petals, competence.code)
        talks = talks_of(seen.framework, seen.standing)
        self.query_one(DiscussionList).show(talks, seen.standing.calibration)
        bar = self.query_one(TitleBar)
        bar.place = f"{say('des.title')} ▸ {competence.code} {competence.nom}"
        found = seen.standing.calibration
        bar.state = ""
        if found and SURE in found.by_level and not self.has_class("-narrow"):
            number, mean = found.by_level[SURE]
            share = credit_text(round(mean * 10))
            bar.state = say("des.calibration", level=SURE, share=share, n=number)

    def _rows(self, seen: Seen) -> tuple[Competence, list[Row]]:
        """Return the competency at hand: itself, then its items."""
        standing, framework = seen.standing, seen.framework
        competence, sources = (
            framework.competence[self._place],
            self._desk.course.sources,
        )
        own, code = standing.positionings, competence.code
        whole = standing.competencies[code]
        stands = seen.stands.get(code, ())
        rows = [Row(code, competence.nom, whole, own.get(code), stands=stands)]
        levels = {level.code: level.nom for level in framework.niveaux}
        for item in competence.item:
            found, position = standing.items[item.code], own.get(item.code)
            level = levels.get(item.niveau, "")
            stands = seen.stands.get(item.code, ())
            row = Row(item.code, item.texte, found, position, item, level, stands)
            rows.append(row)
        if competence.source in sources:
            title = sources[competence.source].titre
            competence = competence.model_copy(update={"source": title})
        return competence, rows
