"""What the end of a run shows."""

from dataclasses import dataclass

from tutor.assessment.grading import mean_credit
from tutor.domain.answer import AnswerGiven
from tutor.domain.question import Question
from tutor.services.run import Run


@dataclass(frozen=True)
class Summary:
    """A run, summed up."""

    title: str
    kind: str
    asked: int
    answered: int
    earned: float
    """Points, weighed by the author's `points`."""
    possible: float
    """Points of the questions answered."""
    mean: float | None
    """Mean credit; the score of a dossier or KFP. None where nothing was answered."""
    sure_and_wrong: tuple[Question, ...]
    answers: tuple[tuple[Question, AnswerGiven], ...]


def summary_of(run: Run) -> Summary:
    """Return the sum of a run so far.

    Args:
        run: any run, ended or not.
    """
    questions = run.questions
    answered = [(q, run.given[q.id]) for q in questions if q.id in run.given]
    earned = [answer.credit for _, answer in answered]
    return Summary(
        title=run.title,
        kind=run.started.kind,
        asked=len(questions),
        answered=len(answered),
        earned=sum(q.points * answer.credit for q, answer in answered),
        possible=sum(q.points for q, _ in answered),
        mean=mean_credit(earned) if earned else None,
        sure_and_wrong=tuple(q for q, answer in answered if answer.is_sure_and_wrong),
        answers=tuple(answered),
    )
