"""A screen whose content a worker makes, and what it says where that fails."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.tui.notice import show_error
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.title_bar import TitleBar


class LookingScreen(Screen[None]):
    """Looks for what it shows at the person's desk, off the screen's thread."""

    class Failed(Message):
        """The course or the store could not be read or written."""

        def __init__(self, error: TutorError) -> None:
            super().__init__()
            self.error = error

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def waiting(self, *keys: str) -> ComposeResult:
        """Lay out the title and the keys, and say that the content is being read.

        Args:
            keys: the ids of the keys the bar names.
        """
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow", can_focus=False):
            yield Static(f"\n    {say('home.loading')}", id="loading", markup=False)
        yield KeyBar(*keys)

    def attempt(self, make: Callable[[], Message]) -> None:
        """Announce what was made, or why it could not be; for a worker to call.

        Args:
            make: computes what is shown and returns the message that carries it.
        """
        try:
            message = make()
        except TutorError as error:
            message = self.Failed(error)
        self.post_message(message)

    def tell(self, error: TutorError) -> None:
        """Say what went wrong.

        Args:
            error: why there is nothing to show.
        """
        show_error(self, error)

    @on(Failed)
    def _tell(self, message: Failed) -> None:
        """Say what went wrong."""
        self.tell(message.error)
