"""Put two stores together: nothing is lost, and neither side comes first."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import orjson

from tutor.store.storage import Tables

KEPT = ("meta", "preferences")
"""Tables that are no record of what was done: those of the present store stay."""
_EARLIEST = datetime.min.replace(tzinfo=UTC)
Row = dict[str, Any]


class Gain(NamedTuple):
    """What one table gained from another store."""

    table: str
    added: int
    known: int
    """Rows that were there already."""
    renewed: int
    """Rows that were there in an earlier state, such as a run that has gone on."""


class Merged(NamedTuple):
    """Two stores in one."""

    tables: Tables
    gains: tuple[Gain, ...]

    @property
    def brings_nothing(self) -> bool:
        """Whether the present store had everything already."""
        return not any(gain.added or gain.renewed for gain in self.gains)


def is_empty(tables: Tables) -> bool:
    """Return whether a store holds no record of anything done."""
    return not any(rows for name, rows in tables.items() if name not in KEPT)


def merge(mine: Tables, theirs: Tables) -> Merged:
    """Return the rows of two stores, each once, in the order of their dates.

    Whichever of the two is `mine`, the record that comes out is the same.

    Args:
        mine: the present store; what the person chose stays as it is here, unless
            nothing was ever done here.
        theirs: the other store, in the same format.
    """
    tables: Tables = {}
    for name in KEPT:
        first, second = (theirs, mine) if is_empty(mine) else (mine, theirs)
        if kept := first.get(name) or second.get(name):
            tables[name] = kept
    gains = []
    for name in sorted((mine.keys() | theirs.keys()) - set(KEPT)):
        ours = _by_key(mine.get(name, {}).values())
        others = _by_key(theirs.get(name, {}).values())
        rows = {**ours, **others}
        for key in ours.keys() & others.keys():
            rows[key] = max(ours[key], others[key], key=_rank)
        added = len(others.keys() - ours.keys())
        renewed = sum(rows[key] != row for key, row in ours.items())
        gains.append(Gain(name, added, len(others) - added - renewed, renewed))
        ordered = sorted(rows.values(), key=_place)
        tables[name] = {str(number): row for number, row in enumerate(ordered, 1)}
    return Merged(tables, tuple(gains))


def _by_key(rows: Iterable[Row]) -> dict[str, Row]:
    """Return rows by their id, or by all they say; of two alike, the later one."""
    found: dict[str, Row] = {}
    for row in rows:
        key = str(row["id"]) if "id" in row else _said(row).decode()
        found[key] = max(found.get(key, row), row, key=_rank)
    return found


def _rank(row: Row) -> tuple[datetime, bytes]:
    """Return which of two states of a row is the later one; no two are equal."""
    return _moment(row, "touched") or _moment(row, "at") or _EARLIEST, _said(row)


def _place(row: Row) -> tuple[datetime, bytes]:
    """Return where a row stands among the others of its table."""
    return _moment(row, "at") or _EARLIEST, _said(row)


def _moment(row: Mapping[str, Any], name: str) -> datetime | None:
    """Return a moment a row tells, if it does."""
    try:
        moment = datetime.fromisoformat(row[name])
    except (KeyError, TypeError, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _said(row: Row) -> bytes:
    """Return all that a row says, the same for the same content."""
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS)
