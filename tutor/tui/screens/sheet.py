"""A found passage, to read before anything is begun."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from typing_extensions import override

from tutor.services.search_sheets import Sheet
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.title_bar import TitleBar


class SheetScreen(Screen[None]):
    """Shows a passage; from it one opens its lesson."""

    BINDINGS = [binding("open-lesson"), binding("back")]

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the text and the keys."""
        yield TitleBar()
        with VerticalScroll(id="flow"):
            yield Page(self._sheet.parts)
        opens = ["open-lesson"] if self._sheet.target else []
        yield KeyBar(*opens, "page", "back", "help")

    def on_mount(self) -> None:
        """Name the place."""
        self.query_one(TitleBar).place = self._sheet.title
        self.query_one("#flow").focus()

    def action_open(self) -> None:
        """Open the lesson."""
        if self._sheet.target:
            self.app.open_target(self._sheet.target)  # type: ignore[attr-defined]

    def action_back(self) -> None:
        """Go back to the results."""
        self.dismiss()
