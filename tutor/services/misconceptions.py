"""Misconceptions that hold, and through which question each is met again."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tutor.assessment.grading import grade
from tutor.assessment.ledger import Entry, open_entries
from tutor.domain.answer import AnswerGiven, Record
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.question import Choice, Question, ShortAnswer, key_hash
from tutor.domain.response import as_response
from tutor.services.changes import latest_answers


class Meeting(NamedTuple):
    """A misconception to be met again, and the question that does it."""

    code: str
    question: str
    is_same: bool
    """Whether it is the very question that showed it last: there is no other."""


def ledger_of(record: Record, questions: Mapping[str, Question]) -> tuple[Entry, ...]:
    """Return the misconceptions that hold, judged with today's questions.

    Args:
        record: what the store knows of the course.
        questions: the questions of the course, by id.
    """
    probes = {each.id: probed(each) for each in questions.values()}
    hashes = {
        each: key_hash(questions[each]) for each, codes in probes.items() if codes
    }
    shown: dict[str, tuple[str, ...]] = {}
    for answer in record.answers:
        if answer.credit < 1 and hashes.get(answer.question) == answer.key_hash:
            with contextlib.suppress(TypeError, ValueError, LookupError):
                response = as_response(answer.kind, answer.response)
                verdict = grade(questions[answer.question], response)
                shown[answer.id] = verdict.misconceptions
    return tuple(open_entries(record.answers, shown, probes))


def probed(question: Question) -> frozenset[str]:
    """Return the misconceptions that the wrong answers of a question embody.

    Args:
        question: any question.
    """
    if isinstance(question, Choice):
        codes = [option.misconception for option in question.options]
    elif isinstance(question, ShortAnswer):
        codes = [answer.misconception for answer in question.known]
    else:
        codes = []
    return frozenset(code for code in codes if code)


def meetings(
    course: Course, record: Record, ledger: tuple[Entry, ...], day: str, clock: Clock
) -> tuple[Meeting, ...]:
    """Return the misconceptions to meet again on a day, the most frequent first.

    A question never seen comes before one seen long ago, and the question that showed
    the misconception last only where no other is left. One already met in a review of
    that day waits for the next day, and so does a question asked that day again.

    Args:
        course: the course; questions of dossiers and those that rest on a message are
            never drawn.
        record: what the store knows of it.
        ledger: the misconceptions that hold.
        day: a local day, as an ISO date.
        clock: says on which local day each answer was given.
    """
    chooser = _Chooser(course, record, day, clock)
    return tuple(chooser.meetings(ledger))


class _Chooser:
    """Chooses a question for each misconception."""

    def __init__(self, course: Course, record: Record, day: str, clock: Clock) -> None:
        self._latest = latest_answers(record.answers)
        reviews = {run.id for run in record.runs if run.kind == "review"}
        today = [a for a in record.answers if clock.local_day(a.at).isoformat() == day]
        self._asked_today = {answer.question for answer in today}
        reviewed = {answer.question for answer in today if answer.run in reviews}
        self._pool: list[tuple[Question, bool]] = []
        """Each question that can be drawn, and whether its lesson is still to come."""
        self._met: set[str] = set()
        for unit in course.units:
            to_come = unit.kind == "lesson" and not self._is_begun(unit.id, record)
            for question in unit.loose_questions:
                if question.id in reviewed:
                    self._met |= probed(question)
                if not question.depends:
                    self._pool.append((question, to_come))

    def meetings(self, ledger: tuple[Entry, ...]) -> Iterator[Meeting]:
        """Yield the misconceptions for which there is a question."""
        for entry in ledger:
            if entry.code in self._met:
                continue
            chosen = self._chosen(entry)
            if chosen is not None:
                yield Meeting(entry.code, chosen, chosen == entry.shown_by)

    def _chosen(self, entry: Entry) -> str | None:
        """Return the question that best meets a misconception, if any helps."""
        helpful = [
            (self._place(question, to_come, entry), question.id)
            for question, to_come in self._pool
            if entry.code in probed(question)
            and question.id not in entry.dispelled_by
            and question.id not in self._asked_today
            and not self._is_kept(question)
        ]
        return min(helpful, key=lambda pair: pair[0])[1] if helpful else None

    def _place(
        self, question: Question, to_come: bool, entry: Entry
    ) -> tuple[bool, bool, bool, float]:
        """Return where a question stands among those that help."""
        last: AnswerGiven | None = self._latest.get(question.id)
        asked_at = last.at.timestamp() if last else 0.0
        seen = last is not None
        return question.id == entry.shown_by, seen, to_come and not seen, asked_at

    def _is_kept(self, question: Question) -> bool:
        """Return whether a question is kept for a placement test nobody has taken."""
        return question.lesson is not None and question.id not in self._latest

    def _is_begun(self, lesson: str, record: Record) -> bool:
        """Return whether a lesson was ever opened."""
        return any(run.target == lesson for run in record.runs)
