"""The draft of a portfolio trace: read it, then have it in a file."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.course import Passage
from tutor.domain.errors import TutorError
from tutor.domain.prose import Prose
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.served import shown_path
from tutor.services.trace import draft_of, folder_of, write_beside
from tutor.tui.keys import binding
from tutor.tui.notice import show_error
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.title_bar import TitleBar


class TraceScreen(LookingScreen):
    """Shows a draft and writes it where the tutor was started, or among one's own files."""

    BINDINGS = [binding("trace-write"), binding("back")]

    class Ready(Message):
        """The draft has been made."""

        def __init__(self, draft: Prose) -> None:
            super().__init__()
            self.draft = draft

    def __init__(self, desk: Desk, code: str) -> None:
        super().__init__(desk)
        self._code = code
        self._draft: Prose = ()

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the draft and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow"):
            yield Static(say("home.loading"), id="loading", markup=False)
        yield KeyBar("page", "trace-write", "back", "help")

    def on_mount(self) -> None:
        """Make the draft."""
        self.query_one(TitleBar).place = say("trace.screen", code=self._code)
        self._make()

    @work(thread=True, exclusive=True, group="draft", exit_on_error=False)
    def _make(self) -> None:
        """Make the draft in a worker."""
        self.attempt(lambda: self.Ready(draft_of(self._desk, self._code)))

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the draft."""
        self._draft = message.draft
        await self.query("#loading").remove()
        for flow in self.query("#flow"):
            await flow.mount(Page((Passage(blocks=message.draft),)))
            flow.focus()

    async def action_write(self) -> None:
        """Write the draft in a new file, and say where."""
        if not self._draft:
            return
        code, draft, place = self._code, self._draft, self._desk.place
        try:
            path = await asyncio.to_thread(
                lambda: write_beside(folder_of(place), code, draft)
            )
        except TutorError as error:
            show_error(self, error)
        else:
            said = say("trace.written", path=shown_path(path, place.root))
            self.notify(said, timeout=10, markup=False)

    def action_back(self) -> None:
        """Go back to the DES view."""
        self.dismiss()
