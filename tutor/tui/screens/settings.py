"""The settings: each applies at once and is saved; made from one model."""

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from typing_extensions import override

from tutor.domain.errors import TutorError
from tutor.domain.settings import Choice, Settings
from tutor.locale import say
from tutor.locale.language import speak
from tutor.services.settings import keep_setting, tongue_of
from tutor.tui.dressed import DressedApp
from tutor.tui.keys import binding
from tutor.tui.notice import hide, show_error
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.settings_list import SettingsList
from tutor.tui.widgets.title_bar import TitleBar


class SettingsScreen(LookingScreen):
    """Lists the settings."""

    BINDINGS = [binding("close-settings")]

    class Ready(Message):
        """What the store has is known."""

        def __init__(self, settings: Settings) -> None:
            super().__init__()
            self.settings = settings

    class Saved(Message):
        """A setting is on the disk."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title and the keys; the list comes with the settings."""
        yield from self.waiting("up", "down", "setting", "close-settings", "help")

    def on_mount(self) -> None:
        """Name the place and look for what is set."""
        self._settings = Settings()
        self._has_changed = False
        self.query_one(TitleBar).place = say("settings.title")
        self._look()

    @work(thread=True, exclusive=True, group="settings", exit_on_error=False)
    def _look(self) -> None:
        """Read the store in a worker."""
        desk = self._desk
        self.attempt(lambda: self.Ready(Settings.kept_in(desk.store.preferences())))

    @on(Ready)
    async def _show(self, message: Ready) -> None:
        """Show the settings."""
        self._settings = message.settings
        await self.query("#loading").remove()
        for flow in self.query("#flow"):
            shown = SettingsList(self._settings, no_colour=self.app.no_color)
            await flow.mount(shown)
            shown.focus()

    @on(SettingsList.Chosen)
    def _take(self, message: SettingsList.Chosen) -> None:
        """Apply a value at once, then save it."""
        self._settings = self._settings.with_value(message.name, message.value)
        self._has_changed = True
        if isinstance(self.app, DressedApp):
            self.app.has_chosen = True
            self.app.dress(self._settings.looks)
        if message.name == "lang":
            self._speak()
        self.query_one(SettingsList).show(self._settings)
        self.query_one(TitleBar).state = ""
        self._save(message.name, message.value)

    def _speak(self) -> None:
        """Say in the language chosen what is on the screen already."""
        speak(tongue_of(self._settings))
        self.query_one(TitleBar).place = say("settings.title")
        for screen in self.app.screen_stack:
            for bar in screen.query(KeyBar):
                bar.redraw()

    @work(thread=True, group="saving", exit_on_error=False)
    def _save(self, name: str, value: Choice) -> None:
        """Put a setting on the disk in a worker: the latest value, if it has changed."""
        self.attempt(lambda: self._kept(name, value))

    def _kept(self, name: str, value: Choice) -> Saved:
        """Put a setting on the disk."""
        latest = self._settings.value(name)
        if latest == value:
            keep_setting(self._desk.store, self._desk.place, name, latest)
        return self.Saved()

    @on(Saved)
    def _say_saved(self) -> None:
        """Say that it is on the disk."""
        hide(self)
        self.query_one(TitleBar).state = say("settings.kept")

    @override
    def tell(self, error: TutorError) -> None:
        """Say what went wrong, and what holds all the same."""
        show_error(self, error, say("settings.for-now"))

    def action_close(self) -> None:
        """Go back; Home is computed afresh, since the store has changed."""
        self.dismiss()
        if self._has_changed:
            self.app.look_again()  # type: ignore[attr-defined]
