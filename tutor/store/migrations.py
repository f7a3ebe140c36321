"""Bring a store of an older format up to the present one."""

from collections.abc import Callable
from pathlib import Path

from tutor.domain.errors import StoreError
from tutor.store.storage import Tables

FORMAT = 1
"""The format this version writes."""
SEAL = "backup"
"""The table by which a backup says when it was made, and its digest."""
Migration = Callable[[Tables], Tables]


def _name_the_format(tables: Tables) -> Tables:
    """Format 0 had no `meta` table; nothing else changed."""
    return {**tables, "meta": {"1": {"format": 1}}}


MIGRATIONS: tuple[Migration, ...] = (_name_the_format,)
"""The step at position n brings format n to n + 1."""


def format_of(tables: Tables) -> int:
    """Return the format of a store; 0 where it says nothing."""
    rows = list(tables.get("meta", {}).values())
    number = rows[0].get("format", 0) if rows else 0
    return number if isinstance(number, int) else 0


def migrate(
    tables: Tables, path: Path, steps: tuple[Migration, ...] = MIGRATIONS
) -> Tables:
    """Return the tables in the present format, without the seal of a backup.

    Args:
        tables: as they were read.
        path: the file, for the message.
        steps: one for each format there has been.

    Raises:
        StoreError: the store comes from a newer version of the tutor.
    """
    found = format_of(tables)
    if found > len(steps):
        raise StoreError("errors.store-newer", path=path, found=found, known=len(steps))
    for step in steps[found:]:
        tables = step(tables)
    return {name: rows for name, rows in tables.items() if name != SEAL}
