"""The smallest Textual app that answers keys: its one widget says how many there were."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static
from typing_extensions import override

MARK = "Aucune touche"


class OneWidget(App[None]):
    """Counts keys."""

    presses = 0

    @override
    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(MARK)

    def on_key(self, event: events.Key) -> None:
        """Show one more."""
        self.presses += 1
        self.query_one(Static).update(f"{self.presses} {event.key}")


if __name__ == "__main__":
    OneWidget().run()
