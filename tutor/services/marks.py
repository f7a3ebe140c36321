"""Bookmarks and notes: the places a person comes back to, lesson by lesson."""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Literal, NamedTuple

from tutor.domain.answer import Bookmark, Note, Record
from tutor.domain.clock import Clock
from tutor.domain.course import Course, Passage, Unit
from tutor.domain.prose import Heading, Paragraph, plain
from tutor.locale import say
from tutor.services.contents import TITLE
from tutor.services.desk import Desk
from tutor.services.notes import on_one_line
from tutor.services.run import Run, new_id
from tutor.services.stops import Stop, stops_of_unit
from tutor.services.trace_facts import asked_in_a_line


class Spot(NamedTuple):
    """A stop of the course, and the file it is in."""

    unit: Unit
    stop: Stop


class Kept(NamedTuple):
    """A bookmark or a note."""

    id: str
    kind: Literal["mark", "note"]
    lesson: str
    """The title of the lesson, bank or dossier; empty where it has left the course."""
    where: str
    """The heading, or what is asked there."""
    text: str
    """The words of a note."""
    day: date
    key: str
    """The stop it can be read at; empty where it has left the course."""


def spots_of(course: Course) -> dict[str, Spot]:
    """Return every stop of a course by its key."""
    spots: dict[str, Spot] = {}
    for unit in course.units:
        for stop in stops_of_unit(unit):
            spots.setdefault(stop.key, Spot(unit, stop))
    return spots


def current_marks(bookmarks: Iterable[Bookmark]) -> list[Bookmark]:
    """Return the bookmarks that were not taken away, the earliest first."""
    ordered = sorted(bookmarks, key=lambda each: each.at)
    latest = {(each.target, each.key): each for each in ordered}
    return [each for each in latest.values() if not each.removed]


def target_of(run: Run, stop: Stop, desk: Desk) -> str:
    """Return where a stop is: the id of its file, or a path outside the course.

    Args:
        run: the run it was met in.
        stop: one of its stops.
        desk: knows the course.
    """
    index, started = desk.library.index, run.started
    found = index.get(started.target) or index.get(stop.key)
    return started.path or (found.unit.id if found is not None else started.target)


def is_marked(record: Record, target: str, key: str) -> bool:
    """Return whether a place has a bookmark."""
    marks = current_marks(record.bookmarks)
    return any((each.target, each.key) == (target, key) for each in marks)


def marked_in(record: Record, key: str, otherwise: str) -> str:
    """Return the file in which a stop has a bookmark.

    Args:
        record: what the store knows.
        key: the stop.
        otherwise: the file to name where it has none.
    """
    found = [each.target for each in current_marks(record.bookmarks) if each.key == key]
    return found[-1] if found else otherwise


def toggle_mark(desk: Desk, target: str, key: str, chance: Random) -> bool:
    """Put a bookmark at a place, or take it away; return whether there is one now.

    Args:
        desk: the person's desk.
        target: the file, as `target_of` names it.
        key: the stop.
        chance: gives the id.

    Raises:
        ReadOnlyError: the store was opened for reading.
        StoreError: the disk refused.
    """
    removed = is_marked(desk.record, target, key)
    mark = Bookmark(
        id=new_id(chance),
        course=desk.course.head.id,
        target=target,
        key=key,
        at=desk.clock.now(),
        removed=removed,
    )
    desk.add(mark)
    return not removed


def take_away(desk: Desk, kept: Kept) -> None:
    """Take a bookmark away, or erase a note.

    Args:
        desk: the person's desk.
        kept: one of `kept_places`.

    Raises:
        ReadOnlyError: the store was opened for reading.
        StoreError: the disk refused; it is still there.
    """
    if kept.kind == "note":
        desk.add(erased=kept.id)
        return
    for mark in current_marks(desk.record.bookmarks):
        if mark.id == kept.id:
            toggle_mark(desk, mark.target, mark.key, desk.chance)


def kept_places(course: Course, record: Record, clock: Clock) -> list[Kept]:
    """Return bookmarks and notes in the order of the course, then of writing.

    Args:
        course: the course.
        record: what the store knows of it.
        clock: says on which local day each was made.
    """
    spots = spots_of(course)
    places = {key: number for number, key in enumerate(spots)}
    marks = [
        (m.at, m.key, _kept(m, spots, clock)) for m in current_marks(record.bookmarks)
    ]
    notes = [
        (n.at, n.subject, _kept(n, spots, clock)) for n in record.notes if n.run is None
    ]
    last = len(places)
    ranked = sorted(
        (*marks, *notes), key=lambda each: (places.get(each[1], last), each[0])
    )
    return [kept for _, _, kept in ranked]


def spot_text(stop: Stop) -> str:
    """Return what a stop is called: its last heading, or what it asks."""
    headings = [
        plain(block.text)
        for part in stop.reading
        if isinstance(part, Passage)
        for block in part.blocks
        if isinstance(block, Heading) and block.level > TITLE
    ]
    if headings:
        return headings[-1]
    if stop.task is not None:
        return asked_in_a_line(stop.task.stem)
    texts = [
        (Paragraph(text=block.text),)
        for part in stop.reading
        for block in part.blocks
        if isinstance(block, Paragraph)
    ]
    return asked_in_a_line(texts[0]) if texts else say("reading.marks.end")


def _kept(said: Bookmark | Note, spots: dict[str, Spot], clock: Clock) -> Kept:
    """Return what is shown of a bookmark or a note."""
    key = said.key if isinstance(said, Bookmark) else said.subject
    spot = spots.get(key)
    return Kept(
        id=said.id,
        kind="mark" if isinstance(said, Bookmark) else "note",
        lesson=_title(spot) if spot else "",
        where=spot_text(spot.stop) if spot else say("reading.marks.gone"),
        text=on_one_line(said.text) if isinstance(said, Note) else "",
        day=clock.local_day(said.at),
        key=key if spot else "",
    )


def _title(spot: Spot) -> str:
    """Return the title of what a stop is in."""
    dossier = spot.stop.dossier
    return plain(dossier.title) if dossier else spot.unit.title
