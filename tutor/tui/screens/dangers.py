"""What was sure and dangerous, on a sheet over Home."""

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.dangers import Danger, dangers_of
from tutor.tui.keys import binding
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.danger_list import DangerList
from tutor.tui.widgets.key_bar import KeyBar


class DangersScreen(LookingScreen, ModalScreen[None]):
    """Lists answers to look at again; one opens its question."""

    BINDINGS = [binding("close-dangers")]

    class Ready(Message):
        """The list has been made."""

        def __init__(self, dangers: Sequence[Danger]) -> None:
            super().__init__()
            self.dangers = dangers

    @override
    def compose(self) -> ComposeResult:
        """Lay out the sheet."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(say("home.loading"), id="loading", markup=False)
        yield KeyBar("open", "up", "down", "close-dangers")

    def on_mount(self) -> None:
        """Make the list."""
        self._look()

    @work(thread=True, exclusive=True, group="dangers", exit_on_error=False)
    def _look(self) -> None:
        """Make the list in a worker."""
        desk = self._desk
        self.attempt(
            lambda: self.Ready(dangers_of(desk.course, desk.record, desk.clock))
        )

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the list."""
        await self.query("#loading").remove()
        for sheet in self.query("#sheet"):
            dangers = DangerList(message.dangers)
            await sheet.mount(dangers)
            dangers.focus()

    @override
    def tell(self, error: TutorError) -> None:
        """Say what went wrong, and go back."""
        self.app.notify(say(error.message_id, **error.values), severity="warning")
        self.dismiss()

    @on(DangerList.Opened)
    def _open(self, message: DangerList.Opened) -> None:
        """Open a question in place of the sheet."""
        self.dismiss()
        self.app.open_target(message.question)  # type: ignore[attr-defined]

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
