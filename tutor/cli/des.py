"""`tutor des`: the DES view line by line, and one's own position."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.services.desk import Desk


@click.command(cls=SpokenCommand, help="cli.des")
@click.argument("code", required=False, metavar="[CODE]")
@click.argument("value", required=False, metavar="[POSITION]")
@click.option("--place", is_flag=True, help="cli.des.place")
@click.pass_obj
def des(course: str | None, code: str | None, value: str | None, place: bool) -> None:
    """Show competencies, one of them or an item; keep a position."""
    from tutor.cli.desks import desk_of
    from tutor.cli.plain_des import PlainDes

    if code is None and not place:
        print_des(course)
        put(say("plain.des.how"), err=True)
        return
    writes = place or value is not None
    desk = desk_of(course, writing=writes)
    try:
        for notice in desk.notices:
            put(say(notice.message_id, **notice.values), err=True)
        if place:
            _ask(desk, code)
            return
        wanted = code or ""
        if value is not None:
            PlainDes(desk).place(wanted, value)
            put(say("play.saved.position"))
        for line in PlainDes(desk).of(wanted):
            put(line)
    finally:
        desk.close()


def print_des(course: str | None) -> None:
    """Print each competency, what to talk over, and the calibration.

    Args:
        course: what `--course` named.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    from tutor.cli.desks import desk_of
    from tutor.cli.plain_des import PlainDes

    desk = desk_of(course, writing=False)
    for notice in desk.notices:
        put(say(notice.message_id, **notice.values), err=True)
    for line in PlainDes(desk).overview():
        put(line)


def _ask(desk: "Desk", code: str | None) -> None:
    """Ask where the person stands on each item without a position."""
    from tutor.cli.console import Console
    from tutor.cli.plain_des import PlainDes, ask_positions, scale_lines

    view = PlainDes(desk)
    codes = [code] if code else [c.code for c in desk.course.framework.competence]
    items = [item for each in codes for item in view.unplaced(each)]
    if not items:
        put(say("plain.des.all-placed"))
        return
    put(count("plain.des.asked", len(items)))
    for line in scale_lines():
        put(line)
    kept = ask_positions(desk, items, Console())
    put(count("plain.des.kept", kept))
