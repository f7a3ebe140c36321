"""When to ask a question again: FSRS behind one door.

The grade comes from credit and certainty (assessment note, 5.5); no learning steps
and no fuzzing, so that a date depends on the answers alone (rules, 22).
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler

from tutor.domain.answer import AnswerGiven

_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
_HALF = 0.5
_SURE = 3


def rating(credit: float, certainty: int | None) -> Rating:
    """Return the FSRS grade of an answer.

    Args:
        credit: from 0 to 1.
        certainty: 1 to 3, or None where it was not asked.
    """
    if is_missed(credit):
        return Rating.Again
    if credit < 1:
        return Rating.Hard
    return Rating.Easy if certainty == _SURE else Rating.Good


def is_missed(credit: float) -> bool:
    """Return whether an answer earned so little that it is to be learned again.

    Args:
        credit: from 0 to 1.
    """
    return credit < _HALF


def due_dates(answers: Iterable[AnswerGiven]) -> dict[str, datetime]:
    """Return when each question comes back, in UTC.

    Args:
        answers: answers of one course, in any order; those given inside dossiers
            are left out, since a step makes no sense alone.
    """
    cards: dict[str, Card] = {}
    for answer in sorted(answers, key=lambda each: each.at):
        if answer.dossier is None:
            at = answer.at.astimezone(UTC)
            card = cards.get(answer.question) or Card(card_id=1, due=at)
            grade = rating(answer.credit, answer.certainty)
            cards[answer.question], _ = _SCHEDULER.review_card(card, grade, at)
    return {question: card.due for question, card in cards.items()}
