"""The smallest Textual app that turns a page: its one widget fills the screen anew."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static
from typing_extensions import override

LINES = 38
"""As many as a page of the tutor has in the bench's terminal."""
_WORDS = "assez de mots pour remplir la largeur d'une page que quelqu'un lit"


def heading(number: int) -> str:
    """Return the first line of a page, by which its frame is known.

    Args:
        number: of the page, from 0.
    """
    return f"Page numéro {number} "


class OnePage(App[None]):
    """Shows page after page."""

    number = 0

    @override
    def compose(self) -> ComposeResult:
        """Lay out the first page."""
        yield Static(self._page())

    def on_key(self, event: events.Key) -> None:
        """Turn the page."""
        event.stop()
        self.number += 1
        self.query_one(Static).update(self._page())

    def _page(self) -> str:
        """Return the page where one is."""
        lines = (f"{line} de {self.number}, {_WORDS}" for line in range(LINES))
        return "\n".join([heading(self.number), *lines])


if __name__ == "__main__":
    OnePage().run()
