"""What follows from a hand-over message: blocks shown or not (`si`, `sinon`)."""

from collections.abc import Iterable, Mapping

from tutor.domain.answer import AnswerGiven
from tutor.domain.course import Callout, Passage
from tutor.domain.question import Asked, Question, Relay


def atoms_present(
    questions: Iterable[Question], given: Mapping[str, AnswerGiven]
) -> frozenset[str]:
    """Return the names of the atoms that the answers of a run carry.

    Args:
        questions: the questions of the run.
        given: its answers, by question id; a relais without an answer carries nothing.
    """
    present: set[str] = set()
    for question in questions:
        answer = given.get(question.id)
        if isinstance(question, Relay) and answer and isinstance(answer.response, list):
            names = (question.atoms[i].name for i in answer.response)
            present.update(name for name in names if name)
    return frozenset(present)


def holds(part: Passage | Callout | Asked, present: frozenset[str]) -> bool:
    """Return whether a block is shown, given the atoms present (rules, 16)."""
    if isinstance(part, Passage):
        return True
    wanted = part.when is None or part.when in present
    return wanted and (part.unless is None or part.unless not in present)
