"""A cohort made ready for counting: groups, what counts of the answers, first attempts."""

from dataclasses import dataclass
from functools import cached_property

from tutor.cohort.collect import Collected
from tutor.cohort.groups import KINDS, Groups, Kind, groups_of
from tutor.cohort.intervals import Moments, mean, share
from tutor.cohort.privacy import Counted, Why
from tutor.cohort.tables import Tables
from tutor.cohort.vocabulary import Contents
from tutor.domain.course import Course
from tutor.domain.figures import Cell, Column, ColumnKind, Hidden, Place, Table

_LEAST_SPREAD = 2
"""People below whom nothing can be said of how they differ."""
LEAST_OTHERS = 5
"""Other questions a person must have answered for what they know to be compared."""


@dataclass(frozen=True)
class Study:
    """A cohort, the smallest group shown of it, and its tables made ready once."""

    collected: Collected
    least: int

    @property
    def contents(self) -> Contents:
        """The course, with its numbers."""
        return self.collected.contents

    @property
    def course(self) -> Course:
        """The course."""
        return self.collected.contents.course

    @cached_property
    def groups(self) -> dict[Kind, Groups]:
        """Promotions and semesters."""
        people, expected = self.collected.people, self.collected.expected
        return {kind: groups_of(kind, people, expected, self.least) for kind in KINDS}

    @cached_property
    def tables(self) -> Tables:
        """The tables of the cohort, those below among them.

        - `people`: person, promotion, semester (numbers of groups)
        - `item_sets`: items (as in a row of answers), code, rank, 0 for the primary one
        - `counted`: the latest answer of each person to each question on each local day
          (rules, 18), days in Europe/Paris
        - `firsts`: the first answer of each person to each question of the course,
          where it was given to the question as it stands, and `rest`: by how much the
          person did better than others on the other questions, null where there are
          few
        """
        tables = self.collected.tables
        promotions, semesters = (self.groups[kind].of for kind in KINDS)
        numbered = enumerate(zip(promotions, semesters, strict=True))
        rows = [(number, *groups) for number, groups in numbered]
        tables.fill("people", dict.fromkeys(("person", *KINDS), "INTEGER"), rows)
        if not tables.rows("FROM duckdb_tables() WHERE table_name = 'firsts'"):
            tables.run(_ITEM_SETS)
            tables.run(_COUNTED)
            tables.run(_FIRSTS.format(least=LEAST_OTHERS))
        return tables

    def why_few(self, count: int, whole: int | None = None) -> Why | None:
        """Return `few` where a number tells of a few people only, or None.

        Args:
            count: the number of people.
            whole: of how many they are a part, where that is shown.
        """
        return "few" if Counted(count, whole).is_few(self.least) else None

    def why_mean(self, n: int, some: int, whole: int) -> Why | None:
        """Return `few` where a mean tells of a few people only, or None.

        It does where all others are at the end of the scale.

        Args:
            n: over how many people it is.
            some: how many are not at the lower end.
            whole: how many are at the upper end.
        """
        counts = (Counted(n), Counted(some), Counted(n - whole))
        return "few" if any(each.is_few(self.least) for each in counts) else None

    def place(self, question: int) -> Place:
        """Return where a question stands in the course."""
        asked, unit = self.contents.placed[question]
        return Place(file=unit.path, line=asked.line)


def shown(why: Why | None, cell: Cell) -> Cell:
    """Return a cell, or that it is hidden.

    Args:
        why: why it is not shown, or None.
        cell: what is shown otherwise.
    """
    return cell if why is None else Hidden(hidden=why)


def shown_share(why: Why | None, count: int, n: int) -> Cell:
    """Return a share of people, or that it is hidden, or nothing where nobody is there.

    Args:
        why: why it is not shown, or None.
        count: of whom something is so.
        n: of how many.
    """
    if not n:
        return None
    return share(count, n) if why is None else Hidden(hidden=why)


def shown_mean(why: Why | None, found: Moments, low: float, high: float) -> Cell:
    """Return a mean over people, or that it is hidden, or nothing where nobody is there.

    Args:
        why: why it is not shown, or None.
        found: its moments.
        low: the least value there is.
        high: the greatest.
    """
    if why is not None or found.n < _LEAST_SPREAD:
        return Hidden(hidden=why or "few") if found.n else None
    return mean(found, low, high)


def table(
    name: str, columns: dict[str, ColumnKind], rows: list[tuple[Cell, ...]]
) -> Table:
    """Return a table of the report.

    Args:
        name: its id.
        columns: the kinds of its columns, by their ids.
        rows: its cells.
    """
    made = tuple(Column(id=each, kind=kind) for each, kind in columns.items())
    return Table(id=name, columns=made, rows=tuple(rows))


_ITEM_SETS = """
    CREATE TABLE item_sets AS
    WITH each AS (
        SELECT items, unnest(names) AS name, generate_subscripts(names, 1) AS place
        FROM (
            SELECT items, names FROM given_answers WHERE names IS NOT NULL
            UNION SELECT item_set, items FROM questions
        )
    )
    SELECT items, number AS code, min(place) - 1 AS rank
    FROM each JOIN codes USING (name) GROUP BY items, number
"""
_COUNTED = """
    CREATE TABLE counted AS
    SELECT person, question, stage, weight, items, day, credit
    FROM answers
    QUALIFY row_number() OVER (
        PARTITION BY person, question, day ORDER BY moment DESC, rank DESC
    ) = 1
"""
_FIRSTS = """
    CREATE TABLE firsts AS
    WITH each AS (
        SELECT person, question, credit, certainty, seconds, ticked, fresh
        FROM answers WHERE question >= 0
        QUALIFY row_number() OVER (
            PARTITION BY person, question ORDER BY moment, rank
        ) = 1
    ),
    fresh AS (SELECT * EXCLUDE (fresh) FROM each WHERE fresh),
    levels AS (SELECT question, avg(credit) AS level FROM fresh GROUP BY question),
    beside AS (SELECT *, credit - level AS above FROM fresh JOIN levels USING (question)),
    whole AS (
        SELECT person, sum(above) AS above_all, count(*) AS n
        FROM beside GROUP BY person
    )
    SELECT beside.person, question, credit, certainty, seconds, ticked,
        CASE WHEN n > {least} THEN (above_all - above) / (n - 1) END AS rest
    FROM beside JOIN whole ON beside.person = whole.person
"""
