"""What a report says in sentences: whom it covers, what stands out, what it cannot say."""

from collections.abc import Iterator, Sequence

from tutor.domain.figures import Cell, Column, Estimate, Figures, Table
from tutor.locale import count, grouped, numeric_date, say
from tutor.reports.cells import clean, covered_text, number_text

GROUP_LIMITS = ("group", "voluntary", "small", "two", "interval", "questions", "rank")
"""Sentences that close a report on a group."""
OWN_LIMITS = ("meeting", "own", "interval", "questions", "rank")
"""Sentences that close a report on one intern."""
_CREDIT = Column(id="right", kind="share")
_SHARE = Column(id="hold", kind="share")


def title_of(figures: Figures) -> str:
    """Return the title of a report."""
    one = figures.learner is not None
    return say("faculty.title.learner" if one else "faculty.title")


def subject_of(figures: Figures) -> str:
    """Return the course, the framework, whom the report covers and its day, in one line."""
    return say(
        "faculty.subject",
        title=clean(figures.title),
        version=clean(figures.version),
        framework=clean(figures.framework),
        covers=covered_text(figures),
        date=numeric_date(figures.made_at.date()),
    )


def opening(figures: Figures) -> tuple[str, ...]:
    """Return the first paragraph of a report, sentence by sentence.

    Args:
        figures: a report on a group or on one intern.
    """
    if figures.learner is not None:
        return (say("faculty.opening.learner"), say("faculty.opening.meeting"))
    return tuple(_group_opening(figures))


def limits(figures: Figures) -> tuple[str, ...]:
    """Return what a report cannot say, sentence by sentence."""
    names = GROUP_LIMITS if figures.learner is None else OWN_LIMITS
    return tuple(say(f"faculty.limit.{name}", n=figures.least_group) for name in names)


def faults_line(figures: Figures) -> str:
    """Return how many files had a fault, and how many of them count all the same."""
    used = sum(fault.used for fault in figures.refused)
    said = count("faculty.faults", len(figures.refused))
    return f"{said} {count('faculty.faults.used', used)}" if used else said


def missing_line(figures: Figures) -> str:
    """Return how many are expected and have handed in nothing."""
    return count("faculty.missing", len(figures.missing))


def _group_opening(figures: Figures) -> Iterator[str]:
    """Yield the sentences that open a report on a group."""
    yield from _handed_in(figures)
    answers = _first(figures, "handed-in", "answers")
    if isinstance(answers, int):
        yield count("faculty.opening.answers", answers, total=grouped(answers))
    yield from _sure(figures)
    yield from _believed(figures)
    yield say("faculty.opening.small", n=figures.least_group)


def _handed_in(figures: Figures) -> Iterator[str]:
    """Yield how many have handed in, out of those expected where they are known."""
    expected = _first(figures, "handed-in", "expected")
    if not isinstance(expected, int):
        yield count("faculty.opening.people", figures.people)
        return
    came = expected - len(figures.missing)
    yield count("faculty.opening.expected", came, expected=expected)
    others = figures.people - came
    if others > 0:
        yield count("faculty.opening.others", others)


def _sure(figures: Figures) -> Iterator[str]:
    """Yield how right they are when they say they are sure."""
    found = _rows(figures, "calibration", ("certainty", "right"))
    for certainty, right in found:
        if str(certainty).startswith("3") and isinstance(right, Estimate):
            yield say("faculty.opening.sure", **_spoken(right, _CREDIT))


def _believed(figures: Figures) -> Iterator[str]:
    """Yield the misconception that most hold."""
    found = [
        (hold, str(title))
        for title, hold in _rows(figures, "misconceptions", ("title", "hold"))
        if isinstance(hold, Estimate)
    ]
    if found:
        hold, title = max(found, key=lambda each: each[0].value)
        shown = _spoken(hold, _SHARE)
        yield say("faculty.opening.believed", title=clean(title), **shown)


def _spoken(cell: Estimate, column: Column) -> dict[str, str]:
    """Return a number, the ends of its interval and its n, to stand in a sentence."""
    parts = {"value": cell.value, "low": cell.low, "high": cell.high}
    shown = {name: number_text(number, column) for name, number in parts.items()}
    return {**shown, "n": grouped(cell.n)}


def _first(figures: Figures, table_id: str, column: str) -> Cell:
    """Return the cell of everybody, or None where the table does not say."""
    return next((row[0] for row in _rows(figures, table_id, (column,))), None)


def _table(figures: Figures, table_id: str) -> Table:
    """Return a table, an empty one where the report has none."""
    found = (each for each in figures.tables if each.id == table_id)
    return next(found, Table(id=table_id, columns=(), rows=()))


def _rows(
    figures: Figures, table_id: str, columns: Sequence[str]
) -> Iterator[tuple[Cell, ...]]:
    """Yield some columns of a table, nothing where one of them is absent."""
    table = _table(figures, table_id)
    ids = [column.id for column in table.columns]
    if set(columns) <= set(ids):
        wanted = [ids.index(name) for name in columns]
        for row in table.rows:
            yield tuple(row[each] for each in wanted)
