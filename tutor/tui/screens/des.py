"""The DES view: own position, then the estimate beside it, item by item."""

import asyncio
from typing import NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.answer import SURE
from tutor.domain.errors import TutorError
from tutor.domain.framework import Competence
from tutor.locale import credit_text, say
from tutor.services.desk import Desk
from tutor.services.standing import Standing
from tutor.tui.keys import binding
from tutor.tui.notice import show_error
from tutor.tui.widgets.item_list import ItemList, Row
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.text_line import TextLine
from tutor.tui.widgets.title_bar import TitleBar

FIRST = "C5"


class Seen(NamedTuple):
    """What the view shows."""

    standing: Standing
    competencies: tuple[Competence, ...]


class DesScreen(Screen[None]):
    """Shows one competency at a time."""

    BINDINGS = [
        binding("competence", "turn(-1)", "left"),
        binding("competence", "turn(1)", "right"),
        binding("back"),
    ]

    class Ready(Message):
        """The standing has been computed."""

        def __init__(self, seen: Seen) -> None:
            super().__init__()
            self.seen = seen

    class Failed(Message):
        """The standing or a position could not be read or saved."""

        def __init__(self, error: TutorError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: Seen | None = None
        self._place = 0

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the list and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow", can_focus=False):
            yield TextLine(say("des.intro"), classes="intro")
            yield Static(say("home.loading"), id="loading", markup=False)
        yield KeyBar("position", "competence", "up", "down", "back", "help")

    def on_mount(self) -> None:
        """Compute the standing."""
        self.query_one(TitleBar).place = say("des.title")
        self._look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        """Compute the standing in a worker."""
        try:
            standing = self._desk.standing()
            seen = Seen(standing, self._desk.course.framework.competence)
        except TutorError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Ready(seen))

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the competency at hand."""
        first = self._seen is None
        self._seen = message.seen
        if first:
            codes = [each.code for each in message.seen.competencies]
            self._place = codes.index(FIRST) if FIRST in codes else 0
            items = ItemList(*self._rows(message.seen))
            await self.query("#loading").remove()
            for flow in self.query("#flow"):
                await flow.mount(items)
                items.focus()
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

    @on(Failed)
    def _tell(self, message: Failed) -> None:
        """Say what went wrong."""
        show_error(self, message.error)

    def action_turn(self, by: int) -> None:
        """Show the next competency."""
        if self._seen is not None:
            self._place = (self._place + by) % len(self._seen.competencies)
            self._refresh(self._seen)
            self.query_one("#flow").scroll_home(animate=False)

    def action_back(self) -> None:
        """Go back to Home, computed afresh."""
        self.app.go_home()  # type: ignore[attr-defined]

    def _refresh(self, seen: Seen) -> None:
        """Show the competency at hand and the calibration."""
        competence, rows = self._rows(seen)
        self.query_one(ItemList).show(competence, rows)
        bar = self.query_one(TitleBar)
        bar.place = f"{say('des.title')} ▸ {competence.code} {competence.nom}"
        found = seen.standing.calibration
        if found is not None and SURE in found.by_level:
            number, mean = found.by_level[SURE]
            share = credit_text(round(mean * 10))
            bar.state = say("des.calibration", level=SURE, share=share, n=number)

    def _rows(self, seen: Seen) -> tuple[Competence, list[Row]]:
        """Return the competency at hand: itself, then its items."""
        standing, competence = seen.standing, seen.competencies[self._place]
        own = standing.positionings
        whole = standing.competencies[competence.code]
        rows = [Row(competence.code, competence.nom, whole, own.get(competence.code))]
        framework, sources = self._desk.course.framework, self._desk.course.sources
        levels = {level.code: level.nom for level in framework.niveaux}
        for item in competence.item:
            found, position = standing.items[item.code], own.get(item.code)
            level = levels.get(item.niveau, "")
            rows.append(Row(item.code, item.texte, found, position, item, level))
        if competence.source in sources:
            title = sources[competence.source].titre
            competence = competence.model_copy(update={"source": title})
        return competence, rows
