"""What a person does with their record as a whole: copy it, bring it back, erase it."""

import contextlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from tutor.domain.clock import Clock
from tutor.domain.errors import TutorError
from tutor.domain.moment import is_sound
from tutor.domain.notice import Notice
from tutor.services.outlook import CACHE
from tutor.services.whole_file import writing
from tutor.store.archive import open_archive, sealed, write_archive
from tutor.store.disk import Disk, RealDisk
from tutor.store.merging import KEPT, Gain, is_empty, merge
from tutor.store.opening import open_for_reading
from tutor.store.outbox import OUTBOX, outboxes
from tutor.store.place import Place
from tutor.store.storage import Tables
from tutor.store.whole import alone_at, erase_all, own_files, replace_all

Counts = dict[str, int]
"""Rows by table."""


class Saved(NamedTuple):
    """What a backup holds."""

    counts: Counts
    notices: tuple[Notice, ...]


class Restored(NamedTuple):
    """What a backup brought."""

    gains: tuple[Gain, ...]
    was_empty: bool
    """Whether there was nothing here, so that the backup took its place."""
    copy: Path | None
    """The store as it was before; None where nothing was written over."""
    notices: tuple[Notice, ...]


class Exchange(NamedTuple):
    """What putting a backup in the place of what is here would change."""

    lost: Counts
    """Rows that are only here, by table."""
    brought: Counts
    """Rows that are only in the backup."""
    older: Counts
    """Rows that have gone on here since: their earlier state comes back."""
    last: date | None
    """The local day of the last thing done in the backup, if anything was."""


class Kept(NamedTuple):
    """What is kept of a person, or of one course."""

    counts: Counts
    first: date | None
    """The local day of the earliest thing done, if anything was."""
    last: date | None
    files: tuple[Path, ...]
    """Every file of the tutor in the person's folder."""
    is_readable: bool = True


def back_up(place: Place, clock: Clock, path: Path) -> Saved:
    """Write everything the store holds to one file.

    Args:
        place: the person's folder.
        clock: dates the file.
        path: the file; an earlier backup with nothing more in it is replaced.

    Raises:
        TutorError: there is nothing to save, something else is at that path, or the
            disk refuses.
    """
    opened = open_for_reading(place)
    tables = opened.storage.read()
    counts = _counts(tables)
    if not counts and not tables.get("preferences"):
        raise TutorError("errors.backup-nothing", path=place.store)
    with writing(path):
        if path.is_dir():
            raise TutorError("errors.write-folder", path=path)
        if not path.parent.is_dir():
            raise TutorError("errors.write-parent", path=path.parent)
        if path.exists():
            _refuse_loss(path, place, tables)
        day = clock.local_day(clock.now()).isoformat()
        write_archive(path, sealed(tables, day), RealDisk())
    return Saved(counts, opened.notices)


def restore(
    place: Place, clock: Clock, path: Path, disk: Disk | None = None
) -> Restored:
    """Bring back what a backup holds: alone where there was nothing, else added.

    Args:
        place: the person's folder.
        clock: names the copy made before.
        path: the backup, or any copy of a store.
        disk: the disk to write on.

    Raises:
        StoreError: the backup cannot be used, or the store cannot be written; the
            store is as it was.
    """
    theirs = open_archive(path)
    disk, now = disk or RealDisk(), clock.now().astimezone()
    with alone_at(place, now, disk) as opened:
        mine = opened.storage.read()
        merged = merge(mine, theirs)
        copy = None
        if not merged.brings_nothing or is_empty(mine):
            copy = replace_all(opened, place, merged.tables, now, disk)
        return Restored(merged.gains, is_empty(mine), copy, opened.notices)


def exchange_with(place: Place, clock: Clock, path: Path) -> Exchange:
    """Return what putting a backup in the place of what is here would change.

    Args:
        place: the person's folder.
        clock: says on which local day things were done.
        path: the backup, or any copy of a store.

    Raises:
        StoreError: the backup or the store cannot be read.
    """
    theirs = open_archive(path)
    mine = open_for_reading(place).storage.read()
    gained, lost = merge(mine, theirs).gains, merge(theirs, mine).gains
    days = sorted(map(clock.local_day, _moments(theirs)))
    return Exchange(
        lost={gain.table: gain.added for gain in lost if gain.added},
        brought={gain.table: gain.added for gain in gained if gain.added},
        older={gain.table: gain.renewed for gain in lost if gain.renewed},
        last=days[-1] if days else None,
    )


def put_in_place(
    place: Place, clock: Clock, path: Path, disk: Disk | None = None
) -> Path | None:
    """Put what a backup holds in the place of all there is, after a copy of this.

    Args:
        place: the person's folder.
        clock: names the copy made before.
        path: the backup, or any copy of a store.
        disk: the disk to write on.

    Returns:
        The store as it was before; None where there was none.

    Raises:
        StoreError: the backup cannot be used, or the store cannot be written; the
            store is as it was.
    """
    theirs = open_archive(path)
    disk, now = disk or RealDisk(), clock.now().astimezone()
    with alone_at(place, now, disk) as opened:
        return replace_all(opened, place, merge({}, theirs).tables, now, disk)


def kept_of(place: Place, clock: Clock, course: str | None = None) -> Kept:
    """Return what the tutor keeps of a person.

    Args:
        place: the person's folder.
        clock: says on which local day things were done.
        course: the id of a course; everything by default.
    """
    files = tuple(own_files(place))
    try:
        tables = open_for_reading(place).storage.read()
    except TutorError:
        if course is not None:
            raise
        return Kept({}, None, None, files, is_readable=False)
    mine = {
        name: {n: row for n, row in rows.items() if course in {None, row.get("course")}}
        for name, rows in tables.items()
    }
    days = sorted(map(clock.local_day, _moments(mine)))
    first, last = (days[0], days[-1]) if days else (None, None)
    counts = _counts(mine)
    with contextlib.suppress(TutorError):  # a queue nobody can read is erased as well
        if queued := sum(len(box.waiting()) for box in outboxes(place, course)):
            counts[OUTBOX] = queued
    return Kept(counts, first, last, files)


def forget_course(place: Place, clock: Clock, course: str) -> None:
    """Erase every row of a course from the store, and what waits to be sent of it.

    The copies of the store keep theirs.

    Args:
        place: the person's folder.
        clock: the present moment.
        course: its id.

    Raises:
        StoreError: the store cannot be opened or written; it is as it was.
    """
    with alone_at(place, clock.now().astimezone()) as opened:
        tables = opened.storage.read()
        left: Tables = {
            name: {n: row for n, row in rows.items() if row.get("course") != course}
            for name, rows in tables.items()
        }
        left["preferences"] = {
            number: {k: v for k, v in row.items() if not k.endswith(f":{course}")}
            for number, row in left.get("preferences", {}).items()
        }
        opened.storage.replace_all(left)
    for box in outboxes(place, course):
        box.forget()
    with writing(place.cache):
        (place.cache / CACHE).unlink(missing_ok=True)


def forget_everything(place: Place) -> None:
    """Erase the store, its copies and the cache.

    Args:
        place: the person's folder; what else is in it stays.

    Raises:
        StoreError: another tutor holds the store, or a file cannot be erased.
    """
    erase_all(place)


def _refuse_loss(path: Path, place: Place, tables: Tables) -> None:
    """Refuse to write over anything but an earlier backup of the same record.

    Raises:
        TutorError: something would be lost.
    """
    taken = TutorError("errors.backup-exists", path=path)
    if place.store.exists() and path.samefile(place.store):
        raise taken
    try:
        before = open_archive(path)
    except TutorError as error:
        raise taken from error
    if not merge(tables, before).brings_nothing:
        raise taken


def _counts(tables: Tables) -> Counts:
    """Return the rows of each table that has some."""
    counts = {name: len(rows) for name, rows in tables.items() if name not in KEPT}
    return {name: number for name, number in counts.items() if number}


def _moments(tables: Tables) -> Iterable[datetime]:
    """Yield when each thing was done."""
    for rows in tables.values():
        for row in rows.values():
            try:
                moment = datetime.fromisoformat(row["at"])
            except (KeyError, TypeError, ValueError):
                continue
            if moment.tzinfo and is_sound(moment):
                yield moment
