"""`tutor status`: where the intern stands, for a person or a program."""

import contextlib
import json
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.domain.errors import TutorError
from tutor.locale import count, decimal, say

if TYPE_CHECKING:
    from tutor.services.desk import Desk
    from tutor.services.standing import Standing


@click.command(cls=SpokenCommand, help="cli.status")
@click.option("--json", "as_json", is_flag=True, help="cli.status.json")
@click.option("--des", is_flag=True, help="cli.status.des")
@click.pass_obj
def status(course: str | None, as_json: bool, des: bool) -> None:
    """Print where the intern stands."""
    if des and not as_json:
        from tutor.cli.des import print_des

        print_des(course)
        return
    print_status(course, as_json=as_json)


def print_status(course: str | None, *, as_json: bool = False) -> None:
    """Print where the intern stands on stdout.

    Args:
        course: what `--course` named.
        as_json: in the shape of the contract.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    from tutor.cli.desks import desk_of
    from tutor.services.standing import status_json

    desk = desk_of(course, writing=False)
    standing = desk.standing()
    if as_json:
        click.echo(json.dumps(status_json(standing), ensure_ascii=False))
        return
    for notice in desk.notices:
        put(say(notice.message_id, **notice.values), err=True)
    _print_words(desk, standing)


def _print_words(desk: "Desk", standing: "Standing") -> None:
    """Print the standing, one thing a line."""
    from tutor.cli.plain_home import home_lines

    course = desk.course
    put(say("home.status.title", title=course.head.titre))
    put(count("home.status.answers", standing.answers))
    put(count("home.status.due", len(standing.due)))
    _print_to_meet(desk, standing)
    for line in home_lines(desk):
        put(line)
    titles = {unit.id: unit.title for unit in course.units}
    states = {**standing.lessons, **standing.dossiers}
    for unit in course.units:
        for dossier in unit.dossiers:
            titles[dossier.id] = "".join(span.text for span in dossier.title)
    for name, state in states.items():
        word = say(f"home.state.{state}")
        put(say("home.status.lesson", state=word, title=titles[name], id=name))
    for bank in course.banks:
        tag = say("home.tag.bank")
        put(say("home.status.lesson", state=tag, title=bank.title, id=bank.id))
    _print_items(desk, standing)
    put(say("home.status.plain", target=_next_target(desk)))


def _print_to_meet(desk: "Desk", standing: "Standing") -> None:
    """Print how much comes back besides what is due, where anything does."""
    from tutor.services.reviewing import ground_of, to_meet

    if met := len(to_meet(ground_of(desk))):
        put(count("home.status.beliefs", met))
    if standing.dangerous:
        put(count("home.status.dangers", len(standing.dangerous)))


def _next_target(desk: "Desk") -> str:
    """Return the run left in the middle, or the first lesson where it has gone."""
    course, last = desk.course, desk.record.last_run(desk.clock.now())
    if last is not None and last.kind != "review":
        with contextlib.suppress(TutorError):
            desk.resume(last)
            return last.path or last.target
    return course.lessons[0].id if course.lessons else course.head.id


def _print_items(desk: "Desk", standing: "Standing") -> None:
    """Print the items with answers; the estimate only after a positioning."""
    met = [item for item in desk.course.framework.items if standing.items[item.code].n]
    if not met:
        return
    put(say("home.status.items"))
    for item in met:
        found = standing.items[item.code]
        if item.code not in standing.positionings:
            put(say("home.status.hidden", code=item.code, text=item.texte))
            continue
        interval = say(
            "home.status.item.interval",
            estimate=decimal(found.estimate),
            low=decimal(found.low),
            high=decimal(found.high),
            n=found.n,
        )
        word = say(f"des.state.{found.state}")
        line = {"code": item.code, "text": item.texte, "word": word}
        put(say("home.status.item", interval=interval, **line))
