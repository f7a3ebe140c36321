"""`tutor trace`: a draft of a portfolio trace for an item."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import count, say

if TYPE_CHECKING:
    from tutor.domain.framework import Item
    from tutor.services.desk import Desk

SCREEN = "-"


@click.command(cls=SpokenCommand, help="cli.trace")
@click.argument("code", required=False, metavar="ITEM")
@click.option(
    "-o", "output", metavar="FILE.md", default=SCREEN, help="cli.trace.output"
)
@click.option("--list", "lists", is_flag=True, help="cli.trace.list")
@click.pass_obj
def trace(course: str | None, code: str | None, output: str, lists: bool) -> None:
    """Print or write a draft, or list the items."""
    from tutor.cli.desks import desk_of
    from tutor.services.trace import draft_of, markdown_of
    from tutor.services.whole_file import write_first

    desk = desk_of(course, writing=False)
    for notice in desk.notices:
        put(say(notice.message_id, **notice.values), err=True)
    if lists or code is None:
        put("\n".join(_listed(desk)))
        return
    written = markdown_of(draft_of(desk, code))
    if output == SCREEN:
        click.echo(written, nl=False)
        return
    write_first(Path(output), written)
    put(say("trace.written", path=output), err=True)


def _listed(desk: "Desk") -> Iterator[str]:
    """Yield the items, those whose trace is written first."""
    from tutor.services.trace_facts import items_by_need

    written, others = items_by_need(desk.course.framework)
    if written:
        yield say("trace.list.written")
        yield from _items(desk, written)
        yield ""
    if others:
        yield say("trace.list.others")
        yield from _items(desk, others)
        yield ""
    for item in (*written, *others)[:1]:
        yield say("trace.list.how", code=item.code)


def _items(desk: "Desk", items: list["Item"]) -> Iterator[str]:
    """Yield each item, and what there is to draw on."""
    from tutor.services.positions import stands_of, stands_text
    from tutor.services.trace_facts import answers_on, notes_on, places_of

    record, clock, places = desk.record, desk.clock, places_of(desk.course)
    placed = desk.course.framework.placed(record.positionings)
    stands = stands_of(placed, clock)
    for item in items:
        yield say("trace.list.item", code=item.code, text=item.texte)
        mine = stands.get(item.code)
        own = stands_text(mine[-1].value, mine) if mine else ""
        notes = count(
            "trace.list.notes", len(notes_on(item.feeds, record, places, clock))
        )
        answers = len(answers_on(item.feeds, record, places, clock))
        has = {"notes": notes, "answers": count("trace.list.answers", answers)}
        yield "   " + say(
            "trace.list.have", **has, own=own or say("des.positioning.none")
        )
