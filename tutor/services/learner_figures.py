"""The figures of one intern, for the portfolio meeting: what their own tutor shows.

The bundles become a record again, and the tutor's own rules are applied to it; only
how far each lesson is cannot be computed from answers, and is taken as handed in.
"""

from collections.abc import Iterable, Sequence

from tutor.cohort.collect import Collected
from tutor.domain.answer import AnswerGiven, Positioning, Record
from tutor.domain.bundle import Bundle, HandedAnswer
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.evidence import Evidence
from tutor.domain.figures import (
    Cell,
    Column,
    ColumnKind,
    Estimate,
    Figures,
    Place,
    Table,
)
from tutor.locale import say
from tutor.services.gap import Gap, gap_of
from tutor.services.positions import value_text
from tutor.services.standing import Standing, standing_of

_EVIDENCE: dict[str, ColumnKind] = {
    "own": "text",
    "answers": "count",
    "estimate": "share",
    "word": "text",
    "gap": "text",
}


def learner_figures(
    collected: Collected, course: Course, learner: str, clock: Clock
) -> Figures:
    """Return the figures of one intern; in their estimates, n counts answers.

    Args:
        collected: what `collect` returned.
        course: the course it was collected for.
        learner: their pseudonym, or the beginning of their random id.
        clock: what day it is.

    Raises:
        WrongUseError: nobody, or more than one, goes by that name.
        TutorError: a bundle has gone since it was collected.
    """
    person = collected.person(learner)
    bundles = collected.bundles_of(person)
    files = {given.source.name for given in person.handed}
    standing, head = standing_of(course, record_of(bundles), clock), course.head
    return Figures(
        made_at=clock.now(),
        course=head.id,
        title=head.titre,
        version=head.version,
        framework=course.framework.titre,
        least_group=1,
        people=1,
        bundles=len(bundles),
        learner=person.learner,
        tables=(
            _lessons(course, bundles[-1]),
            _competencies(course, standing),
            _items(course, standing),
            _calibration(standing),
            _misconceptions(course, standing),
        ),
        refused=tuple(each for each in collected.refused if each.path in files),
    )


def record_of(bundles: Sequence[Bundle]) -> Record:
    """Return what bundles of one person tell of a course, as their store would.

    An answer handed in twice counts once; words that were left out are empty.

    Args:
        bundles: the oldest first, all of one course.
    """
    answers: dict[str, AnswerGiven] = {}
    positionings: dict[tuple[object, ...], Positioning] = {}
    for bundle in bundles:
        for given in bundle.answers:
            answers[given.id] = _answer(given, bundle.course.id)
        for place in bundle.positionings:
            key = (place.code, place.value, place.at)
            fields = place.model_dump()
            fields |= {"id": f"{len(positionings):032x}", "course": bundle.course.id}
            positionings.setdefault(key, Positioning.model_validate(fields))
    return Record(
        answers=tuple(answers.values()), positionings=tuple(positionings.values())
    )


def _answer(given: HandedAnswer, course: str) -> AnswerGiven:
    """Return an answer as the store keeps it."""
    fields = given.model_dump()
    if given.response is None:
        fields["response"] = ""
    return AnswerGiven.model_validate({**fields, "course": course})


def _lessons(course: Course, bundle: Bundle) -> Table:
    """Return how far each lesson is, as handed in last."""
    states = {each.id: say(f"home.state.{each.state}") for each in bundle.lessons}
    rows: list[list[Cell]]
    rows = [[unit.id, unit.title, states.get(unit.id)] for unit in course.lessons]
    return _table(
        "own-lessons", {"lesson": "text", "title": "text", "state": "text"}, rows
    )


def _competencies(course: Course, standing: Standing) -> Table:
    """Return where the person places themself, and what their answers show."""
    rows = [
        [each.code, each.nom, *_evidence(standing, standing.competencies[each.code])]
        for each in course.framework.competence
    ]
    return _table(
        "own-competencies", {"code": "text", "title": "text", **_EVIDENCE}, rows
    )


def _items(course: Course, standing: Standing) -> Table:
    """Return the same, item by item."""
    rows = [
        [each.code, each.texte, *_evidence(standing, standing.items[each.code])]
        for each in course.framework.items
    ]
    return _table("own-items", {"code": "text", "wording": "text", **_EVIDENCE}, rows)


def _evidence(standing: Standing, found: Evidence) -> tuple[Cell, ...]:
    """Return the position on a code, the estimate beside it, and the gap in words."""
    placed = standing.positionings.get(found.code)
    value = placed.value if placed else None
    gap = say(gap_word(gap_of(value, found))) if value else None
    return (
        value_text(value) if value else None,
        found.n,
        _estimate(found),
        say(f"des.state.{found.state}"),
        gap,
    )


def gap_word(gap: Gap) -> str:
    """Return the message that says a gap to those who talk it over.

    Args:
        gap: what `gap_of` returned.
    """
    return f"report.gap.{gap}"


def _estimate(found: Evidence) -> Estimate | None:
    """Return an estimate as a cell."""
    if found.estimate is None or found.low is None or found.high is None:
        return None
    return Estimate(n=found.n, value=found.estimate, low=found.low, high=found.high)


def _calibration(standing: Standing) -> Table:
    """Return the mean credit by certainty, where enough answers were rated."""
    found = standing.calibration
    levels = found.by_level if found else {}
    rows: list[list[Cell]] = [
        [str(level), n, credit] for level, (n, credit) in levels.items()
    ]
    columns: dict[str, ColumnKind] = {
        "certainty": "text",
        "answers": "count",
        "right": "share",
    }
    return _table("own-calibration", columns, rows)


def _misconceptions(course: Course, standing: Standing) -> Table:
    """Return the misconceptions that hold, and the question that showed each last."""
    places = {
        question.id: Place(file=unit.path, line=question.line)
        for unit in course.units
        for question in unit.questions
    }
    rows: list[list[Cell]] = [
        [
            entry.code,
            belief.title if (belief := course.misconceptions.get(entry.code)) else None,
            entry.count,
            entry.shown_by,
            places.get(entry.shown_by),
        ]
        for entry in standing.ledger
    ]
    columns: dict[str, ColumnKind] = {
        "code": "text",
        "title": "text",
        "count": "count",
        "question": "text",
        "place": "place",
    }
    return _table("own-misconceptions", columns, rows)


def _table(
    name: str, columns: dict[str, ColumnKind], rows: Iterable[Sequence[Cell]]
) -> Table:
    """Return a table."""
    made = tuple(Column(id=each, kind=kind) for each, kind in columns.items())
    return Table(id=name, columns=made, rows=tuple(map(tuple, rows)))
