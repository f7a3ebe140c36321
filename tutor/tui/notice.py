"""The line under the title that says what went wrong, and what to do."""

from collections.abc import Sequence

from textual.screen import Screen
from textual.widgets import Static

from tutor.domain.errors import TutorError
from tutor.domain.notice import Notice
from tutor.locale import advise, say


def show_notices(screen: Screen[None], notices: Sequence[Notice]) -> None:
    """Show what the person must be told about their store.

    Args:
        screen: a screen with a `#notice`.
        notices: none hides nothing.
    """
    if notices:
        _show(screen, "\n".join(_sentence(n.message_id, n.values) for n in notices))


def show_error(screen: Screen[None], error: TutorError, more: str = "") -> None:
    """Show an error in place, without losing what is on the screen.

    Args:
        screen: a screen with a `#notice`.
        error: what happened.
        more: what else to say.
    """
    _show(screen, f"{_sentence(error.message_id, error.values)} {more}".strip())


def hide(screen: Screen[None]) -> None:
    """Take the line away."""
    screen.query_one("#notice").remove_class("-shown")


def _show(screen: Screen[None], text: str) -> None:
    """Show a text in the line."""
    screen.query_one("#notice", Static).update(text)
    screen.query_one("#notice").add_class("-shown")


def _sentence(message_id: str, values: dict[str, str] | dict[str, object]) -> str:
    """Return what happened and what to do."""
    return f"{say(message_id, **values)} {advise(message_id, **values)}".strip()
