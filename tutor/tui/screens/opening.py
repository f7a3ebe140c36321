"""A screen that opens a run off its thread, and draws it at once where it is quick."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.services.wording import left_out_text
from tutor.tui.screens.reading import ReadingScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.title_bar import TitleBar

SOON = 0.15
"""Seconds before anybody is told to wait; until then the screen before stays."""


class OpeningScreen(ReadingScreen):
    """Opens a run, and says that it does where that takes long."""

    @dataclass
    class Ready(Message):
        """The run is open."""

        run: Run
        lost: str
        """What its file lost, if anything."""

    def __init__(self, desk: Desk, begin: Callable[[], Run]) -> None:
        """Take what opens the run.

        Args:
            desk: the person's desk.
            begin: opens it; may take long, and raise any error of the tutor.
        """
        super().__init__(desk)
        self._begin = begin
        self._was_resumed = False

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the notice and the keys; the flow comes with the run."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        yield KeyBar("home")

    async def on_mount(self) -> None:
        """Open the run; what is soon there is drawn once, with all around it."""
        opening = asyncio.create_task(asyncio.to_thread(self._open))
        await asyncio.wait({opening}, timeout=SOON)
        if opening.done():
            found = opening.result()
            if isinstance(found, self.Ready):
                await self.show(found)
            else:
                self.post_message(found)
            return
        loading = Static(f"\n    {say('home.loading')}", id="loading", markup=False)
        await self.mount(loading, before=self.query_one(KeyBar))
        self.run_worker(self._announce(opening), group="open", exit_on_error=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Spare what was made a moment ago, and styled as it was, a second styling."""
        event.refresh_styles = self._was_resumed
        self._was_resumed = True

    async def show(self, message: Ready) -> None:
        """Show the run where it stands; nothing here, each screen says how.

        Args:
            message: the run, and what its file lost.
        """

    @on(Ready)
    async def _show_late(self, message: Ready) -> None:
        """Show a run that took long to open."""
        await self.query("#loading").remove()
        if self.is_attached:
            await self.show(message)

    async def _announce(self, opening: asyncio.Task[Message]) -> None:
        """Tell of a run, or of an error, once it is there."""
        self.post_message(await opening)

    def _open(self) -> Message:
        """Open the run, in a thread; return it or why it could not be opened."""
        try:
            run = self._begin()
            path = run.started.path
            slips = self._desk.library.find(path).left_out if path else ()
        except TutorError as error:
            return self.Failed(error)
        return self.Ready(run, left_out_text(slips))
