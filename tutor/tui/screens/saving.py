"""A screen that holds a run and saves it: a worker writes, a message tells."""

import asyncio
from collections import deque
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
from tutor.tui.widgets.ground import Ground
from tutor.tui.widgets.title_bar import TitleBar


class SavingScreen(Screen[None], Ground):
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
        self._texts: deque[tuple[str, str, str | None]] = deque()
        """What was written and is not on the disk: its block, its words and, for a
        message, its run."""
        self._known_texts: set[tuple[str, str, str | None]] = set()

    async def before_leaving(self) -> bool:
        """Save what is left; return whether leaving loses nothing, or is insisted on."""
        run = self._run
        if run is None or self._desk.is_read_only:
            return True
        for subject, text in self.drafts():
            self._take_text(subject, text)
        run.leave()
        pending = run.pending()
        if await self.kept(lambda: self._put(pending)):
            run.confirm(pending)
            return True
        insists, self._insists = self._insists, True
        return insists

    @property
    def is_behind(self) -> bool:
        """Whether something answered or written is not on the disk."""
        unsaved = self._run is not None and bool(self._run.unsaved)
        return unsaved or bool(self._texts)

    def drafts(self) -> list[tuple[str, str]]:
        """Return what is being written and not finished, to be kept on leaving."""
        return []

    def keep_text(self, subject: str, text: str, run: str | None = None) -> None:
        """Save words of the person as a note, in a worker; the same ones once.

        Args:
            subject: the id of the block they were written for.
            text: what they wrote.
            run: for a message, the run it was written in.
        """
        self._take_text(subject, text, run)
        self.save()

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
            self._put(pending)
        except TutorError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Saved(pending))

    def _take_text(self, subject: str, text: str, run: str | None = None) -> None:
        """Put words among what is to be saved, unless they were before."""
        words = (subject, text, run)
        if words not in self._known_texts:
            self._known_texts.add(words)
            self._texts.append(words)

    def _put(self, pending: Pending) -> None:
        """Write answers, then words; what the disk refuses waits for the next time."""
        self._desk.write(pending)
        while self._texts:
            words = self._texts.popleft()
            subject, text, run = words
            try:
                self._desk.pen.note(subject, text, run=run)
            except TutorError:
                self._texts.appendleft(words)
                raise

    @on(Saved)
    def _confirm(self, message: Saved) -> None:
        """Say that what was answered is on the disk."""
        if self._run is not None:
            self._run.confirm(message.pending)
            hide(self)
            answered = bool(message.pending.answers)
            self.query_one(TitleBar).state = say("play.saved") if answered else ""
