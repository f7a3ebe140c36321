"""The full-screen tutor: opens Home, holds the desk, leaves only once all is saved."""

import asyncio
import contextlib
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path, PurePath
from random import Random, SystemRandom
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on, work
from textual.app import App
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.message import Message
from textual.widget import MountError
from textual.widgets import Static
from textual.worker import WorkerError
from typing_extensions import override

from tutor.domain.clock import Clock
from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.outlook import Outlook, read_outlook
from tutor.services.system_clock import SystemClock
from tutor.store.place import Place
from tutor.tui.keys import binding
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.small import SmallScreen, small_text
from tutor.tui.screens.ways import PLACES
from tutor.tui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from tutor.services.desk import Desk

STYLED_WIDGETS = (
    "title_bar", "key_bar", "menu", "page", "run_flow", "question_card",
    "choice_list", "certainty_bar", "own_mark", "concordance_grid", "feedback_view",
    "rating_card", "reflection_card", "end_card", "item_list", "matching_grid",
    "order_list", "relay_editor", "directory_card", "discussion_list", "danger_list",
    "result_list", "told_list", "return_card", "words_card",
)  # fmt: skip
HALF_BUILT = (MountError, NoMatches, NoScreen)
"""What Textual raises where a screen closes before it has been mounted."""
LEAST_WIDTH = 60
LEAST_HEIGHT = 16
"""Below this nothing can be read at ease; 80×24 is what the screens are drawn for."""

SHEETS: list[str | PurePath] = [
    "app.tcss",
    *(
        f"screens/{name}.tcss"
        for name in ("dangers", "des", "help", "identity", "search", "small")
    ),
    *(f"widgets/{name}.tcss" for name in STYLED_WIDGETS),
]
"""Every sheet, parsed once at the start: a screen that brought its own would parse
them while the person waits for it."""


class Errand(NamedTuple):
    """What to open at once, and how."""

    target: str | None = None
    seed: int | None = None
    shuffled: bool | None = None
    minutes: int | None = None
    """How long a review may last, if not what the person chose."""


class TutorApp(App[None]):
    """The tutor in full screen."""

    TITLE = "Tuteur CPTS"
    CSS_PATH = SHEETS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [binding("quit"), binding("stop"), binding("help")]

    @dataclass
    class Looked(Message):
        """Home's content has been computed."""

        outlook: Outlook

    @dataclass
    class Failed(Message):
        """Something could not be opened or saved."""

        error: TutorError

    def __init__(
        self,
        root: Path,
        place: Place,
        errand: Errand = Errand(),  # noqa: B008 - an immutable default
        *,
        added: Sequence[Path] = (),
        clock: Clock | None = None,
        chance: Random | None = None,
    ) -> None:
        super().__init__()
        self.parting: TutorError | None = None
        """Why the tutor had to close, for the command line to say."""
        self.clock: Clock = clock or SystemClock()
        """What time it is."""
        self._root = root
        self._added = tuple(path.absolute() for path in added)
        self._place = place
        self.sub_title = place.profile
        self._errand = errand
        self._chance = chance or SystemRandom()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    @cached_property
    def desk(self) -> "Desk":
        """The person's desk; loading it is for a worker."""
        from tutor.services.desk import Desk

        return Desk(
            self._root, self._place, self.clock, self._chance, added=self._added
        )

    def on_mount(self) -> None:
        """Show Home from the cache, then compute it afresh."""
        self._watch_signals()
        self.push_screen(HomeScreen(read_outlook(self._root, self._place, self._added)))
        if self._errand.target:
            self.open_target(self._errand.target)
        else:
            self.call_after_refresh(self.look_again)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def look_again(self) -> None:
        """Compute what Home shows."""
        from tutor.services.looking_out import look_out

        try:
            outlook = look_out(self.desk)
        except TutorError as error:
            self.post_message(self.Failed(error))
        else:
            self.post_message(self.Looked(outlook))

    def open_target(self, target: str) -> None:
        """Open a run over a target.

        Args:
            target: an id, a path, or `revision` for what is due.
        """
        from tutor.tui.screens.run import RunScreen

        errand, self._errand = self._errand, Errand()
        _, seed, shuffled, minutes = errand
        screen = RunScreen(
            self.desk, target, seed=seed, shuffled=shuffled, minutes=minutes
        )
        self.push_screen(screen)

    def go_home(self) -> None:
        """Come back to Home, computed afresh."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        self.look_again()

    @on(HomeScreen.Wanted)
    def _open_wanted(self, message: HomeScreen.Wanted) -> None:
        """Open what Home asks for."""
        if not isinstance(self.screen, HomeScreen):
            return  # asked twice at once
        if message.target in PLACES:
            name, _, screen = PLACES[message.target].partition(":")
            module = import_module(f"tutor.tui.screens.{name}")
            self.push_screen(getattr(module, screen)(self.desk))
        elif message.target == "parcours":
            self._list_tracks()
        else:
            self.open_target(message.target)

    def _list_tracks(self) -> None:
        """List the tracks; Home follows the one the person chooses."""
        from tutor.services.tracks import choose_track, track_of
        from tutor.tui.screens.tracks import TracksScreen

        desk = self.desk

        def follow(chosen: str | None) -> None:
            if chosen is None:
                return
            try:
                choose_track(desk.store, desk.course, chosen)
            except TutorError as error:
                said = say(error.message_id, **error.values)
                self.notify(said, severity="warning")
            else:
                self.look_again()

        try:
            followed = track_of(desk.course, desk.store.preferences())
        except TutorError as error:
            self.close_over(error)
            return
        self.push_screen(TracksScreen(desk.course, followed), follow)

    @on(Looked)
    def _show_outlook(self, message: Looked) -> None:
        """Give Home its content."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.show(message.outlook, self.desk.notices)

    @on(Failed)
    def _part(self, message: Failed) -> None:
        """Close, and leave the reason to the command line."""
        self.close_over(message.error)

    def close_over(self, error: TutorError) -> None:
        """Close, and leave the reason to the command line.

        Args:
            error: why the tutor cannot go on.
        """
        self.parting = error
        self.exit()

    def on_resize(self, event: events.Resize) -> None:
        """Cover a window that is too small with one clear line, and lose nothing."""
        width, height = event.size
        small = width < LEAST_WIDTH or height < LEAST_HEIGHT
        covered = isinstance(self.screen, SmallScreen)
        if small and covered:
            self.screen.query_one(Static).update(small_text(width, height))
        elif small:
            self.push_screen(SmallScreen(width, height))
        elif covered:
            self.pop_screen()

    def action_help(self) -> None:
        """Show the keys."""
        from tutor.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen | SmallScreen):
            self.push_screen(HelpScreen())

    def action_press(self, key: str) -> None:
        """Do what a key does, for the mouse."""
        self.simulate_key(key)

    async def action_leave(self) -> None:
        """Leave once everything answered is on the disk."""
        for screen in self.screen_stack:
            before_leaving = getattr(screen, "before_leaving", None)
            if before_leaving is not None and not await before_leaving():
                return
        with contextlib.suppress(WorkerError):
            await self.workers.wait_for_complete()
        if "desk" in self.__dict__:
            self.desk.close()
        self.exit()

    @override
    async def action_quit(self) -> None:
        """Leave as `q` does."""
        await self.action_leave()

    @override
    def _handle_exception(self, error: Exception) -> None:
        """Show a fault; a screen half built while the tutor leaves is none."""
        if not (self._exit and isinstance(error, HALF_BUILT)):
            super()._handle_exception(error)

    def _watch_signals(self) -> None:
        """Leave properly when the window closes or the system asks."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(number, self._leave_soon)

    def _leave_soon(self) -> None:
        """Begin to leave, from a signal."""
        self.call_later(self._leave_alone)

    async def _leave_alone(self) -> None:
        """Leave where nobody is there to try again: a disk that refuses gets two tries.

        Staying would keep a tutor without a terminal running for ever.
        """
        await self.action_leave()
        if not self._exit:
            await self.action_leave()
