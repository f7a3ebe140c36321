"""A TinyDB storage that never leaves a half-written file.

The tables stay in memory; each write serialises them beside the target, forces the
bytes to the disk, and only then takes the place of the old file.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
from tinydb.storages import Storage
from typing_extensions import override

from tutor.domain.errors import ReadOnlyError, StoreError
from tutor.store.disk import Disk, RealDisk

Tables = dict[str, dict[str, Any]]
PREVIOUS = "previous.json"
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
        reason = error.strerror or str(error)
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
        self._tables = tables
        self._read_only = read_only
        self._disk = disk or RealDisk()

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
                is whole, and the old one unless only syncing its folder failed.
        """
        if self._read_only:
            raise ReadOnlyError("errors.store-read-only", path=self._path)
        tables = {name: dict(rows) for name, rows in data.items()}
        waiting = self._path.with_suffix(".json.tmp")
        previous = self._path.parent / "backups" / PREVIOUS
        try:
            payload = orjson.dumps(tables)
            self._disk.write_new(waiting, payload)
            if self._path.exists():
                self._disk.keep_previous(self._path, previous)
            self._disk.replace(waiting, self._path)
            self._disk.sync_folder(self._path.parent)
        except (OSError, orjson.JSONEncodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise StoreError(
                "errors.store-write", path=self._path, reason=reason
            ) from error
        self._tables = tables
