"""The questions interns ask; each leads to lessons."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from tutor.locale import say
from tutor.services.asked import Told, told_questions
from tutor.tui.keys import binding
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.text_line import TextLine
from tutor.tui.widgets.title_bar import TitleBar
from tutor.tui.widgets.told_list import ToldList


class AskedScreen(LookingScreen):
    """Lists questions; the answer unfolds where one stands."""

    BINDINGS = [binding("back")]

    class Ready(Message):
        """The questions have been read."""

        def __init__(self, told: list[Told]) -> None:
            super().__init__()
            self.told = told

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the list and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow", can_focus=False):
            yield TextLine(say("search.asked.intro"), classes="intro")
        yield KeyBar("up", "down", "open-lesson", "other-lesson", "back", "help")

    def on_mount(self) -> None:
        """Read the questions."""
        self.query_one(TitleBar).place = say("search.asked.title")
        self._read()

    @work(thread=True, exclusive=True, group="asked", exit_on_error=False)
    def _read(self) -> None:
        """Read the questions in a worker: the course may have to be parsed."""
        self.attempt(lambda: self.Ready(told_questions(self._desk.course)))

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the questions."""
        for flow in self.query("#flow"):
            if not message.told:
                await flow.mount(TextLine(say("search.asked.none")))
                continue
            questions = ToldList(message.told)
            await flow.mount(questions)
            questions.focus(scroll_visible=False)

    @on(ToldList.Opened)
    def _open(self, message: ToldList.Opened) -> None:
        """Open the lesson."""
        self.app.open_target(message.lesson)  # type: ignore[attr-defined]

    def action_back(self) -> None:
        """Go back to Home."""
        self.dismiss()
