"""Questions a teacher would do well to read again, each with the reason in words."""

from collections.abc import Iterator
from typing import NamedTuple

from tutor.domain.figures import Cell, Estimate, Figures, Place
from tutor.locale import count, say
from tutor.reports.cells import clean, place_text

MOST = 12
"""Questions named; the table has them all."""
HARD = 0.35
"""A question is hard where even the high end of its mean credit is below."""
FLAT = 0.1
"""A question tells nobody apart where even the high end of its discrimination is below."""
SURE = 0.15
"""A wrong answer is often sure where even the low end of its share is above."""


class Flagged(NamedTuple):
    """A question and why it is named."""

    question: str
    place: str
    reasons: tuple[str, ...]


def flagged_questions(figures: Figures) -> tuple[Flagged, ...]:
    """Return the questions with most reasons to be read again, those first.

    A reason holds only where the whole interval is on the wrong side: chance alone
    names few questions.

    Args:
        figures: a report on a group.
    """
    table = next((each for each in figures.tables if each.id == "questions"), None)
    if table is None:
        return ()
    ids = [column.id for column in table.columns]
    found = []
    for row in table.rows:
        cells = dict(zip(ids, row, strict=True))
        reasons = tuple(_reasons(cells))
        if reasons:
            place = cells.get("place")
            where = place_text(place) if isinstance(place, Place) else ""
            found.append(Flagged(clean(str(cells.get("question"))), where, reasons))
    found.sort(key=lambda each: -len(each.reasons))
    return tuple(found[:MOST])


def _reasons(cells: dict[str, Cell]) -> Iterator[str]:
    """Yield why a question should be read again."""
    difficulty, flat = cells.get("difficulty"), cells.get("discrimination")
    sure, disputes = cells.get("sure-wrong"), cells.get("disputes")
    if isinstance(flat, Estimate) and flat.high < FLAT:
        yield say("faculty.flag.flat")
    if isinstance(difficulty, Estimate) and difficulty.high < HARD:
        yield say("faculty.flag.hard")
    if isinstance(sure, Estimate) and sure.low > SURE:
        yield say("faculty.flag.sure")
    if isinstance(disputes, int) and disputes:
        yield count("faculty.flag.disputes", disputes)
