"""The full-screen preview of a course file; it opens no store and writes nothing."""

from collections.abc import Callable
from pathlib import Path, PurePath

from tutor.domain.looks import Looks
from tutor.locale import say
from tutor.services.previewing import Preview
from tutor.tui.app import SHEETS
from tutor.tui.at_hand import keys_at_hand
from tutor.tui.dressed import DressedApp
from tutor.tui.keys import binding
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.preview import PreviewScreen

PREVIEW_SHEETS: list[str | PurePath] = [
    *SHEETS,
    "screens/preview.tcss",
    "widgets/preview_reader.tcss",
    "widgets/preview_panel.tcss",
]
"""The sheets of the lesson screen, and those only a preview needs."""


class PreviewApp(DressedApp):
    """Shows one file to the teacher who writes it."""

    CSS_PATH = PREVIEW_SHEETS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [*map(binding, ("stop", "help", "help-writing"))]

    def __init__(
        self, path: Path, read: Callable[[], Preview], looks: Looks | None = None
    ) -> None:
        """Take what is to be shown.

        Args:
            path: the file.
            read: returns it as it reads now; called in a worker.
            looks: how the teacher wants the screen.
        """
        super().__init__()
        self.title = say("home.title")
        self._path = path
        self._read_file = read
        self.dress(looks or Looks())

    def on_mount(self) -> None:
        """Show the file."""
        self.push_screen(PreviewScreen(self._path, self._read_file))

    def action_help(self) -> None:
        """Show the keys."""
        if not isinstance(self.screen, HelpScreen):
            here = keys_at_hand(self.screen)
            self.push_screen(HelpScreen("preview", here=here))

    def action_press(self, key: str) -> None:
        """Do what a key does, for the mouse."""
        self.simulate_key(key)

    def action_leave(self) -> None:
        """Close the preview."""
        self.exit()
