"""The full-screen tutor: opens Home, holds the desk, leaves only once all is saved."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path, PurePath
from random import Random, SystemRandom
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on, work
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.clock import Clock
from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.looks import read_looks
from tutor.services.outlook import Outlook, read_outlook
from tutor.services.system_clock import SystemClock
from tutor.store.place import Place
from tutor.tui.dressed import DressedApp
from tutor.tui.keys import binding
from tutor.tui.leaving import LeavingApp
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.small import SmallScreen, small_text
from tutor.tui.screens.ways import place_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tutor.services.desk import Desk

STYLED_WIDGETS = (
    "title_bar", "key_bar", "menu", "page", "run_flow", "question_card",
    "choice_list", "certainty_bar", "own_mark", "concordance_grid", "feedback_view",
    "rating_card", "reflection_card", "end_card", "item_list", "matching_grid",
    "order_list", "relay_editor", "directory_card", "discussion_list", "danger_list",
    "result_list", "told_list", "return_card", "words_card", "settings_list",
)  # fmt: skip
STYLED_SCREENS = (
    "dangers", "des", "export", "help", "identity", "palette", "report", "search", "small",
)  # fmt: skip
LEAST_WIDTH = 60
LEAST_HEIGHT = 16
"""Below this nothing can be read at ease; 80×24 is what the screens are drawn for."""

SHEETS: list[str | PurePath] = [
    "app.tcss",
    *(f"screens/{name}.tcss" for name in STYLED_SCREENS),
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
    first: "Callable[[Desk], Screen[None]] | None" = None
    """Makes what is shown over Home, in place of a target."""


class TutorApp(DressedApp, LeavingApp):
    """The tutor in full screen."""

    CSS_PATH = SHEETS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [*map(binding, ("quit", "stop", "help", "help-writing", "palette"))]

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
        self.title = say("home.title")
        self.sub_title = place.profile
        self._errand = errand
        self._is_ready = False
        self._chance = chance or SystemRandom()
        self.dress(read_looks(place))

    @cached_property
    def desk(self) -> "Desk":
        """The person's desk; loading it is for a worker."""
        from tutor.services.desk import Desk

        return Desk(
            self._root, self._place, self.clock, self._chance, added=self._added
        )

    def on_mount(self) -> None:
        """Show Home from the cache, then compute it afresh."""
        self.watch_signals()
        self.push_screen(HomeScreen(read_outlook(self._root, self._place, self._added)))
        if self._errand.target:
            self.open_target(self._errand.target)
        else:
            self.call_after_refresh(self.look_again)
            if self._errand.first is not None:
                self.push_screen(self._errand.first(self.desk))

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
            self._get_ready()

    def _get_ready(self) -> None:
        """Load what opens a lesson, while the person still reads Home."""
        import_module("tutor.tui.screens.run")
        assert self.desk.library.index
        if not (self._is_ready or self.is_headless):
            gc.freeze()  # the course stays: why look through all of it for what goes
        self._is_ready = True

    def open_target(self, target: str, at: tuple[str, str] | None = None) -> None:
        """Open a run over a target.

        Args:
            target: an id, a path, or `revision` for what is due.
            at: the place to bring into view, as `RunScreen` takes it.
        """
        from tutor.tui.screens.run import RunScreen

        errand, self._errand = self._errand, Errand()
        _, seed, shuffled, minutes, _ = errand
        screen = RunScreen(
            self.desk, target, seed=seed, shuffled=shuffled, minutes=minutes, at=at
        )
        self.push_screen(screen)

    async def jump(self, target: str) -> None:
        """Go straight to a target, from wherever one is.

        Args:
            target: an id.
        """
        if await self.may_go():
            self._uncover_home()
            self.open_target(target)

    def go_home(self) -> None:
        """Come back to Home, computed afresh."""
        self._uncover_home()
        self.look_again()

    def _uncover_home(self) -> None:
        """Close whatever lies over Home."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        self._cover(*self.size)

    @on(HomeScreen.Wanted)
    def _open_wanted(self, message: HomeScreen.Wanted) -> None:
        """Open what Home asks for."""
        if not isinstance(self.screen, HomeScreen):
            return  # asked twice at once
        if place := place_at(message.target):
            name, _, screen = place.partition(":")
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
        self.dress_again(read_looks(self._place))

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
        self._cover(*event.size)

    def _cover(self, width: int, height: int) -> None:
        """Cover what is shown where the window is too small; uncover it where not."""
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
        from tutor.tui.at_hand import keys_at_hand
        from tutor.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen | SmallScreen):
            self.push_screen(HelpScreen(here=keys_at_hand(self.screen)))

    def action_palette(self) -> None:
        """Show all that can be done from here; a sheet has its own few keys."""
        if not self.screen.is_modal:
            from tutor.tui.screens.palette import Palette

            self.push_screen(Palette())

    def action_press(self, key: str) -> None:
        """Do what a key does, for the mouse."""
        self.simulate_key(key)

    @override
    def put_away(self) -> None:
        """Let another tutor write."""
        if "desk" in self.__dict__:
            self.desk.close()
