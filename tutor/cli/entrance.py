"""How the tutor opens: full screen on a terminal, a summary elsewhere."""

import sys

import click

from tutor.cli.folders import added_folders, place_at_hand
from tutor.locale import say


def is_terminal() -> bool:
    """Return whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_tutor(
    course: str | None,
    target: str | None = None,
    *,
    seed: int | None = None,
    shuffled: bool | None = None,
    minutes: int | None = None,
) -> None:
    """Open the tutor where the intern left off.

    Args:
        course: what `--course` named.
        target: what to open at once; `revision` for what is due.
        seed: the seed of the order of options.
        shuffled: False keeps source order.
        minutes: how long a review may last.

    Raises:
        TutorError: the course or the store cannot be used.
    """
    if not is_terminal():
        from tutor.cli.status import print_status

        click.echo(say("home.status.no-terminal"), err=True)
        print_status(course)
        return
    from tutor.services.places import find_course
    from tutor.tui.app import Errand, TutorApp

    errand = Errand(target, seed, shuffled, minutes)
    place = place_at_hand()
    app = TutorApp(find_course(course), place, errand, added=added_folders())
    app.run()
    if app.parting is not None:
        raise app.parting
