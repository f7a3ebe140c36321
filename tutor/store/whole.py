"""The whole store at once: taken alone, replaced, erased."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tutor.domain.errors import ReadOnlyError, StoreError
from tutor.domain.reasons import reason_of
from tutor.store.backups import copy_whole
from tutor.store.disk import Disk
from tutor.store.opening import Opened, open_for_writing, take_lock
from tutor.store.outbox import DONE, OUTBOX, QUEUE
from tutor.store.place import Place
from tutor.store.storage import OTHER, Tables

SAFETY = "avant-restauration-"
MOST_SAFETY_COPIES = 5
RECAPS = "recaps"
"""The folder of recaps, which hold the person's notes."""
EXPORTS = "exports"
"""The folder of bundles and traces made where the tutor is served to a browser."""


@contextmanager
def alone_at(place: Place, now: datetime, disk: Disk | None = None) -> Iterator[Opened]:
    """Open the store where no other tutor holds it, and let it go at the end.

    Args:
        place: the person's folder.
        now: the present moment where the person is.
        disk: the disk to write on.

    Raises:
        ReadOnlyError: another tutor holds it.
        StoreError: it cannot be opened.
    """
    opened = open_for_writing(place, now, disk)
    if opened.lock is None:
        raise ReadOnlyError("errors.store-held", path=place.store)
    try:
        yield opened
    finally:
        opened.lock.release()


def replace_all(
    opened: Opened, place: Place, tables: Tables, now: datetime, disk: Disk
) -> Path | None:
    """Put other tables in the place of all there are, after a copy of these.

    Args:
        opened: the store, held alone.
        place: the person's folder.
        tables: what takes their place.
        now: the present moment where the person is, for the name of the copy.
        disk: the disk to write on.

    Returns:
        The copy, or None where there was no store yet.

    Raises:
        StoreError: the disk refused; the store is as it was.
    """
    copy = None
    if place.store.exists():
        copy = _free(place.backups, f"{SAFETY}{now:%Y%m%d-%H%M%S}")
        try:
            copy_whole(place.store, copy, disk)
        except OSError as error:
            reason = reason_of(error)
            values = {"path": place.backups, "reason": reason}
            raise StoreError("errors.store-write", **values) from error
    opened.storage.replace_all(tables)
    for old in sorted(place.backups.glob(f"{SAFETY}*.json"))[:-MOST_SAFETY_COPIES]:
        with contextlib.suppress(OSError):
            old.unlink()
    return copy


def own_files(place: Place) -> list[Path]:
    """Return every file the tutor keeps of a person, the store last.

    What is not named as the tutor names its files is left alone, so that a folder
    that holds other things too can be emptied safely.

    Args:
        place: the person's folder; those of other profiles inside it are theirs.
    """
    patterns = [
        (place.backups, ("progress-*.json", f"{SAFETY}*.json", "previous.json")),
        (place.backups, ("previous.tmp", "copy.tmp", "last.json", "last.tmp")),
        (place.cache, ("*.json", "*.json.*.tmp")),
        (place.root / RECAPS, ("*.md",)),
        (place.root / EXPORTS, ("*.md", "*.json", "*.json.age", ".*.json*.tmp")),
        (place.root / OUTBOX, (f"*{QUEUE}", f"*{DONE}", ".*.tmp")),
        (place.root, (place.language.name,)),
        (place.root, ("progress-abime-*.json", f"{OTHER}*.json")),
        (place.root, ("progress.json.tmp", "progress.json")),
    ]
    found = [
        path
        for folder, names in patterns
        for name in names
        for path in sorted(folder.glob(name))
    ]
    return [path for path in found if path.is_file() or path.is_symlink()]


def erase_all(place: Place) -> None:
    """Erase every file the tutor keeps of a person, and the folders left empty.

    Copies go first: were the store gone before them, one would take its place.

    Args:
        place: the person's folder.

    Raises:
        ReadOnlyError: another tutor holds the store.
        StoreError: a file cannot be erased; those before it are gone.
    """
    lock = take_lock(place)
    if lock is None:
        raise ReadOnlyError("errors.store-held", path=place.store)
    try:
        for path in own_files(place):
            _erase(path)
        with contextlib.suppress(OSError):
            place.lock.unlink()  # before others can take it, where the system allows
    finally:
        lock.release()
    with contextlib.suppress(OSError):
        place.lock.unlink(missing_ok=True)
    last = [place.root.parent] if place.profile else []
    made = (place.root / RECAPS, place.root / EXPORTS, place.root / OUTBOX)
    for folder in (place.backups, place.cache, *made, place.root, *last):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _erase(path: Path) -> None:
    """Erase a file.

    Raises:
        StoreError: the disk refused.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = reason_of(error)
        raise StoreError("errors.forget-left", path=path, reason=reason) from error


def _free(folder: Path, stem: str) -> Path:
    """Return a name that nothing has yet."""
    path, number = folder / f"{stem}.json", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.json"
    return path
