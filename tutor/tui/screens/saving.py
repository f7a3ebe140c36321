"""A screen that holds a run and saves it: a worker writes, a message tells."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.screen import Screen

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.run import Pending, Run
from tutor.tui.notice import hide, show_error
from tutor.tui.widgets.title_bar import TitleBar


class SavingScreen(Screen[None]):
    """Saves what a run has settled, and lets nobody leave before."""

    @dataclass
    class Saved(Message):
        """What was pending is on the disk."""

        pending: Pending

    @dataclass
    class Failed(Message):
        """Something could not be opened or saved."""

        error: TutorError

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._run: Run | None = None
        self._insists = False

    async def before_leaving(self) -> bool:
        """Save what is left; return whether leaving loses nothing, or is insisted on."""
        run = self._run
        if run is None or self._desk.is_read_only:
            return True
        run.leave()
        pending = run.pending()
        if await self.kept(lambda: self._desk.write(pending)):
            run.confirm(pending)
            return True
        insists, self._insists = self._insists, True
        return insists

    def save(self) -> None:
        """Save what is pending, in a worker."""
        if self._run is not None and not self._desk.is_read_only:
            self.query_one(TitleBar).state = say("play.saving")
            self._write(self._run.pending())

    async def kept(self, write: Callable[[], None], more: str = "") -> bool:
        """Write something off the screen's thread; say so where it fails.

        Args:
            write: what writes.
            more: what to do where it fails; Enter tries again by default.

        Returns:
            Whether it is on the disk.
        """
        try:
            await asyncio.to_thread(write)
        except TutorError as error:
            show_error(self, error, more or say("play.retry"))
            return False
        hide(self)
        return True

    @work(thread=True, group="save", exit_on_error=False)
    def _write(self, pending: Pending) -> None:
        """Write what is pending."""
        try:
            self._desk.write(pending)
        except TutorError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Saved(pending))

    @on(Saved)
    def _confirm(self, message: Saved) -> None:
        """Say that what was answered is on the disk."""
        if self._run is not None:
            self._run.confirm(message.pending)
            hide(self)
            answered = bool(message.pending.answers)
            self.query_one(TitleBar).state = say("play.saved") if answered else ""
