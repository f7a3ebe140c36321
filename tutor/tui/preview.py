"""The full-screen preview of a course file; it opens no store and writes nothing."""

from collections.abc import Callable
from pathlib import Path, PurePath

from textual.app import App

from tutor.services.previewing import Preview
from tutor.tui.app import SHEETS
from tutor.tui.keys import binding
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.preview import PreviewScreen
from tutor.tui.theme import DARK, LIGHT

PREVIEW_SHEETS: list[str | PurePath] = [
    *SHEETS,
    "screens/preview.tcss",
    "widgets/preview_reader.tcss",
    "widgets/preview_panel.tcss",
]
"""The sheets of the lesson screen, and those only a preview needs."""


class PreviewApp(App[None]):
    """Shows one file to the teacher who writes it."""

    TITLE = "Tuteur CPTS"
    CSS_PATH = PREVIEW_SHEETS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [binding("stop"), binding("help")]

    def __init__(self, path: Path, read: Callable[[], Preview]) -> None:
        """Take what is to be shown.

        Args:
            path: the file.
            read: returns it as it reads now; called in a worker.
        """
        super().__init__()
        self._path = path
        self._read_file = read
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def on_mount(self) -> None:
        """Show the file."""
        self.push_screen(PreviewScreen(self._path, self._read_file))

    def action_help(self) -> None:
        """Show the keys."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen("app", "preview"))

    def action_press(self, key: str) -> None:
        """Do what a key does, for the mouse."""
        self.simulate_key(key)

    def action_leave(self) -> None:
        """Close the preview."""
        self.exit()
