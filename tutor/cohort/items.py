"""What answers show of items and competencies, and where interns place themselves."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tutor.cohort.intervals import Moments
from tutor.cohort.privacy import Why
from tutor.cohort.study import Study, shown, shown_mean, table
from tutor.domain.figures import Cell, ColumnKind, Table

LOWEST, HIGHEST = 1, 5
"""Of the supervision scale."""


class _Found(NamedTuple):
    """What is known of one item or competency."""

    moments: Moments
    answers: int
    why: Why | None


class _Placed(NamedTuple):
    """Where people place themselves on an item."""

    moments: Moments
    why: Why | None


_NOTHING = _Found(Moments(0, 0.0, 0.0), 0, None)
_NOWHERE = _Placed(Moments(0, 0.0, 0.0), None)


def item_tables(study: Study) -> tuple[Table, ...]:
    """Return the tables of competencies and of items.

    Of each person, the mean credit of the answers that count (rules, 18); of the group,
    the mean over people, so that who answers much does not weigh more.

    Args:
        study: the cohort.
    """
    _mean_credits(study)
    found = _found(study)
    return _competencies(study, found), _items(study, found)


def _competencies(study: Study, found: dict[int, _Found]) -> Table:
    """Return the table of competencies."""
    first = len(study.contents.items)
    rows: list[tuple[Cell, ...]] = []
    for number, each in enumerate(study.course.framework.competence, first):
        rows.append((each.code, each.nom, *_cells(study, found.get(number, _NOTHING))))
    columns: dict[str, ColumnKind] = {
        "code": "text",
        "title": "text",
        "people": "count",
        "answers": "count",
        "estimate": "share",
    }
    return table("competencies", columns, rows)


def _items(study: Study, found: dict[int, _Found]) -> Table:
    """Return the table of items."""
    placed = _placed(study)
    rows: list[tuple[Cell, ...]] = []
    for number, each in enumerate(study.course.framework.items):
        own = placed.get(number, _NOWHERE)
        rows.append(
            (
                each.code,
                each.texte,
                *_cells(study, found.get(number, _NOTHING)),
                shown(study.why_few(own.moments.n), own.moments.n),
                shown_mean(own.why, own.moments, LOWEST, HIGHEST),
            )
        )
    columns: dict[str, ColumnKind] = {
        "code": "text",
        "wording": "text",
        "people": "count",
        "answers": "count",
        "estimate": "share",
        "positioned": "count",
        "positioning": "mean",
    }
    return table("items", columns, rows)


def _cells(study: Study, found: _Found) -> tuple[Cell, Cell, Cell]:
    """Return how many people, how many answers, and the mean credit."""
    why = study.why_few(found.moments.n)
    return (
        shown(why, found.moments.n),
        shown(why, found.answers),
        shown_mean(found.why, found.moments, 0, 1),
    )


def _mean_credits(study: Study) -> None:
    """Make the tables `inside`, of items in competencies, and `credits`.

    `credits` has the mean credit and the number of answers of each person on each code.
    """
    tables, contents = study.tables, study.contents
    tables.fill(
        "inside",
        {"code": "INTEGER", "competency": "INTEGER"},
        (
            (contents.items.index(item.code), len(contents.items) + number)
            for number, each in enumerate(study.course.framework.competence)
            for item in each.item
        ),
    )
    tables.run(
        """
        CREATE OR REPLACE TABLE credits AS
        WITH named AS (
            SELECT items, inside.code FROM item_sets JOIN inside USING (code)
            UNION
            SELECT items, competency FROM item_sets JOIN inside USING (code)
        )
        SELECT person, code, avg(credit) AS credit, count(*) AS n
        FROM counted JOIN named USING (items) GROUP BY person, code
        """
    )


def _found(study: Study) -> dict[int, _Found]:
    """Return what is known of each code, and whether it is shown."""
    rows = study.tables.rows(
        """
        SELECT code, count(*), avg(credit), coalesce(stddev_samp(credit), 0), sum(n),
            count(*) FILTER (credit > 0), count(*) FILTER (credit >= 1)
        FROM credits GROUP BY code
        """
    )
    found = {
        code: _Found(Moments(n, mean, spread), int(answers), study.why_mean(n, *ends))
        for code, n, mean, spread, answers, *ends in rows
    }
    for code in _too_near(study, found):
        found[code] = found[code]._replace(why="subtraction")
    return found


def _too_near(study: Study, found: dict[int, _Found]) -> Iterator[int]:
    """Yield codes whose mean, beside another that is shown, tells of a few people.

    Two means over nearly the same people, the same for all but a few of them, differ by
    what those few did: subtracting one from the other would tell it.
    """
    near = _pairs_near(study, found)
    while near:
        often = Counter(code for pair in near for code in pair)
        worst = min(often, key=lambda code: (-often[code], found[code].moments.n, code))
        yield worst
        near = [pair for pair in near if worst not in pair]


def _pairs_near(study: Study, found: dict[int, _Found]) -> list[tuple[int, int]]:
    """Return the pairs of codes that differ for a few people only."""
    shown_ = [code for code, each in sorted(found.items()) if each.why is None]
    pairs = [
        (one, other)
        for one in shown_
        for other in shown_
        if one < other
        and _may_be_near(found[one].moments, found[other].moments, study.least)
    ]
    if not pairs:
        return []
    study.tables.fill("pairs", {"one": "INTEGER", "other": "INTEGER"}, pairs)
    rows = study.tables.rows(
        """
        SELECT one, other, count(*), count(*) FILTER (a.credit = b.credit)
        FROM pairs JOIN credits a ON a.code = one
            JOIN credits b ON b.code = other AND b.person = a.person
        GROUP BY one, other ORDER BY one, other
        """
    )
    study.tables.run("DROP TABLE pairs")
    near = []
    for one, other, both, same in rows:
        differing = found[one].moments.n + found[other].moments.n - both - same
        if 0 < differing < study.least:
            near.append((one, other))
    return near


def _may_be_near(one: Moments, other: Moments, least: int) -> bool:
    """Return whether two means could differ for a few people only.

    Each of them changes how many there are by one, and the sum of credits by one, at
    most.
    """
    apart = abs(one.n * one.mean - other.n * other.mean)
    return abs(one.n - other.n) < least and apart < least


def _placed(study: Study) -> dict[int, _Placed]:
    """Return where people last placed themselves on each item."""
    rows = study.tables.rows(
        f"""
        WITH last AS (
            SELECT person, code, arg_max(value, moment)::INTEGER AS value
            FROM positionings
            WHERE code < {len(study.contents.items)} AND value BETWEEN '1' AND '5'
            GROUP BY person, code
        )
        SELECT code, count(*), avg(value), coalesce(stddev_samp(value), 0),
            count(*) FILTER (value > {LOWEST}), count(*) FILTER (value >= {HIGHEST})
        FROM last GROUP BY code
        """  # noqa: S608 - numbers of ours
    )
    return {
        code: _Placed(Moments(n, mean, spread), study.why_mean(n, *ends))
        for code, n, mean, spread, *ends in rows
    }
