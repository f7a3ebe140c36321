"""What the last write brought, kept apart, so that one damaged file costs nothing.

The copy of the state before (`previous.json`) and this make the store again.
"""

from collections.abc import Container, Mapping
from typing import Any

LAST = "last.json"
FORMAT_TABLE = "meta"
Rows = dict[str, dict[str, Any]]


def brought(before: Rows, after: Rows, written_once: Container[str] = ()) -> Rows:
    """Return the rows that a write added or changed, and the format they are in.

    Args:
        before: all tables as they were.
        after: all tables as they are.
        written_once: tables where a number has the same row before and after, which
            spares comparing thousands of answers.
    """
    found = {
        name: _changed(before.get(name, {}), rows, once=name in written_once)
        for name, rows in after.items()
    }
    found[FORMAT_TABLE] = dict(after.get(FORMAT_TABLE, {}))
    return {name: rows for name, rows in found.items() if rows}


def with_last_write(copy: Rows, last: Rows) -> Rows:
    """Return a copy of a store with what a later write brought.

    Args:
        copy: all tables of the copy, of the same write or of an older one.
        last: what `brought` returned; of another format, it is passed over.
    """
    if copy.get(FORMAT_TABLE, {}) != last.get(FORMAT_TABLE, {}):
        return copy
    tables = dict(copy)
    for name, rows in last.items():
        tables[name] = _laid_over(tables.get(name, {}), rows)
    return tables


def _changed(
    before: Mapping[str, Any], after: Mapping[str, Any], *, once: bool
) -> dict[str, Any]:
    """Return the rows of a table that are new or other than they were."""
    if once:
        return {number: row for number, row in after.items() if number not in before}
    return {n: row for n, row in after.items() if before.get(n) != row}


def _laid_over(table: Mapping[str, Any], rows: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with other rows; one that is known by its id is replaced."""
    found = dict(table)
    number_of = {row["id"]: number for number, row in table.items() if "id" in row}
    free = max(map(int, {**table, **rows}), default=0) + 1
    for number, row in rows.items():
        place = number_of.get(row.get("id"), number)
        other = found.get(place)
        if other is not None and "id" in row and other.get("id") != row["id"]:
            place, free = str(free), free + 1  # an older copy numbers others so
        found[place] = row
    return found
