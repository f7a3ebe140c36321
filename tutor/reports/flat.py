"""Tables as a spreadsheet wants them: a number a cell, its interval and n beside it."""

from collections.abc import Iterator
from typing import NamedTuple

from tutor.domain.figures import (
    Cell,
    Column,
    ColumnKind,
    Estimate,
    Hidden,
    Place,
    Table,
)
from tutor.locale import say
from tutor.reports.cells import clean, column_title, hidden_text, place_text

PARTS = ("low", "high", "n")
"""What stands beside the value of an estimate, each in a column of its own."""


class Head(NamedTuple):
    """A column of a spreadsheet."""

    title: str
    column: Column
    kind: ColumnKind
    """What its numbers are: those of `n` are counts, whatever the estimate."""


class Sheet(NamedTuple):
    """A table of a spreadsheet."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


def flattened(table: Table, least: int) -> Sheet:
    """Return a table whose estimates take four columns: value, low end, high end, n.

    Args:
        table: any table of a report.
        least: the smallest group shown, in people.
    """
    wide = [
        any(isinstance(row[rank], Estimate) for row in table.rows)
        for rank in range(len(table.columns))
    ]
    heads = [
        head
        for column, is_wide in zip(table.columns, wide, strict=True)
        for head in _heads(column, is_wide=is_wide)
    ]
    rows = [
        tuple(
            value
            for cell, is_wide in zip(row, wide, strict=True)
            for value in _values(cell, least, is_wide=is_wide)
        )
        for row in table.rows
    ]
    return Sheet(tuple(heads), tuple(rows))


def _heads(column: Column, *, is_wide: bool) -> Iterator[Head]:
    """Yield the columns that a column becomes."""
    title = column_title(column)
    yield Head(title, column, column.kind)
    if is_wide:
        yield Head(say("faculty.head.low", title=title), column, column.kind)
        yield Head(say("faculty.head.high", title=title), column, column.kind)
        yield Head(say("faculty.head.n", title=title), column, "count")


def _values(
    cell: Cell, least: int, *, is_wide: bool
) -> Iterator[str | int | float | None]:
    """Yield what a cell becomes; a number that is not shown is said in its place."""
    match cell:
        case Estimate():
            yield from (cell.value, cell.low, cell.high, cell.n)
            return
        case Hidden():
            yield hidden_text(cell, least)
        case Place():
            yield place_text(cell)
        case str():
            yield clean(cell)
        case _:
            yield cell
    if is_wide:
        yield from (None, None, None)
