"""The keys that do something where a person is now."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from textual.screen import Screen
from textual.widgets import Input, TextArea

from tutor.tui.keys import ALWAYS, KEYS, Key, key
from tutor.tui.widgets.key_bar import KeyBar

TYPED = {"question_mark": "?", "exclamation_mark": "!", "slash": "/", "space": " "}
"""The sign a key writes, where its name is not that sign."""


@runtime_checkable
class Knowing(Protocol):
    """A screen that knows which of its keys would do nothing now."""

    def idle_keys(self) -> frozenset[str]:
        """Return the ids of keys that are bound and have nothing to act on."""


def keys_at_hand(screen: Screen[object]) -> list[Key]:
    """Return the keys that work on a screen, those its key bar names first.

    Two keys that do the same are named once.

    Args:
        screen: where the person is.
    """
    named = [each for bar in screen.query(KeyBar) for each in bar.keys]
    bound = set(_bound(screen))
    idle = screen.idle_keys() if isinstance(screen, Knowing) else frozenset()
    bound_in_order = [each.id for each in KEYS if each.id in bound - idle]
    found: dict[tuple[str, str], Key] = {}
    for each in map(key, [*named, *bound_in_order]):
        found.setdefault((each.action, each.label), each)
    return list(found.values())


def _bound(screen: Screen[object]) -> Iterator[str]:
    """Yield the ids of the bindings that a key reaches from where the focus is."""
    for pressed, active in screen.active_bindings.items():
        key_id = active.binding.id
        if key_id and active.enabled and not _is_written(screen, pressed, key_id):
            yield key_id


def _is_written(screen: Screen[object], pressed: str, key_id: str) -> bool:
    """Return whether the field that has the focus takes a key as text."""
    field = screen.focused
    if field is None or key_id in ALWAYS:
        return False
    if isinstance(field, TextArea) and pressed == "enter":
        return True
    sign = TYPED.get(pressed, pressed if len(pressed) == 1 else None)
    if isinstance(field, Input | TextArea):
        return field.check_consume_key(pressed, sign)
    return False
