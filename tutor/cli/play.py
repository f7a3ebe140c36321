"""`tutor play` and `tutor review`: one run, in full screen or in plain lines."""

from typing import TYPE_CHECKING

import click

from tutor.cli.french import FrenchCommand
from tutor.locale import advise, say

if TYPE_CHECKING:
    from tutor.services.desk import Desk
    from tutor.services.run import Run


@click.command(cls=FrenchCommand, help=say("cli.play"))
@click.argument("target")
@click.option("--plain", is_flag=True, help=say("cli.play.plain"))
@click.option("--seed", type=int, help=say("cli.play.seed"))
@click.option("--no-shuffle", is_flag=True, help=say("cli.play.no-shuffle"))
@click.pass_obj
def play(
    course: str | None, target: str, plain: bool, seed: int | None, no_shuffle: bool
) -> None:
    """Play a target."""
    from tutor.cli.desks import desk_of
    from tutor.cli.entrance import is_terminal, open_tutor

    shuffled = False if no_shuffle else None
    if not plain and is_terminal():
        desk = desk_of(course, writing=False)
        desk.library.find(target)
        open_tutor(course, target=target, seed=seed, shuffled=shuffled)
        return
    desk = desk_of(course, writing=True)
    try:
        _play_plain(desk, desk.start(target, seed=seed, shuffled=shuffled))
    finally:
        desk.close()


@click.command(cls=FrenchCommand, help=say("cli.review"))
@click.option("--plain", is_flag=True, help=say("cli.play.plain"))
@click.pass_obj
def review(course: str | None, plain: bool) -> None:
    """Review what is due."""
    from tutor.cli.desks import desk_of
    from tutor.cli.entrance import is_terminal, open_tutor

    if not plain and is_terminal():
        open_tutor(course, target="revision")
        return
    desk = desk_of(course, writing=True)
    try:
        run = desk.review()
        if run is None:
            click.echo(say("errors.nothing-due"))
            return
        _play_plain(desk, run)
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
