"""The smallest Textual app: what the tutor's first frame is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static
from typing_extensions import override

MARK = "Un seul texte"


class OneStatic(App[None]):
    """Shows one line."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(MARK)


if __name__ == "__main__":
    OneStatic().run()
