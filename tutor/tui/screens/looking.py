"""A screen whose content a worker makes, and what it says where that fails."""

from collections.abc import Callable

from textual import on
from textual.message import Message
from textual.screen import Screen

from tutor.domain.errors import TutorError
from tutor.services.desk import Desk
from tutor.tui.notice import show_error


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
