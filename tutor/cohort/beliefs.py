"""The misconceptions that people have met, and those that still hold."""

from typing import NamedTuple

from tutor.cohort.study import Study, shown, shown_share, table
from tutor.domain.figures import Cell, ColumnKind, Table
from tutor.domain.folding import fold

_ENOUGH = 2
"""Different questions answered right before a misconception no longer holds."""


class _Held(NamedTuple):
    """How many people met a misconception, and hold it."""

    met: int
    hold: int


def belief_table(study: Study) -> Table:
    """Return who met each misconception, who holds it, and what shows it most.

    The rule is that of the intern's own ledger: it holds from the answer that shows it
    until two different questions on it have been answered right. Met, by who answered
    at least one question that could show it.

    Args:
        study: the cohort.
    """
    held, most = _held(study), _most(study)
    rows: list[tuple[Cell, ...]] = []
    for number, code in enumerate(study.contents.beliefs):
        found = held.get(number, _Held(0, 0))
        title = study.course.misconceptions[code].title
        why = study.why_few(found.hold, found.met)
        rows.append(
            (
                code,
                title,
                shown(study.why_few(found.met), found.met),
                shown_share(why, found.hold, found.met),
                *_question(study, most.get(number)),
            )
        )
    columns: dict[str, ColumnKind] = {
        "code": "text",
        "title": "text",
        "people": "count",
        "hold": "share",
        "question": "text",
        "place": "place",
    }
    return table("misconceptions", columns, rows)


def _question(study: Study, found: tuple[int, int] | None) -> tuple[Cell, Cell]:
    """Return a question and its place, where enough people showed it there."""
    if found is None or found[1] < study.least:
        return None, None
    question = found[0]
    return study.contents.placed[question].question.id, study.place(question)


def _held(study: Study) -> dict[int, _Held]:
    """Count who met each misconception and who holds it."""
    _tell(study)
    rows = study.tables.rows(
        f"""
        WITH met AS (
            SELECT DISTINCT person, belief
            FROM answers JOIN probes USING (question)
        ),
        last AS (
            SELECT person, belief, max((moment, rank)) AS latest
            FROM shows GROUP BY person, belief
        ),
        dispelled AS (
            SELECT person, belief, count(DISTINCT question) AS n
            FROM answers JOIN probes USING (question) JOIN last USING (person, belief)
            WHERE credit >= 1 AND (answers.moment, answers.rank) > last.latest
            GROUP BY person, belief
        ),
        open AS (
            SELECT person, belief FROM last LEFT JOIN dispelled USING (person, belief)
            WHERE coalesce(n, 0) < {_ENOUGH}
        )
        SELECT belief, count(DISTINCT met.person), count(DISTINCT open.person)
        FROM met FULL JOIN open USING (person, belief) GROUP BY belief
        """  # noqa: S608 - a number of ours
    )
    return {belief: _Held(met, hold) for belief, met, hold in rows}


def _most(study: Study) -> dict[int, tuple[int, int]]:
    """Return, for each misconception, what shows it to most people, and to how many."""
    rows = study.tables.rows(
        """
        SELECT belief, question, count(DISTINCT person) AS people FROM shows
        GROUP BY belief, question ORDER BY belief, people, question DESC
        """
    )
    return {belief: (question, people) for belief, question, people in rows}


def _tell(study: Study) -> None:
    """Make the tables `probes` and `shows`: what can show a misconception, what did."""
    tables, contents = study.tables, study.contents
    numbers = {"question": "INTEGER", "belief": "INTEGER"}
    tables.fill("probes", numbers, contents.probes)
    columns = {"question": "INTEGER", "place": "INTEGER", "belief": "INTEGER"}
    tables.fill("distractors", columns, contents.distractors)
    tables.run(
        """
        CREATE OR REPLACE TABLE texts AS
        SELECT row_number() OVER () AS text, question, said
        FROM (SELECT DISTINCT question, said FROM answers WHERE said IS NOT NULL)
        """
    )
    means = [
        (number, belief)
        for number, question, said in tables.rows("FROM texts")
        if (belief := contents.wordings.get(question, {}).get(fold(said))) is not None
    ]
    tables.fill("meanings", {"text": "BIGINT", "belief": "INTEGER"}, means)
    tables.run(
        """
        CREATE OR REPLACE TABLE shows AS
        SELECT person, question, moment, rank, belief
        FROM answers JOIN distractors USING (question)
        WHERE credit < 1 AND ticked >> place & 1 = 1
        UNION
        SELECT person, question, moment, rank, belief
        FROM answers JOIN texts USING (question, said) JOIN meanings USING (text)
        """
    )
