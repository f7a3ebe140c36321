"""`tutor tracks`: the tracks of the course, and the one to follow."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import count, duration, say

if TYPE_CHECKING:
    from tutor.services.desk import Desk


@click.command(cls=SpokenCommand, help="cli.tracks")
@click.argument("name", required=False, metavar="[ID]")
@click.pass_obj
def tracks(course: str | None, name: str | None) -> None:
    """List the tracks, or follow one."""
    from tutor.cli.desks import desk_of
    from tutor.domain.errors import WrongUseError
    from tutor.services.tracks import choose_track

    desk = desk_of(course, writing=name is not None)
    try:
        if name is not None:
            if name not in {each.id for each in desk.course.head.parcours}:
                raise WrongUseError("errors.unknown-track", id=name)
            choose_track(desk.store, desk.course, name)
        for line in track_lines(desk):
            put(line)
    finally:
        desk.close()


def track_lines(desk: "Desk") -> list[str]:
    """Return each track, how long it is, and which one is followed.

    Args:
        desk: the person's desk.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    from tutor.services.tracks import track_of

    followed = track_of(desk.course, desk.store.preferences())
    minutes = {unit.id: unit.head.duree_min or 0 for unit in desk.course.lessons}
    lines = []
    for track in desk.course.head.parcours:
        time = duration(sum(minutes.get(each, 0) for each in track.lecons))
        length = count("home.track.all", len(track.lecons), time=time)
        word = "followed" if track == followed else "other"
        said = {"title": track.titre, "length": length, "id": track.id}
        lines.append(say(f"plain.track.{word}", **said))
    return lines or [say("plain.track.none")]
