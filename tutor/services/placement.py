"""What a placement test says: the lessons a person may pass over (rules, 24)."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tutor.domain.answer import AnswerGiven
from tutor.domain.question import Question

KNOWN = 0.8
"""The mean credit from which a lesson is offered to be passed over (rules, 24)."""


class Placed(NamedTuple):
    """How the questions that probe one lesson were answered."""

    lesson: str
    asked: int
    answered: int
    mean: float | None
    """Mean credit of the last answers, 0 to 1; None before the first."""

    @property
    def is_known(self) -> bool:
        """Whether every question has an answer, and they are right enough."""
        complete = self.answered == self.asked
        return complete and self.mean is not None and self.mean >= KNOWN


def placed(
    questions: Iterable[Question], latest: Mapping[str, AnswerGiven]
) -> tuple[Placed, ...]:
    """Return what the answers say of each lesson probed, in the order of the test.

    Args:
        questions: those that may probe a lesson; others are passed over.
        latest: the last answer to each question.
    """
    probes: dict[str, list[Question]] = {}
    for question in questions:
        if question.lesson is not None:
            probes.setdefault(question.lesson, []).append(question)
    found = []
    for lesson, asked in probes.items():
        earned = [latest[q.id].credit for q in asked if q.id in latest]
        mean = sum(earned) / len(earned) if earned else None
        found.append(Placed(lesson, len(asked), len(earned), mean))
    return tuple(found)


def known_lessons(
    questions: Iterable[Question], latest: Mapping[str, AnswerGiven]
) -> frozenset[str]:
    """Return the lessons that a placement test lets a person pass over.

    Args:
        questions: all questions of the course.
        latest: the last answer to each question.
    """
    return frozenset(each.lesson for each in placed(questions, latest) if each.is_known)
