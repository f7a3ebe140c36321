"""Item analysis: how each question and each of its options does its work.

First attempts only: what somebody answers after a correction tells of the correction.

- Difficulty is the mean credit.
- Discrimination is the item-rest correlation, between the credit of the question and
  how much better than others the person did on all other questions they answered (mean
  of credit minus the mean credit of the question, since people answer different ones).
  It is the corrected item-total correlation of Nunnally and Bernstein, *Psychometric
  Theory*, McGraw-Hill 1994, chapter 8; Ebel and Frisbie, *Essentials of Educational
  Measurement*, Prentice Hall 1991, take 0.30 for good and below 0.20 for poor.
- The correlation of an option is between ticking it (1 or 0) and the same rest: it
  should be above 0 for what is expected and below 0 for a distractor.
"""

from dataclasses import dataclass, field

from tutor.cohort.intervals import Moments, correlation
from tutor.cohort.options import Ticks, hidden_of, option_rows, options_table
from tutor.cohort.privacy import Why
from tutor.cohort.study import Study, shown, shown_mean, shown_share, table
from tutor.domain.answer import SURE
from tutor.domain.figures import Cell, ColumnKind, Hidden, Table


@dataclass
class Asked:
    """What first attempts say of a question."""

    credit: Moments
    some: int
    """People who earned something."""
    whole: int
    """People who earned all."""
    with_rest: int
    """People whose other answers tell what they know."""
    correlation: float | None
    rated: int
    """People who said how sure they were."""
    sure_wrong: int
    seconds: float
    """The median."""
    disputes: int = 0
    """People who said something against it."""
    ticks: Ticks | None = None
    why: Why | None = None
    """Why the difficulty is not shown."""
    why_options: dict[int, Why] = field(default_factory=dict)


def asked_in(study: Study) -> dict[int, Asked]:
    """Return what first attempts say of each question that somebody answered.

    Args:
        study: the cohort.
    """
    rows = study.tables.rows(
        f"""
        SELECT question, count(*), avg(credit), coalesce(stddev_samp(credit), 0),
            count(*) FILTER (credit > 0), count(*) FILTER (credit >= 1),
            count(rest), {_CORRELATION},
            count(certainty), count(*) FILTER (certainty = {SURE} AND credit = 0),
            median(seconds)
        FROM firsts GROUP BY question ORDER BY question
        """  # noqa: S608 - numbers of ours
    )
    found = {
        question: Asked(Moments(n, mean, spread), *more)
        for question, n, mean, spread, *more in rows
    }
    for question, people in study.tables.rows(
        "SELECT question, count(DISTINCT person) FROM disputes GROUP BY question"
    ):
        if question in found:
            found[question].disputes = people
    for question, ticks in _ticks(study).items():
        found[question].ticks = ticks
    for question, each in found.items():
        _hide(study, question, each)
    return found


def question_tables(study: Study, asked: dict[int, Asked]) -> tuple[Table, Table]:
    """Return the tables of questions and of options.

    Args:
        study: the cohort.
        asked: what `asked_in` returned.
    """
    rows: list[tuple[Cell, ...]] = []
    options: list[tuple[Cell, ...]] = []
    for number, placed in enumerate(study.contents.placed):
        question = placed.question
        start = (question.id, study.place(number), question.kind)
        if number not in asked:
            rows.append((*start, 0, *[None] * 5))
            continue
        found = asked[number]
        rows.append((*start, *_cells(study, found)))
        if found.ticks is not None and study.why_few(found.credit.n) is None:
            options.extend(option_rows(study, number, found.ticks, found.why_options))
    columns: dict[str, ColumnKind] = {
        "question": "text",
        "place": "place",
        "kind": "text",
        "people": "count",
        "difficulty": "share",
        "discrimination": "number",
        "sure-wrong": "share",
        "seconds": "number",
        "disputes": "count",
    }
    return table("questions", columns, rows), options_table(options)


def _cells(study: Study, found: Asked) -> tuple[Cell, ...]:
    """Return the cells of a question that somebody answered."""
    why = study.why_few(found.credit.n)
    if why is not None:
        return (*[Hidden(hidden=why)] * 5, _disputes(study, found))
    return (
        found.credit.n,
        shown_mean(found.why, found.credit, 0, 1),
        shown(found.why, correlation(found.with_rest, found.correlation)),
        shown_share(
            study.why_few(found.sure_wrong, found.rated), found.sure_wrong, found.rated
        ),
        round(found.seconds, 1),
        _disputes(study, found),
    )


def _disputes(study: Study, found: Asked) -> Cell:
    """Return how many people said something against a question."""
    return shown(study.why_few(found.disputes), found.disputes)


def _hide(study: Study, number: int, found: Asked) -> None:
    """Find what is not shown of a question."""
    found.why = study.why_mean(found.credit.n, found.some, found.whole)
    question = study.contents.options(number)
    if question is not None and found.ticks is not None:
        earned = (found.why, found.some, found.whole, found.credit)
        found.why_options, found.why = hidden_of(question, found.ticks, earned, study)


def _ticks(study: Study) -> dict[int, Ticks]:
    """Return how often each option of each question was ticked, and by whom."""
    rows = study.tables.rows(
        """
        SELECT question, ticked, count(*), sum(credit),
            count(rest), coalesce(sum(rest), 0), coalesce(sum(rest * rest), 0)
        FROM firsts WHERE ticked IS NOT NULL GROUP BY question, ticked
        """
    )
    found: dict[int, Ticks] = {}
    for question, ticked, n, earned, *rest in rows:
        choice = study.contents.options(question)
        if choice is not None:
            ticks = found.setdefault(question, Ticks(len(choice.options)))
            ticks.count_in(ticked, n, earned, tuple(rest))
    return found


_CORRELATION = (
    "CASE WHEN count(rest) > 1 AND stddev_samp(rest) > 0 "
    "AND stddev_samp(credit) FILTER (rest IS NOT NULL) > 0 THEN corr(credit, rest) END"
)
