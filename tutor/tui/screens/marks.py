"""Bookmarks and notes, lesson by lesson; each opens its place, to be read only."""

from itertools import groupby

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.domain.notice import Notice
from tutor.locale import no_break, numeric_date, say
from tutor.services.desk import Desk
from tutor.services.marks import Kept, kept_places, take_away
from tutor.tui.keys import binding
from tutor.tui.notice import hide, show_notices
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.screens.place import PlaceScreen
from tutor.tui.widgets.menu import Line, Menu
from tutor.tui.widgets.title_bar import TitleBar

DIM = "$quiet"
SIGNS = {"mark": "★", "note": "✎"}


class MarksScreen(LookingScreen):
    """Lists the places a person wants to find again."""

    BINDINGS = [binding("take-away"), binding("close-marks")]

    class Ready(Message):
        """The places are known."""

        def __init__(self, kept: list[Kept]) -> None:
            super().__init__()
            self.kept = kept

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kept: dict[str, Kept] = {}
        self._asked = ""
        """The note that a second press erases."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title and the keys; the list comes with the places."""
        yield from self.waiting(
            "open", "take-away", "up", "down", "close-marks", "help"
        )

    def on_mount(self) -> None:
        """Name the place."""
        self.query_one(TitleBar).place = say("reading.marks.title")

    @on(events.ScreenResume)
    @work(thread=True, exclusive=True, group="marks", exit_on_error=False)
    def _look(self) -> None:
        """Look for the places in a worker."""
        self.attempt(self._found)

    def _found(self) -> Ready:
        """Return the places, from the store."""
        desk = self._desk
        return self.Ready(kept_places(desk.course, desk.record, desk.clock))

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the places, under the title of their lesson."""
        self._kept = {each.id: each for each in message.kept}
        await self.query("#loading, Menu").remove()
        for flow in self.query("#flow"):
            menu = Menu(_lines(message.kept))
            await flow.mount(menu)
            menu.focus()

    @on(Menu.Opened)
    def _open(self, message: Menu.Opened) -> None:
        """Open a place, to be read; one that has left the course says so already."""
        self._asked = ""
        hide(self)
        if key := self._kept[message.target].key:
            self.app.push_screen(PlaceScreen(self._desk, key))

    def action_take_away(self) -> None:
        """Take the bookmark at hand away, or erase the note at hand once asked twice."""
        for menu in self.query(Menu):
            kept = self._kept.get(menu.target)
            if kept is None:
                continue
            if kept.kind == "note" and self._asked != kept.id:
                self._asked = kept.id
                show_notices(self, [Notice("reading.marks.sure", {})])
                return
            self._asked = ""
            hide(self)
            self._erase(kept)

    @work(thread=True, exclusive=True, group="erase", exit_on_error=False)
    def _erase(self, kept: Kept) -> None:
        """Take it away in a worker, and look for what is left."""

        def left() -> MarksScreen.Ready:
            take_away(self._desk, kept)
            return self._found()

        self.attempt(left)

    def action_close(self) -> None:
        """Go back to Home."""
        self.dismiss()


def _lines(kept: list[Kept]) -> list[Line]:
    """Return the list."""
    if not kept:
        none = Content.styled(say("reading.marks.none"), DIM)
        return [Line(none, Content(""))]
    lines: list[Line] = []
    for lesson, group in groupby(kept, key=lambda each: each.lesson):
        head = no_break(lesson) or say("reading.marks.other")
        lines.append(Line(Content.styled(head, "bold $primary"), Content("")))
        lines += map(_line, group)
        lines.append(Line(Content(""), Content("")))
    return lines


def _line(kept: Kept) -> Line:
    """Return the line of a place: its sign, its words, where it is, its day."""
    words = " · ".join(filter(None, [kept.text, kept.where]))
    left = Content(f"{SIGNS[kept.kind]} {no_break(words)}")
    return Line(left, Content.styled(numeric_date(kept.day), DIM), kept.id)
