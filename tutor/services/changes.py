"""Questions whose key has changed since they were answered."""

from collections.abc import Iterable, Mapping

from tutor.domain.answer import AnswerGiven
from tutor.domain.clock import Clock
from tutor.domain.question import Question, key_hash
from tutor.locale import credit_text, numeric_date, say


def latest_answers(answers: Iterable[AnswerGiven]) -> dict[str, AnswerGiven]:
    """Return the last answer to each question.

    Args:
        answers: answers of one course, in any order.
    """
    ordered = sorted(answers, key=lambda answer: answer.at)
    return {answer.question: answer for answer in ordered}


def changed_questions(
    questions: Mapping[str, Question], latest: Mapping[str, AnswerGiven]
) -> frozenset[str]:
    """Return the questions whose last answer is about an earlier version.

    Args:
        questions: the questions of the course, by id.
        latest: the last answer to each question ever asked.
    """
    return frozenset(
        name
        for name, answer in latest.items()
        if name in questions and answer.key_hash != key_hash(questions[name])
    )


def change_text(question: Question, earlier: AnswerGiven | None, clock: Clock) -> str:
    """Return what changed since an answer, or nothing where nothing that counts did.

    Only the hash of the old key is kept, so that it cannot be told which option
    became right; the old credit stands, since history is never rewritten.

    Args:
        question: the question as it stands.
        earlier: the last answer to it, if it was ever answered.
        clock: says on which local day that was.
    """
    if earlier is None or earlier.key_hash == key_hash(question):
        return ""
    day = numeric_date(clock.local_day(earlier.at))
    if earlier.kind != question.kind:
        kinds = {"before": earlier.kind.upper(), "now": question.kind.upper()}
        return say("play.changed.kind", date=day, **kinds)
    return say("play.changed.key", date=day, credit=credit_text(earlier.credit))
