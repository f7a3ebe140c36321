"""The lesson at a found place, to read before anything is begun."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from typing_extensions import override

from tutor.locale import no_break
from tutor.services.desk import Desk
from tutor.services.search_sheets import Sheet
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.leaf_pieces import leaf_widgets
from tutor.tui.widgets.title_bar import TitleBar


class SheetScreen(Screen[None]):
    """Shows a text from a place in it; from there one opens its lesson."""

    BINDINGS = [binding("open-lesson"), binding("back")]

    def __init__(
        self, desk: Desk, sheet: Sheet, secret: frozenset[str] | None = None
    ) -> None:
        """Take what is read.

        Args:
            desk: the person's desk.
            sheet: the text, and the place in it.
            secret: inside a run, the questions whose answer is not shown; nothing is
                opened from there.
        """
        super().__init__()
        self._desk = desk
        self._sheet = sheet
        self._secret = secret
        self._opens = bool(sheet.target) and secret is None
        self._place: Widget | None = None
        """What stands at the place."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the text and the keys."""
        yield TitleBar()
        with VerticalScroll(id="flow"):
            for number, chapter in enumerate(self._sheet.chapters):
                for leaf in chapter.leaves:
                    is_secret = leaf.key in (self._secret or ())
                    found = leaf_widgets(leaf, self._desk, is_secret=is_secret)
                    self._note_place(number, leaf.key, len(leaf.parts), found)
                    yield from found
        opens = ["open-lesson"] if self._opens else []
        yield KeyBar(*opens, "page", "back", "help")

    def on_mount(self) -> None:
        """Name the place, and bring it into view."""
        self.query_one(TitleBar).place = no_break(self._sheet.title)
        self.query_one("#flow").focus()
        if self._place is not None and (self._sheet.at or self._sheet.key):
            self.call_after_refresh(self._bring, self._place)

    def _note_place(
        self, number: int, key: str, parts: int, widgets: list[Widget]
    ) -> None:
        """Note the first thing shown at the place."""
        sheet = self._sheet
        if self._place is None and number == sheet.at and widgets:
            if not sheet.key:
                self._place = widgets[0]
            elif key == sheet.key:
                self._place = widgets[1 if parts else 0]

    def _bring(self, widget: Widget) -> None:
        """Put the place at the top of the view."""
        flow = self.query_one("#flow", VerticalScroll)
        flow.scroll_to_widget(widget, top=True, animate=False, immediate=True)

    def action_open(self) -> None:
        """Open the lesson, at this place where the person has come to it.

        It takes the place of this screen: one comes back to the results.
        """
        if self._opens:
            sheet = self._sheet
            place = sheet.here.title, sheet.key
            self.dismiss()
            self.app.open_target(sheet.target, place)  # type: ignore[attr-defined]

    def action_back(self) -> None:
        """Go back to the results."""
        self.dismiss()
