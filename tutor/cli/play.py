"""`tutor play` and `tutor review`: one run, in full screen or in plain lines."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import advise, say

if TYPE_CHECKING:
    from tutor.services.desk import Desk
    from tutor.services.run import Run


@click.command(cls=SpokenCommand, help="cli.play")
@click.argument("target")
@click.option("--plain", is_flag=True, help="cli.play.plain")
@click.option("--seed", type=int, help="cli.play.seed")
@click.option("--no-shuffle", is_flag=True, help="cli.play.no-shuffle")
@click.pass_obj
def play(
    course: str | None, target: str, plain: bool, seed: int | None, no_shuffle: bool
) -> None:
    """Play a target."""
    from tutor.cli.desks import desk_of
    from tutor.cli.entrance import can_draw, open_tutor
    from tutor.services.training import open_run

    shuffled = False if no_shuffle else None
    if not plain and can_draw():
        _refuse_unknown(course, target)
        open_tutor(course, target=target, seed=seed, shuffled=shuffled)
        return
    desk = desk_of(course, writing=True)
    try:
        run = open_run(desk, target, desk.chance, seed=seed, shuffled=shuffled)
        _play_plain(desk, run)
    finally:
        desk.close()


def _refuse_unknown(course: str | None, target: str) -> None:
    """Refuse what nothing is called, before a screen opens; keep nothing of the course.

    Raises:
        WrongUseError: nothing has that id and no file has that path.
        ContentError: the course or the file cannot be read.
    """
    from tutor.cli.desks import desk_of

    desk = desk_of(course, writing=False)
    if target not in desk.course.framework.codes:
        desk.library.find(target)


@click.command(cls=SpokenCommand, help="cli.review")
@click.option("--plain", is_flag=True, help="cli.play.plain")
@click.option("--minutes", type=int, metavar="N", help="cli.review.minutes")
@click.option("--keep", is_flag=True, help="cli.review.keep")
@click.option("--list", "lists", is_flag=True, help="cli.review.list")
@click.pass_obj
def review(
    course: str | None, plain: bool, minutes: int | None, keep: bool, lists: bool
) -> None:
    """Review what is due."""
    from tutor.cli.entrance import can_draw, open_tutor

    if lists:
        _list_dangers(course)
        return
    _refuse_minutes(minutes, keep=keep)
    if keep and minutes is not None:
        _keep_minutes(course, minutes)
    if not plain and can_draw():
        open_tutor(course, target="revision", minutes=minutes)
    else:
        _review_plain(course, minutes)


def _list_dangers(course: str | None) -> None:
    """Print what was sure and dangerous."""
    from tutor.cli.desks import desk_of
    from tutor.services.dangers import danger_lines, dangers_of

    desk = desk_of(course, writing=False)
    for line in danger_lines(dangers_of(desk.course, desk.record, desk.clock)):
        put(line)


def _refuse_minutes(minutes: int | None, *, keep: bool) -> None:
    """Refuse a time no review can take, and none where it is to be kept.

    Raises:
        WrongUseError: it does not fit.
    """
    from tutor.domain.errors import WrongUseError
    from tutor.services.reviewing import LEAST, MOST

    if keep and minutes is None:
        raise WrongUseError("errors.review-keep")
    if minutes is not None and not LEAST <= minutes <= MOST:
        raise WrongUseError("errors.review-minutes", least=LEAST, most=MOST)


def _keep_minutes(course: str | None, minutes: int) -> None:
    """Keep how long a review may last from now on."""
    from tutor.cli.desks import desk_of
    from tutor.services.reviewing import keep_minutes

    desk = desk_of(course, writing=True)
    try:
        keep_minutes(desk.store, minutes)
    finally:
        desk.close()
    put(say("review.minutes.kept", n=minutes))


def _review_plain(course: str | None, minutes: int | None) -> None:
    """Review in plain mode, or say that there is nothing and when there will be."""
    from tutor.cli.desks import desk_of
    from tutor.services.reviewing import ground_of, next_line

    desk = desk_of(course, writing=True)
    try:
        run = desk.review(minutes=minutes)
        if run is not None:
            _play_plain(desk, run)
            return
        put(say("errors.nothing-due"))
        if line := next_line(ground_of(desk)):
            put(line)
    finally:
        desk.close()


def _play_plain(desk: "Desk", run: "Run") -> None:
    """Drive a run at the console, after saying what must be known first."""
    from tutor.cli.console import Console
    from tutor.cli.plain_run import PlainRun
    from tutor.services.wording import left_out_text

    console = Console()
    for notice in desk.notices:
        console.warn(say(notice.message_id, **notice.values))
        console.warn(advise(notice.message_id, **notice.values))
    if run.started.path is not None:
        lost = left_out_text(desk.library.find(run.started.path).left_out)
        if lost:
            console.warn(lost)
    PlainRun(desk, run, console).play()
