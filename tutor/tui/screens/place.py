"""One place of the course, to be read only: its text, its question, one's own notes."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.course import Callout, Passage
from tutor.locale import no_break
from tutor.services.chapters import Leaf
from tutor.services.desk import Desk
from tutor.services.marks import Spot, marked_in, spots_of
from tutor.tui.keys import binding
from tutor.tui.screens.marking import switch_mark
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
        await switch_mark(self, desk, target, self._key)

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss()
