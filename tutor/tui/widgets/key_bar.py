"""The bottom line: only the keys that work now; each can be clicked."""

from textual.content import Content
from typing_extensions import override

from tutor.tui.keys import Key, key
from tutor.tui.widgets.drawn import Drawn


class KeyBar(Drawn):
    """Names keys and runs them when clicked."""

    def __init__(self, *key_ids: str) -> None:
        super().__init__()
        self._keys = key_ids

    def show(self, *key_ids: str) -> None:
        """Name other keys.

        Args:
            *key_ids: their ids in the list of keys.
        """
        self._keys = key_ids
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the keys in as many lines as they need."""
        lines, line = [], Content("")
        for key_id in self._keys:
            found = key(key_id)
            piece = _piece(found)
            if line.cell_length + piece.cell_length + 3 > width and line:
                lines.append(line)
                line = Content("")
            line = line + (Content("   ") if line else Content("")) + piece
        return [*lines, line]


def _piece(found: Key) -> Content:
    """Return a key and what it does; a click presses it, unless it would choose."""
    named = "[bold $primary]$shown[/] $label"
    pressed = found.keys.split(",")[0] if found.clicked is None else found.clicked
    markup = f"[@click=app.press('{pressed}')]{named}[/]" if pressed else named
    return Content.from_markup(markup, shown=found.shown, label=found.label)
