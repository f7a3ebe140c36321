"""`tutor marks`: bookmarks and notes, the place before the words; one can be opened."""

from typing import TYPE_CHECKING

import click

from tutor.cli.fitting import put
from tutor.cli.spoken import SpokenCommand
from tutor.locale import no_break, numeric_date, say

if TYPE_CHECKING:
    from textual.screen import Screen

    from tutor.services.desk import Desk
    from tutor.services.marks import Kept


@click.command(cls=SpokenCommand, help="cli.marks")
@click.argument("number", type=int, required=False, metavar="[N]")
@click.option("--remove", is_flag=True, help="cli.marks.remove")
@click.option("--plain", is_flag=True, help="cli.play.plain")
@click.pass_obj
def marks(course: str | None, number: int | None, remove: bool, plain: bool) -> None:
    """List bookmarks and notes, open the place of one, or take one away."""
    from tutor.cli.desks import desk_of
    from tutor.services.marks import kept_places

    desk = desk_of(course, writing=remove)
    try:
        for notice in desk.notices:
            put(say(notice.message_id, **notice.values), err=True)
        kept = kept_places(desk.course, desk.record, desk.clock)
        if number is None:
            _list(kept)
        elif remove:
            _take_away(desk, _kept_at(kept, number))
        else:
            _open(course, desk, _key_of(kept, number), plain=plain)
    finally:
        desk.close()


def _take_away(desk: "Desk", kept: "Kept") -> None:
    """Take a bookmark away, or erase a note."""
    from tutor.services.marks import take_away

    take_away(desk, kept)
    put(say(f"plain.{kept.kind}.taken"))


def _open(course: str | None, desk: "Desk", key: str, *, plain: bool) -> None:
    """Open a place: over Home, or as lines."""
    from tutor.cli.entrance import can_draw, open_tutor

    if plain or not can_draw():
        _print_place(desk, key)
        return

    def first(desk: "Desk") -> "Screen[None]":
        from tutor.tui.screens.place import PlaceScreen

        return PlaceScreen(desk, key)

    open_tutor(course, first=first)


def _list(kept: list["Kept"]) -> None:
    """Print each bookmark and note, and how to open one."""
    from tutor.cli.plain_search import ended

    for number, each in enumerate(kept, 1):
        where = ", ".join(filter(None, [no_break(each.lesson), no_break(each.where)]))
        day = numeric_date(each.day)
        said = {"n": number, "place": ended(where), "date": day}
        if each.kind == "note":
            put(say("plain.marks.note", **said, text=no_break(each.text)))
        else:
            put(say("plain.marks.mark", **said))
    put(say("plain.marks.how" if kept else "plain.marks.none"), err=bool(kept))


def _key_of(kept: list["Kept"], number: int) -> str:
    """Return the stop of a bookmark or a note.

    Raises:
        WrongUseError: there is none of that number, or its place has left the course.
    """
    from tutor.domain.errors import WrongUseError

    if key := _kept_at(kept, number).key:
        return key
    raise WrongUseError("errors.mark-gone", number=number)


def _kept_at(kept: list["Kept"], number: int) -> "Kept":
    """Return the bookmark or note of a number, from 1.

    Raises:
        WrongUseError: there is none.
    """
    from tutor.domain.errors import WrongUseError

    if not 1 <= number <= len(kept):
        raise WrongUseError("errors.mark-number", number=number)
    return kept[number - 1]


def _print_place(desk: "Desk", key: str) -> None:
    """Print a place: its text, its question with the last answer, one's notes."""
    from tutor.cli.plain_place import leaf_lines
    from tutor.cli.plain_search import ended
    from tutor.domain.course import Passage
    from tutor.services.chapters import Leaf
    from tutor.services.marks import spots_of

    unit, stop = spots_of(desk.course)[key]
    parts = tuple(
        part for part in stop.reading if isinstance(part, Passage) or not part.depends
    )
    put(say("plain.read.only", title=ended(no_break(unit.title))))
    for line in leaf_lines(Leaf(parts, stop.task, stop.key), desk):
        put(line)
    put(say("plain.marks.open", target=unit.id), err=True)
