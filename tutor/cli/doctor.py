"""`tutor doctor`: how the tutor is on this machine, ready to paste."""

import shutil
import sys

import click

from tutor.cli.fitting import put
from tutor.cli.folders import added_folders, place_at_hand
from tutor.cli.spoken import SpokenCommand
from tutor.locale import say


@click.command(cls=SpokenCommand, help="cli.doctor")
@click.pass_obj
def doctor(course: str | None) -> int:
    """Print how the tutor is; 1 where something is wrong."""
    from tutor.services.health import Screen, report_of
    from tutor.services.places import find_course

    streams = (sys.stdin, sys.stdout, sys.stderr)
    screen = Screen(
        encodings=tuple(getattr(each, "encoding", "") or "?" for each in streams),  # type: ignore[arg-type]
        are_terminals=tuple(each.isatty() for each in streams),  # type: ignore[arg-type]
        size=shutil.get_terminal_size(),
    )
    place, root = place_at_hand(), find_course(course)
    report = report_of(place, root, screen, added=added_folders())
    for title, lines in report.parts:
        put(title)
        for name, value in lines:
            put(say("doctor.line", name=name, value=value))
    for problem in report.problems:
        put(say("doctor.problem", text=problem))
    if not report.problems:
        put(say("doctor.fine"))
    put(say("doctor.private"), err=True)
    return 1 if report.problems else 0
