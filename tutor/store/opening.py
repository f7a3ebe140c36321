"""Open the store: lock it, mend it, bring it up to date, back it up."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from tutor.domain.errors import StoreError
from tutor.domain.notice import Notice
from tutor.domain.reasons import reason_of
from tutor.store.backups import back_up, copy_now, newest_first
from tutor.store.disk import Disk, RealDisk
from tutor.store.last_write import LAST, with_last_write
from tutor.store.migrations import FORMAT, format_of, migrate
from tutor.store.place import Place
from tutor.store.storage import CrashSafeStorage, Tables, read_tables, write_tables


class Opened(NamedTuple):
    """A storage ready for TinyDB, and how it was opened."""

    storage: CrashSafeStorage
    lock: FileLock | None
    """Held while writing is possible; None for reading only."""
    notices: tuple[Notice, ...]


def open_for_writing(place: Place, now: datetime, disk: Disk | None = None) -> Opened:
    """Open the store, alone; where another tutor holds it, open it for reading.

    Args:
        place: the person's folder.
        now: the present moment where the person is, for the names of copies.
        disk: the disk to write on.

    Raises:
        StoreError: the folder cannot be written, or the store is newer than this
            version or cannot be read.
    """
    disk = disk or RealDisk()
    lock = take_lock(place)
    if lock is None:
        opened = open_for_reading(place)
        notice = Notice("notices.second-tutor", {"path": str(place.store)})
        return opened._replace(notices=(*opened.notices, notice))
    try:
        tables, notices = _mended(place, now, disk)
        if format_of(tables) < FORMAT and place.store.exists():
            copy_now(place.store, place.backups, now, disk)
        tables = migrate(tables, place.store)
        back_up(place.store, place.backups, now, disk)
    except OSError as error:
        lock.release()
        reason = reason_of(error)
        raise StoreError(
            "errors.store-write", path=place.root, reason=reason
        ) from error
    except StoreError:
        lock.release()
        raise
    return Opened(CrashSafeStorage(place.store, tables, disk=disk), lock, notices)


def open_for_reading(place: Place) -> Opened:
    """Open the store without touching anything on the disk.

    Args:
        place: the person's folder.

    Raises:
        StoreError: the store is newer than this version, cannot be read, or is
            damaged without a good copy.
    """
    notices: tuple[Notice, ...] = ()
    found = place.store.exists()
    tables = read_tables(place.store) if found else None
    if tables is None:
        tables, copy = _newest_good(place)
        if copy is None and found:
            raise StoreError("errors.store-damaged", path=place.store)
        if copy is not None:
            notices = (Notice("notices.reading-copy", {"copy": str(copy)}),)
    tables = migrate(tables, place.store)
    storage = CrashSafeStorage(place.store, tables, read_only=True)
    return Opened(storage, None, notices)


def take_lock(place: Place) -> FileLock | None:
    """Return the lock, or None where another tutor holds it.

    Args:
        place: the person's folder; it is made where there is none.

    Raises:
        StoreError: the folder cannot be made or written.
    """
    try:
        place.root.mkdir(parents=True, exist_ok=True)
        place.backups.mkdir(exist_ok=True)
        lock = FileLock(place.lock, thread_local=False)
        lock.acquire(timeout=0)
    except Timeout:
        return None
    except OSError as error:
        reason = reason_of(error)
        raise StoreError(
            "errors.home-refuses", path=place.root, reason=reason
        ) from error
    return lock


def _mended(
    place: Place, now: datetime, disk: Disk
) -> tuple[Tables, tuple[Notice, ...]]:
    """Return the tables; a damaged file is moved aside and a copy opened."""
    if not place.store.exists():
        return _after_disappearance(place, disk)
    tables = read_tables(place.store)
    if tables is not None:
        return tables, ()
    aside = _aside(place.store, now)
    place.store.rename(aside)
    tables, copy = _newest_good(place)
    values = {"aside": str(aside), "copy": str(copy) if copy else ""}
    name = "notices.damaged-restored" if copy else "notices.damaged-empty"
    if copy is not None:
        write_tables(place.store, tables, disk, copy)
    return tables, (Notice(name, values),)


def _after_disappearance(place: Place, disk: Disk) -> tuple[Tables, tuple[Notice, ...]]:
    """Return empty tables, or the newest copy where the store has vanished."""
    tables, copy = _newest_good(place)
    if copy is None:
        return {}, ()
    write_tables(place.store, tables, disk, copy)
    return tables, (Notice("notices.vanished-restored", {"copy": str(copy)}),)


def _newest_good(place: Place) -> tuple[Tables, Path | None]:
    """Return the newest copy that can be read with what the last write brought.

    Returns:
        The tables and the copy, or empty tables and None where there is none.
    """
    path = place.backups / LAST
    last = _read_if_known(path)
    for copy in newest_first(place.backups):
        tables = _read_if_known(copy)
        if tables is not None:
            return with_last_write(migrate(tables, copy), last or {}), copy
    return (last, path) if last else ({}, None)


def _read_if_known(path: Path) -> Tables | None:
    """Return the tables of a copy, or None where it is absent, damaged or newer."""
    try:
        tables = read_tables(path)
    except StoreError:
        return None
    return tables if tables is not None and format_of(tables) <= FORMAT else None


def _aside(path: Path, now: datetime) -> Path:
    """Return a free name for a damaged file."""
    stamp = now.strftime("%Y%m%d-%H%M%S")
    target = path.with_name(f"progress-abime-{stamp}.json")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"progress-abime-{stamp}-{number}.json")
    return target
