"""Home: the next step and why, what is due, the way, what the answers show."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from typing_extensions import override

from tutor.domain.clock import Clock
from tutor.domain.notice import Notice
from tutor.locale import advise, count, say, short_date
from tutor.services.outlook import Outlook
from tutor.tui.keys import binding
from tutor.tui.screens.home_lines import menu_lines
from tutor.tui.screens.ways import PLACES, target_of
from tutor.tui.widgets.ground import Ground
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Menu
from tutor.tui.widgets.title_bar import TitleBar

NAMED = (
    *("open", "review", "search", "des", "palette"),
    *("track", "settings", "marks", "asked", "help", "quit"),
)
"""The keys of the bottom line, as many as there is room for."""


class HomeScreen(Screen[None], Ground):
    """Where was I, what next, and why."""

    BINDINGS = [*map(binding, ("review", "track", *PLACES))]

    @dataclass
    class Wanted(Message):
        """The person wants to open an id, `revision`, `parcours` or a place of `ways`."""

        target: str

    def __init__(self, outlook: Outlook | None) -> None:
        super().__init__()
        self._outlook = outlook

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the list and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow", can_focus=False):
            if self._outlook is None:
                yield Static(f"\n    {say('home.loading')}", id="loading", markup=False)
            else:
                yield Menu(menu_lines(self._outlook, self._today()))
        yield KeyBar(*self._named())

    def on_mount(self) -> None:
        """Name the place and the day."""
        self._name_the_day()

    def show(self, outlook: Outlook, notices: Sequence[Notice]) -> None:
        """Show what has been computed.

        Args:
            outlook: Home's content.
            notices: what the person must be told about their store.
        """
        if not self.is_attached:
            return  # the tutor is closing
        if notices:
            said = [
                f"{say(n.message_id, **n.values)} {advise(n.message_id, **n.values)}"
                for n in notices
            ]
            self.query_one("#notice", Static).update("\n".join(said))
            self.query_one("#notice").add_class("-shown")
        if outlook == self._outlook:
            return
        self._outlook = outlook
        self._name_the_day()
        flow = self.query_one("#flow")
        with self.app.batch_update():
            flow.remove_children()
            menu = Menu(menu_lines(outlook, self._today()))
            flow.mount(menu)
        menu.focus()

    @on(Menu.Opened)
    def _want(self, message: Menu.Opened) -> None:
        """Ask for what was opened."""
        self.post_message(self.Wanted(message.target))

    def action_review(self) -> None:
        """Ask for what is due."""
        if self._outlook and self._outlook.asks(self._today()):
            self.post_message(self.Wanted("revision"))
        else:
            self.notify(say("home.review.none"))

    def action_track(self) -> None:
        """Ask for another track."""
        self.post_message(self.Wanted("parcours"))

    def action_show(self, place: str) -> None:
        """Ask for a place; what the answers fill waits for Home.

        Args:
            place: one of `PLACES`.
        """
        if self._outlook is not None or place not in self.idle_keys():
            self.post_message(self.Wanted(target_of(place)))

    def _today(self) -> str:
        """Return the local day as an ISO date."""
        clock = self._clock()
        return clock.local_day(clock.now()).isoformat()

    def _name_the_day(self) -> None:
        """Put the day and what is due on the top line."""
        bar, clock = self.query_one(TitleBar), self._clock()
        bar.place = " · ".join(filter(None, [say("home.title"), self.app.sub_title]))
        parts = [short_date(clock.local_day(clock.now()))]
        if self._outlook is not None and (due := self._outlook.due(self._today())):
            parts.append(count("home.due", due))
        bar.state = " · ".join(parts)
        self.query_one(KeyBar).show(*self._named())

    def _named(self) -> list[str]:
        """Return the ids of the keys to name: review only where something is due."""
        idle = self.idle_keys()
        return [each for each in NAMED if each not in idle]

    def idle_keys(self) -> frozenset[str]:
        """Return the ids of keys that are bound and have nothing to act on now."""
        outlook = self._outlook
        if outlook is None:
            return frozenset({"open", "review", "dangers"})
        idle = {
            "open": not outlook.entries,
            "review": not outlook.asks(self._today()),
            "dangers": not outlook.dangerous,
        }
        return frozenset(each for each, is_idle in idle.items() if is_idle)

    def _clock(self) -> Clock:
        """Return the clock the app was given."""
        clock: Clock = self.app.clock  # type: ignore[attr-defined]
        return clock
