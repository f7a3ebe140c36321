"""Own position beside the estimate, counted: who is above, near or below."""

from collections import Counter

from tutor.cohort.days import paris_day
from tutor.cohort.privacy import Counted, hidden
from tutor.cohort.study import Study, shown, table
from tutor.domain.beta import beta_cdf
from tutor.domain.clock import Clock
from tutor.domain.evidence import (
    HALF_LIFE_DAYS,
    LEAST_QUESTIONS,
    LEAST_WEIGHT,
    SECONDARY,
    TAIL,
    THRESHOLD,
)
from tutor.domain.figures import Cell, ColumnKind, Table

SIDES = ("above", "near", "below")


def gap_table(study: Study, clock: Clock) -> Table:
    """Return how many people place themselves above, near or below their estimate.

    The rule is that of the intern's own tutor (rules, 20 and 21): above, who claims to
    manage alone while the interval lies below the threshold; below, who asks for help
    while it lies above; near, all others with enough answers. Tables of items come
    first: they make what this one counts.

    Args:
        study: the cohort.
        clock: what day it is.
    """
    sides = _sides(study, paris_day(clock.now()))
    first = len(study.contents.items)
    rows: list[tuple[Cell, ...]] = []
    for number, each in enumerate(study.course.framework.competence, first):
        counts = {side: sides[number, side] for side in SIDES}
        n = sum(counts.values())
        cells = {side: Counted(count, n) for side, count in counts.items()}
        why = hidden(cells, [dict.fromkeys(SIDES, 1)], study.least)
        told = (shown(why.get(side), counts[side]) for side in SIDES)
        rows.append((each.code, shown(study.why_few(n), n), *told))
    columns: dict[str, ColumnKind] = {
        "code": "text",
        "people": "count",
        **dict.fromkeys(SIDES, "count"),
    }
    return table("gap", columns, rows)


def side_of(value: str, a: float, b: float, questions: int) -> str:
    """Return where somebody places themself beside what their answers show.

    One value of the distribution tells on which side of the threshold its interval
    lies, where its bounds would take a hundred: there are many people.

    Args:
        value: N, I or C.
        a: first shape of the posterior.
        b: second shape.
        questions: distinct questions it rests on.
    """
    if value == "C" and beta_cdf(THRESHOLD, a, b) > 1 - TAIL:
        return "above"
    is_solid = questions >= LEAST_QUESTIONS and beta_cdf(THRESHOLD, a, b) <= TAIL
    return "below" if value == "N" and is_solid else "near"


def _sides(study: Study, today: int) -> Counter[tuple[int, str]]:
    """Count people by competency and side."""
    rows = study.tables.rows(
        f"""
        WITH own AS (
            SELECT person, code AS competency, arg_max(value, moment) AS value
            FROM positionings
            WHERE code >= {len(study.contents.items)} AND value IN ('N', 'I', 'C')
            GROUP BY person, code
        ),
        beside AS (
            SELECT person, stage, day, count(*) AS n
            FROM counted WHERE stage IS NOT NULL GROUP BY person, stage, day
        ),
        weighed AS (
            SELECT person, question, items, credit,
                pow(2, -greatest(0, {today} - day) / {HALF_LIFE_DAYS})
                * weight / coalesce(beside.n, 1) AS weight
            FROM counted LEFT JOIN beside USING (person, stage, day)
        ),
        ranked AS (
            SELECT items, competency, min(rank) AS rank
            FROM item_sets JOIN inside USING (code) GROUP BY items, competency
        ),
        shared AS (
            SELECT person, competency, question, credit,
                CASE WHEN rank = 0 THEN weight ELSE weight * {SECONDARY} END AS weight
            FROM weighed JOIN ranked USING (items)
        )
        SELECT competency, value,
            1 + sum(weight * credit), 1 + sum(weight * (1 - credit)),
            count(DISTINCT CASE WHEN value = 'N' THEN question END)
        FROM shared JOIN own USING (person, competency)
        GROUP BY person, competency, value
        HAVING sum(weight) >= {LEAST_WEIGHT}
        """  # noqa: S608 - numbers of ours
    )
    return Counter((code, side_of(*rest)) for code, *rest in rows)
