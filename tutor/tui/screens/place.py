"""One place of the course, to be read only: its text, its question, one's own notes."""

import asyncio
from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.course import Callout, Passage
from tutor.domain.errors import TutorError
from tutor.locale import no_break, say
from tutor.services.chapters import Leaf
from tutor.services.desk import Desk
from tutor.services.marks import Spot, marked_in, spots_of, toggle_mark
from tutor.tui.keys import binding
from tutor.tui.notice import show_error
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.leaf_pieces import leaf_widgets
from tutor.tui.widgets.title_bar import TitleBar


class PlaceScreen(Screen[None]):
    """Shows a stop of the course; nothing can be answered here."""

    BINDINGS = [binding("mark"), binding("close-marks")]

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._spot: Spot | None = spots_of(desk.course).get(key)

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the place and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow"):
            if self._spot is not None:
                yield from self._place(self._spot)
        yield KeyBar("page", "mark", "close-marks", "help")

    def on_mount(self) -> None:
        """Name the lesson."""
        if self._spot is not None:
            self.query_one(TitleBar).place = no_break(self._spot.unit.title)
        self.query_one("#flow").focus()

    def _place(self, spot: Spot) -> Iterator[Widget]:
        """Yield the text, the question with the last answer to it, the notes."""
        stop = spot.stop
        reading: tuple[Passage | Callout, ...] = tuple(
            part
            for part in stop.reading
            if isinstance(part, Passage) or not part.depends
        )
        yield from leaf_widgets(Leaf(reading, stop.task, stop.key), self._desk)

    async def action_mark(self) -> None:
        """Put a bookmark here, or take it away."""
        desk = self._desk
        if self._spot is None:
            return
        target = marked_in(desk.record, self._key, self._spot.unit.id)
        toggle = partial(toggle_mark, desk, target, self._key, desk.chance)
        try:
            is_there = await asyncio.to_thread(toggle)
        except TutorError as error:
            show_error(self, error)
        else:
            self.notify(say(f"reading.mark.{'put' if is_there else 'taken'}"))

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss()
