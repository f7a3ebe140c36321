"""A TinyDB storage that never leaves a half-written file.

The tables stay in memory; each write serialises them beside the target, forces the
bytes to the disk, and only then takes the place of the old file.
"""

import contextlib
import os
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from tinydb.storages import Storage
from typing_extensions import override

from tutor.domain.errors import ReadOnlyError, StoreError
from tutor.domain.reasons import reason_of
from tutor.store.disk import Disk, RealDisk
from tutor.store.last_write import LAST, brought

Tables = dict[str, dict[str, Any]]
PREVIOUS = "previous.json"
OTHER = "progress-autre-"
"""How the name of a file begins that had taken the place of an open store."""
_STEP = 2 * 10**9
"""Nanoseconds: the coarsest step of the dates of files, that of FAT."""
WRITTEN_ONCE = frozenset(
    {
        *("answers", "positionings", "notes", "survey", "local_names"),
        *("bookmarks", "disputes"),
    }
)
"""Tables whose rows never change, so that reading need not copy them."""
_MOST_DIGITS = 18
"""Of the number of a row; Python makes no number of thousands of them."""


def read_tables(path: Path) -> Tables | None:
    """Return the tables a file holds, or None where it is damaged.

    Args:
        path: a store or a backup.

    Raises:
        StoreError: the file is there and cannot be opened.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise StoreError("errors.store-read", path=path, reason=reason) from error
    try:
        tables = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return None
    whole = isinstance(tables, dict) and all(map(_is_table, tables.values()))
    return tables if whole else None


def _is_table(rows: object) -> bool:
    """Return whether TinyDB can use these rows: numbered, and each a mapping."""
    return isinstance(rows, dict) and all(
        number.isdecimal() and len(number) <= _MOST_DIGITS and isinstance(row, dict)
        for number, row in rows.items()
    )


def write_tables(path: Path, tables: Tables, disk: Disk, after: Path) -> None:
    """Write a store whole or not at all.

    A store is never dated before the one it follows, even where the clock was set
    back: by their dates, the newest of several copies is known.

    Args:
        path: the store.
        tables: all of it.
        disk: the disk to write on.
        after: the file it follows, such as the copy it was taken from.

    Raises:
        OSError: the disk refused; what was there is still there.
        JSONEncodeError: a value has no place in JSON.
    """
    waiting = path.with_suffix(".json.tmp")
    disk.write_new(waiting, orjson.dumps(tables))
    _date_after(waiting, _stamp_of(after))
    disk.replace(waiting, path)
    disk.sync_folder(path.parent)


class _Stamp(NamedTuple):
    """By what one state of a file differs from the next, without reading it."""

    inode: int
    size: int
    moment: int
    """Nanoseconds since 1970."""


def _stamp_of(path: Path) -> _Stamp | None:
    """Return the stamp of a file, or None where there is none to be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return _Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


def _date_after(path: Path, before: _Stamp | None) -> None:
    """Date a file after another, where the clock says otherwise and the disk can."""
    with contextlib.suppress(OSError):
        if before and path.stat().st_mtime_ns < before.moment:
            later = before.moment + _STEP
            os.utime(path, ns=(later, later))


class CrashSafeStorage(Storage):
    """Keep tables in memory and replace the file whole at each write."""

    def __init__(
        self,
        path: Path,
        tables: Tables,
        *,
        read_only: bool = False,
        disk: Disk | None = None,
    ) -> None:
        self._path = path
        self._previous = path.parent / "backups" / PREVIOUS
        self._tables = tables
        self._read_only = read_only
        self._disk = disk or RealDisk()
        self._seen = None if read_only else _stamp_of(path)
        """The file as it was last read or written here."""
        self._held = tables
        """What the copy of the state before holds."""

    @override
    def read(self) -> Tables:
        """Return the tables; changing them saves nothing."""
        return {
            name: rows
            if name in WRITTEN_ONCE
            else {number: dict(row) for number, row in rows.items()}
            for name, rows in self._tables.items()
        }

    @override
    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Save the tables; memory follows only once the disk has them.

        Args:
            data: all tables.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused, or a value has no place in JSON; the file
                is whole, and the old one unless only syncing its folder failed. Or
                the file was changed by another program: that one is put aside and
                everything saved here is back in its place.
        """
        self._save(data, WRITTEN_ONCE)

    def replace_all(self, tables: Tables) -> None:
        """Save tables that are no longer numbered as those before, as `write` does.

        Args:
            tables: all tables, such as those of two stores put together.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: as for `write`.
        """
        self._save(tables, frozenset())

    def _save(
        self, data: Mapping[str, Mapping[str, Any]], written_once: Container[str]
    ) -> None:
        """Save the tables; rows of some of them keep their numbers."""
        if self._read_only:
            raise ReadOnlyError("errors.store-read-only", path=self._path)
        tables = {name: dict(rows) for name, rows in data.items()}
        try:
            payload = orjson.dumps(tables)
            self._stand_up()
            self._replace(payload)
            last = orjson.dumps(brought(self._held, tables, written_once))
            self._disk.keep_last(self._previous.with_name(LAST), last)
        except (OSError, orjson.JSONEncodeError) as error:
            reason = reason_of(error)
            raise StoreError(
                "errors.store-write", path=self._path, reason=reason
            ) from error
        self._tables = tables

    def _replace(self, payload: bytes) -> None:
        """Put a new state in the place of the present one, which is kept.

        Raises:
            OSError: the disk refused.
        """
        waiting = self._path.with_suffix(".json.tmp")
        self._disk.write_new(waiting, payload)
        _date_after(waiting, self._seen)
        is_kept = bool(self._seen) and self._disk.keep_previous(
            self._path, self._previous
        )
        try:
            self._disk.replace(waiting, self._path)
            self._disk.sync_folder(self._path.parent)
        finally:
            self._seen = _stamp_of(self._path)
        if is_kept:
            self._held = self._tables

    def _stand_up(self) -> None:
        """Put the store back where another program has erased or changed it.

        Raises:
            OSError: the disk refused.
            StoreError: it was changed; what was found is put aside.
        """
        found = _stamp_of(self._path)
        if found is None:
            for folder in (self._path.parent, self._previous.parent):
                folder.mkdir(exist_ok=True)
        if found == self._seen:
            return
        if found is None or not self._is_still_ours():
            self._put_back(found)
        else:
            self._seen = found

    def _put_back(self, found: _Stamp | None) -> None:
        """Write what was saved here, in the place of what was found there.

        Raises:
            OSError: the disk refused.
            StoreError: a file was found; it is put aside.
        """
        aside = _free_name(self._path) if found else None
        if aside:
            self._path.rename(aside)
        if self._seen:
            write_tables(self._path, self._tables, self._disk, self._previous)
            self._seen = _stamp_of(self._path)
        if aside:
            raise StoreError("errors.store-changed", path=self._path, aside=aside)

    def _is_still_ours(self) -> bool:
        """Return whether a file that looks changed says what it said, or is no file."""
        try:
            return read_tables(self._path) == self._tables
        except StoreError:
            return not self._path.is_file()  # a folder, say: writing will tell


def _free_name(path: Path) -> Path:
    """Return a name that nothing has yet, for a file that came in place of the store."""
    number = 1
    while (aside := path.with_name(f"{OTHER}{number}.json")).exists():
        number += 1
    return aside
