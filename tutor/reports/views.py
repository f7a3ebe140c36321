"""A report as a reader meets it: parts, tables in words, and where each stands."""

from collections.abc import Iterator
from typing import NamedTuple

from tutor.domain.figures import Cell, Column, Estimate, Figures, Hidden, Place, Table
from tutor.locale import say
from tutor.reports.cells import (
    cell_text,
    column_title,
    estimate_text,
    number_text,
    table_note,
    table_title,
)

OWN = "own-"
"""Begins the tables of one intern; they stand where the group's would."""
PARTS = {
    "who": ("handed-in",),
    "progress": (
        *("tracks", "lessons", "lessons-by-promotion", "lessons-by-semester"),
    ),
    "framework": ("competencies", "items", "gap"),
    "sureness": ("calibration",),
    "errors": ("misconceptions",),
    "survey": ("survey",),
    "questions": ("questions", "options"),
}
"""The parts of a report, and the tables of each, in the order they are read."""
REST = "rest"
"""The part of what no other part claims."""
LONG = frozenset(
    {"lessons-by-promotion", "lessons-by-semester", "questions", "options"}
)
"""Tables one looks things up in: folded on a page, at the end on paper."""
NUMBERS = frozenset({"count", "share", "mean", "shift", "number"})
"""Kinds of columns that hold numbers."""


class Shown(NamedTuple):
    """A cell in words."""

    text: str
    kind: str
    """`number`, `estimate`, `hidden`, `place`, `none` or `text`."""
    value: str = ""
    """The number alone, of an estimate."""
    rest: str = ""
    """Its interval and how many it rests on."""
    span: tuple[float, float, float] | None = None
    """Where its low end, itself and its high end stand from 0 to 1, of a share."""


class Grid(NamedTuple):
    """A table in words."""

    id: str
    title: str
    note: str
    heads: tuple[str, ...]
    is_number: tuple[bool, ...]
    """Of each column."""
    rows: tuple[tuple[Shown, ...], ...]
    is_long: bool


class Part(NamedTuple):
    """Tables under one title."""

    id: str
    title: str
    grids: tuple[Grid, ...]


def parts_of(figures: Figures) -> tuple[Part, ...]:
    """Return the parts of a report that have a table, in the order they are read.

    Args:
        figures: any report.
    """
    claimed: dict[str, list[Table]] = {name: [] for name in (*PARTS, REST)}
    for name, table in _ranked(figures):
        claimed[name].append(table)
    return tuple(
        Part(
            name,
            say(f"faculty.part.{name}"),
            tuple(grid_of(table, figures.least_group) for table in tables),
        )
        for name, tables in claimed.items()
        if tables
    )


def tables_of(figures: Figures) -> tuple[Table, ...]:
    """Return the tables of a report in the order they are read."""
    return tuple(table for _, table in _ranked(figures))


def grid_of(table: Table, least: int) -> Grid:
    """Return a table in words.

    Args:
        table: any table of a report.
        least: the smallest group shown, in people.
    """
    rows = tuple(
        tuple(map(shown, row, table.columns, [least] * len(row))) for row in table.rows
    )
    return Grid(
        id=table.id,
        title=table_title(table),
        note=table_note(table),
        heads=tuple(map(column_title, table.columns)),
        is_number=tuple(column.kind in NUMBERS for column in table.columns),
        rows=rows,
        is_long=table.id in LONG,
    )


def shown(cell: Cell, column: Column, least: int) -> Shown:
    """Return a cell in words.

    Args:
        cell: what the table holds.
        column: where it stands.
        least: the smallest group shown, in people.
    """
    if isinstance(cell, Estimate):
        return _estimated(cell, column)
    text = cell_text(cell, column, least)
    match cell:
        case None:
            return Shown(text, "none")
        case Hidden():
            return Shown(text, "hidden")
        case int() | float():
            return Shown(text, "number")
        case str():
            return Shown(text, "text")
        case Place():
            return Shown(text, "place")


def _estimated(cell: Estimate, column: Column) -> Shown:
    """Return an estimate in words, and where it stands if it is a share."""
    text, value = estimate_text(cell, column), number_text(cell.value, column)
    span = (cell.low, cell.value, cell.high) if column.kind == "share" else None
    return Shown(text, "estimate", value, text.removeprefix(value).strip(), span)


def _ranked(figures: Figures) -> Iterator[tuple[str, Table]]:
    """Yield the part of each table with it, the tables of a part in its order."""
    parts = {table: part for part, tables in PARTS.items() for table in tables}
    order = list(parts)
    known = sorted(
        (table for table in figures.tables if _plain(table) in parts),
        key=lambda table: order.index(_plain(table)),
    )
    for table in known:
        yield parts[_plain(table)], _most_held_first(table)
    for table in figures.tables:
        if _plain(table) not in parts:
            yield REST, table


def _plain(table: Table) -> str:
    """Return the id of the group's table that a table stands for."""
    return table.id.removeprefix(OWN)


def _most_held_first(table: Table) -> Table:
    """Return the misconceptions with those that most people hold first.

    Beliefs are put in an order here, never people.
    """
    ids = [column.id for column in table.columns]
    if table.id != "misconceptions" or "hold" not in ids:
        return table
    hold = ids.index("hold")

    def rank(row: tuple[Cell, ...]) -> float:
        cell = row[hold]
        return -cell.value if isinstance(cell, Estimate) else 1.0

    return table.model_copy(update={"rows": tuple(sorted(table.rows, key=rank))})
