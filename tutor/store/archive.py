"""One file that holds everything: a store with its format, sealed with a digest."""

import contextlib
import hashlib
import os
from pathlib import Path

import orjson
from pydantic import TypeAdapter, ValidationError

from tutor.domain.errors import StoreError
from tutor.store.disk import Disk
from tutor.store.migrations import FORMAT, SEAL, format_of, migrate
from tutor.store.storage import Tables, read_tables
from tutor.store.store import KINDS

LARGEST = 256 * 2**20
"""Bytes of the largest file that is read; an answer takes about 400."""


def sealed(tables: Tables, day: str) -> bytes:
    """Return a whole store as the bytes of a backup; plain TinyDB can read it.

    Args:
        tables: the store, in the present format.
        day: when it is made, for people.
    """
    seal = {"1": {"made": day, "digest": _digest(tables)}}
    return orjson.dumps({**tables, SEAL: seal})


def open_archive(path: Path) -> Tables:
    """Return the store in a backup, in the present format.

    Args:
        path: what `sealed` returned, or any copy of a store.

    Raises:
        StoreError: there is no such file, it is damaged or no backup of this tutor,
            or it comes from a newer version.
    """
    tables = _read(path)
    if not tables.keys() & {*KINDS, "meta"}:
        raise StoreError("errors.archive-foreign", path=path)
    if format_of(tables) > FORMAT:
        found = {"found": format_of(tables), "known": FORMAT}
        raise StoreError("errors.archive-newer", path=path, **found)
    seals = tables.pop(SEAL, {}).values()
    if any(seal.get("digest") != _digest(tables) for seal in seals):
        raise StoreError("errors.archive-damaged", path=path)
    tables = migrate(tables, path)
    _refuse_strange_rows(tables, path)
    return tables


def write_archive(path: Path, data: bytes, disk: Disk) -> None:
    """Write a backup, for its owner only, whole or not at all.

    Args:
        path: the file, in a folder that is there.
        data: what `sealed` returned.
        disk: the disk to write on.

    Raises:
        OSError: the disk refused; what was there is still there.
    """
    waiting = path.with_name(f".{path.name[:60]}.{os.getpid()}.tmp")
    try:
        disk.write_new(waiting, data)
        disk.replace(waiting, path)
    except OSError:
        with contextlib.suppress(OSError):
            waiting.unlink(missing_ok=True)
        raise


def _read(path: Path) -> Tables:
    """Return the tables of a file.

    Raises:
        StoreError: there is none, it cannot be opened, or it is damaged.
    """
    try:
        found, size = path.is_file(), path.stat().st_size if path.exists() else 0
    except OSError:
        found, size = False, 0
    if not found:
        raise StoreError("errors.archive-absent", path=path)
    if size > LARGEST:
        raise StoreError("errors.archive-foreign", path=path)
    try:
        tables = read_tables(path)
    except StoreError as error:
        reason = error.values["reason"]
        raise StoreError("errors.archive-read", path=path, reason=reason) from error
    if tables is None or not _can_be_written(tables):
        raise StoreError("errors.archive-damaged", path=path)
    return tables


def _can_be_written(tables: Tables) -> bool:
    """Return whether tables can be written again: lists may be deeper than that."""
    try:
        orjson.dumps(tables)
    except orjson.JSONEncodeError:
        return False
    return True


def _refuse_strange_rows(tables: Tables, path: Path) -> None:
    """Refuse rows that the store could not be read with afterwards.

    Raises:
        StoreError: a row cannot be understood.
    """
    for name, kind in KINDS.items():
        try:
            TypeAdapter(list[kind]).validate_python([*tables.get(name, {}).values()])  # type: ignore[valid-type]
        except ValidationError as error:
            raise StoreError("errors.archive-row", path=path, table=name) from error


def _digest(tables: Tables) -> str:
    """Return what changes when anything in the tables does."""
    written = orjson.dumps(tables, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(written).hexdigest()
