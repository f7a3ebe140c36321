"""The bookmark of a place: put or taken off the screen's thread, and said."""

import asyncio
from functools import partial

from textual.screen import Screen

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.marks import toggle_mark
from tutor.tui.notice import show_error


async def switch_mark(screen: Screen[None], desk: Desk, target: str, key: str) -> None:
    """Put a bookmark, or take it away.

    Args:
        screen: where it is said; it has a `#notice`.
        desk: the person's.
        target: the lesson or bank the place is in.
        key: the stop.
    """
    toggle = partial(toggle_mark, desk, target, key, desk.chance)
    try:
        is_there = await asyncio.to_thread(toggle)
    except TutorError as error:
        show_error(screen, error)
    else:
        screen.notify(say(f"reading.mark.{'put' if is_there else 'taken'}"))
