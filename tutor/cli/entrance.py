"""How the tutor opens: full screen on a terminal, a summary elsewhere."""

import os
import sys
from typing import TYPE_CHECKING

from tutor.cli.fitting import put
from tutor.cli.folders import added_folders, place_at_hand
from tutor.cli.legible import lacking
from tutor.locale import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tutor.services.desk import Desk

PLAIN = "TUTOR_PLAIN"
"""The variable that asks for one line after another, whatever the terminal can do."""
UNABLE = frozenset({"", "dumb", "unknown"})
"""What `TERM` says of a terminal that only writes one line after another."""


def is_terminal() -> bool:
    """Return whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def can_draw() -> bool:
    """Return whether a person sits here and the terminal can hold a full screen.

    Where it cannot, a line says why and what there is instead.
    """
    if not is_terminal() or os.environ.get(PLAIN, "").strip():
        return False
    if os.name == "posix" and os.environ.get("TERM", "") in UNABLE:
        said = say("terminal.dumb", name=os.environ.get("TERM", ""))
    elif name := lacking(sys.stdout):
        said = say("terminal.encoding", name=name)
    else:
        return True
    put(said, err=True)
    return False


def open_tutor(
    course: str | None,
    target: str | None = None,
    *,
    seed: int | None = None,
    shuffled: bool | None = None,
    minutes: int | None = None,
    first: "Callable[[Desk], Screen[None]] | None" = None,
) -> None:
    """Open the tutor where the intern left off.

    Args:
        course: what `--course` named.
        target: what to open at once; `revision` for what is due.
        seed: the seed of the order of options.
        shuffled: False keeps source order.
        minutes: how long a review may last.
        first: makes what is shown at once over Home, in place of a target.

    Raises:
        TutorError: the course or the store cannot be used.
    """
    if not can_draw():
        from tutor.cli.status import print_status

        if not is_terminal():
            put(say("home.status.no-terminal"), err=True)
        print_status(course)
        return
    from tutor.services.places import find_course
    from tutor.tui.app import Errand, TutorApp

    errand = Errand(target, seed, shuffled, minutes, first)
    place = place_at_hand()
    app = TutorApp(find_course(course), place, errand, added=added_folders())
    app.run()
    if app.parting is not None:
        raise app.parting
