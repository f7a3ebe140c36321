"""One line in place of everything, while the window is too small."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from tutor.locale import advise, say
from tutor.tui.keys import binding


class SmallScreen(ModalScreen[None]):
    """Says that the window is too small; what lies under it waits."""

    BINDINGS = [binding("quit", "app.leave")]

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._text = small_text(width, height)

    @override
    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(self._text, markup=False)


def small_text(width: int, height: int) -> str:
    """Return what to say of a size, and what to do.

    Args:
        width: cells.
        height: lines.
    """
    said = say("errors.small-terminal", width=width, height=height)
    return f"{said} {advise('errors.small-terminal')}"
