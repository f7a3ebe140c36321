"""Numbers about a group, computed once: every format of the report shows these tables."""

from typing import Literal

from pydantic import AwareDatetime, Field

from tutor.domain.value import Value


class Estimate(Value):
    """A number with its 90 % interval and how many people it rests on."""

    n: int
    """People, never answers: what protects a small group counts people."""
    value: float
    low: float
    high: float


class Hidden(Value):
    """A number that is not shown, so that nobody can be recognised."""

    hidden: Literal["few", "subtraction"]
    """Too few people, or they could be found by taking one table from another."""


class Place(Value):
    """Where something stands in the course: the person who mends it goes there."""

    file: str
    line: int


Cell = str | int | float | Estimate | Hidden | Place | None
"""What a table holds; None where there is nothing to say."""

ColumnKind = Literal["text", "count", "share", "mean", "shift", "number", "place"]
"""A count of people or answers, a share or mean from 0 to 1, a mean on a scale, a
difference, any other number, or a place in a file."""


class Column(Value):
    """A column: its id gives its title in the catalogue (`report.column.`)."""

    id: str
    kind: ColumnKind


class Table(Value):
    """Rows under columns: its id gives its title and its note (`report.table.`)."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Refused(Value):
    """A file that could not be used, or could with a doubt."""

    path: str
    message_id: str
    """What is the matter, in the catalogue; its cure has `.do` after it."""
    values: dict[str, str | int] = Field(default_factory=dict)
    used: bool
    """Whether the file counts all the same."""


class Figures(Value):
    """A report: what it covers, its tables, and the files that had a fault."""

    made_at: AwareDatetime
    course: str
    title: str
    version: str
    framework: str
    """The title of the framework whose items it tells of: the course's, or a grid."""
    least_group: int
    """The smallest group shown, in people."""
    people: int
    bundles: int
    promotion: str | None = None
    """The only promotion covered, if the report is about one."""
    learner: str | None = None
    """The pseudonym, where the report is about one person."""
    tables: tuple[Table, ...]
    refused: tuple[Refused, ...] = ()
    missing: tuple[str, ...] = ()
    """Who is in the roster and has handed in nothing."""

    def table(self, table_id: str) -> Table:
        """Return a table by its id.

        Raises:
            KeyError: the report has no such table.
        """
        found = next((each for each in self.tables if each.id == table_id), None)
        if found is None:
            raise KeyError(table_id)
        return found
