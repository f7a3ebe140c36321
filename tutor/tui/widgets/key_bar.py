"""The bottom line: only the keys that work now; each can be clicked."""

from functools import cache

from textual.content import Content
from typing_extensions import override

from tutor.tui.keys import Key, key
from tutor.tui.widgets.drawn import Drawn

FEWEST, LAST = 4, 2
"""How many names always stay, and how many of them at the end."""


class KeyBar(Drawn):
    """Names keys and runs them when clicked."""

    def __init__(self, *key_ids: str) -> None:
        super().__init__()
        self._keys = key_ids

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the keys named now."""
        return self._keys

    def show(self, *key_ids: str) -> None:
        """Name other keys.

        Args:
            *key_ids: their ids in the list of keys.
        """
        self._keys = key_ids
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the keys in one line; in more where the few that must stay need it.

        The first ones and the last two stay; the help has the others.
        """
        pieces = [_piece(key(key_id)) for key_id in self._keys]
        while len(pieces) > FEWEST and _length(pieces) > width:
            del pieces[-LAST - 1]
        lines, line = [], Content("")
        for piece in pieces:
            if line.cell_length + piece.cell_length + 3 > width and line:
                lines.append(line)
                line = Content("")
            line = line + (Content("   ") if line else Content("")) + piece
        return [*lines, line]


def _length(pieces: list[Content]) -> int:
    """Return how many cells names take on one line."""
    return sum(piece.cell_length + 3 for piece in pieces) - 3


def _piece(found: Key) -> Content:
    """Return a key and what it does; a click presses it, unless it would choose."""
    return pressable(found, "[bold]$shown[/] $label")


def pressable(found: Key, said: str, *, by: str = "app.press") -> Content:
    """Return words about a key that press it when clicked, unless it would choose.

    Args:
        found: the key.
        said: markup in which `$shown`, `$label` and `$effect` stand for what they are.
        by: the action that presses it.
    """
    markup = f"[@click={by}('{found.pressed}')]{said}[/]" if found.pressed else said
    effect = found.effect if "$effect" in said else ""
    return _set_markup(markup, found.shown, found.label, effect)


@cache
def _set_markup(markup: str, shown: str, label: str, effect: str) -> Content:
    """Return markup with its words; there are few, and each is drawn again and again."""
    return Content.from_markup(markup, shown=shown, label=label, effect=effect)
