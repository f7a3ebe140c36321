"""Where a person stands, folded from their answers; nothing here is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tutor.assessment.certainty import Calibration, calibration
from tutor.assessment.ledger import Entry
from tutor.assessment.scheduling import due_dates, is_missed
from tutor.domain.answer import AnswerGiven, Positioning, Record, RunStarted
from tutor.domain.clock import Clock
from tutor.domain.course import Course, Unit
from tutor.domain.evidence import (
    Evidence,
    evidence_by_item,
    evidence_of_competency,
    weigh,
)
from tutor.services.changes import changed_questions, latest_answers
from tutor.services.conditions import came_up
from tutor.services.dangers import dangerous_questions
from tutor.services.misconceptions import ledger_of

State = Literal["new", "started", "done"]


@dataclass(frozen=True)
class Standing:
    """What the answers of one course show today."""

    answers: int
    latest: dict[str, AnswerGiven]
    """The last answer to each question ever asked."""
    lessons: dict[str, State]
    dossiers: dict[str, State]
    items: dict[str, Evidence]
    competencies: dict[str, Evidence]
    positionings: dict[str, Positioning]
    """The last one for each code."""
    due_days: dict[str, str]
    """For each question asked before, outside dossiers, its local due day."""
    due: tuple[str, ...]
    """Questions due today or earlier, in the order of `due_by`."""
    changed: frozenset[str]
    """Those of the questions due whose key has changed."""
    dangerous: frozenset[str]
    """Questions of the course whose last answer was sure and wrong, or dangerous."""
    ledger: tuple[Entry, ...]
    calibration: Calibration | None

    def has_missed(self, question: str) -> bool:
        """Return whether the last answer to a question is to be learned again.

        Args:
            question: its id.
        """
        last = self.latest.get(question)
        return last is not None and is_missed(last.credit)


def standing_of(course: Course, record: Record, clock: Clock) -> Standing:
    """Return where a person stands.

    Args:
        course: the course at hand.
        record: what the store knows of it.
        clock: what day it is.
    """
    questions = {q.id: q for unit in course.units for q in unit.questions}
    weighed = weigh(record.answers, clock)
    framework = course.framework
    feeds = {item.code: item.feeds for item in framework.items}
    competencies = {
        each.code: evidence_of_competency(each.code, each.feeds, weighed)
        for each in framework.competence
    }
    latest = latest_answers(record.answers)
    dates = _due_days(course, record, clock)
    changed = changed_questions(questions, latest) & dates.keys()
    days = {**dates, **dict.fromkeys(changed, _today(clock))}
    dangerous = dangerous_questions(questions, latest)
    rated = [(a.certainty, a.credit) for a in record.answers if a.certainty]
    return Standing(
        answers=len(record.answers),
        latest=latest,
        lessons={u.id: lesson_state(u, record.runs, latest) for u in course.lessons},
        dossiers=_dossier_states(course, latest),
        items=evidence_by_item(feeds, weighed, feeds=feeds),
        competencies=competencies,
        positionings=_last_positionings(framework.placed(record.positionings)),
        due_days=days,
        due=due_by(_today(clock), days, changed, dangerous),
        changed=changed,
        dangerous=dangerous,
        ledger=ledger_of(record, questions),
        calibration=calibration(rated),
    )


def lesson_state(
    unit: Unit, runs: Iterable[RunStarted], latest: Mapping[str, AnswerGiven]
) -> State:
    """Return whether a lesson is new, started or done (rules, 23).

    Args:
        unit: the lesson.
        runs: what the store knows of runs.
        latest: the last answer to each question ever asked.
    """
    asked = {question.id for question in came_up(unit.questions, latest)}
    answered = asked & latest.keys()
    mine = [run for run in runs if run.target == unit.id]
    if answered == asked and any(run.ended for run in mine):
        return "done"
    return "started" if answered or mine else "new"


def status_json(standing: Standing) -> dict[str, Any]:
    """Return what `tutor status --json` prints (contract; rules, 28).

    Args:
        standing: where the person stands.
    """
    positionings = standing.positionings
    items = [
        {
            "code": code,
            "n": found.n,
            "n_eff": round(found.n_eff, 6),
            "estimate": _rounded(found.estimate),
            "low": _rounded(found.low),
            "high": _rounded(found.high),
            "state": found.state,
            "positioning": positionings[code].value if code in positionings else None,
        }
        for code, found in standing.items.items()
    ]
    return {
        "answers": standing.answers,
        "lessons": [{"id": i, "state": s} for i, s in standing.lessons.items()],
        "items": items,
        "due": len(standing.due),
        "ledger": [
            entry.model_dump(include={"code", "count"}) for entry in standing.ledger
        ],
    }


def _rounded(value: float | None) -> float | None:
    """Return a number with six decimals."""
    return None if value is None else round(value, 6)


def _dossier_states(
    course: Course, latest: Mapping[str, AnswerGiven]
) -> dict[str, State]:
    """Return the state of each dossier by how much of it was answered."""
    answered = latest.keys()
    states: dict[str, State] = {}
    for unit in course.units:
        for dossier in unit.dossiers:
            asked = {question.id for question in came_up(dossier.questions, latest)}
            if asked <= answered:
                states[dossier.id] = "done"
            else:
                states[dossier.id] = "started" if asked & answered else "new"
    return states


def _due_days(course: Course, record: Record, clock: Clock) -> dict[str, str]:
    """Return the local day on which each question comes back (rules, 22)."""
    loose = {q.id for unit in course.units for q in unit.loose_questions}
    known = [answer for answer in record.answers if answer.question in loose]
    dates = due_dates(known)
    return {each: clock.local_day(at).isoformat() for each, at in dates.items()}


def _today(clock: Clock) -> str:
    """Return the local day as an ISO date."""
    return clock.local_day(clock.now()).isoformat()


def due_by(
    day: str,
    days: Mapping[str, str],
    changed: frozenset[str],
    dangerous: frozenset[str],
) -> tuple[str, ...]:
    """Return the questions due on a day or before.

    Args:
        day: a local day, as an ISO date.
        days: for each question, the day it comes back.
        changed: those whose key has changed come first.
        dangerous: those whose last answer was sure and wrong, or dangerous, come next.

    Returns:
        Their ids; among equals the one that came back first, then by id.
    """
    due = [question for question, its_day in days.items() if its_day <= day]

    def place(name: str) -> tuple[bool, bool, str, str]:
        return name not in changed, name not in dangerous, days[name], name

    return tuple(sorted(due, key=place))


def _last_positionings(placed: Iterable[Positioning]) -> dict[str, Positioning]:
    """Return the last positioning on each code."""
    ordered = sorted(placed, key=lambda entry: entry.at)
    return {entry.code: entry for entry in ordered}
