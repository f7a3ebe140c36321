"""What follows from a hand-over message: blocks shown or not (`si`, `sinon`)."""

from collections.abc import Iterable, Mapping

from tutor.domain.answer import AnswerGiven
from tutor.domain.course import Part
from tutor.domain.question import Question, Relay


def carried(part: Part | None, answer: AnswerGiven | None) -> frozenset[str]:
    """Return the names of the atoms that one answer handed over.

    Args:
        part: what was asked; only a relais hands anything over.
        answer: what was answered; nothing is handed over without an answer, nor by a
            position that the relais no longer has.
    """
    if not isinstance(part, Relay) or answer is None or answer.kind != part.kind:
        return frozenset()
    positions = set(answer.response)
    named = (atom.name for i, atom in enumerate(part.atoms) if i in positions)
    return frozenset(name for name in named if name)


def came_up(
    questions: Iterable[Question], given: Mapping[str, AnswerGiven]
) -> list[Question]:
    """Return the questions that are asked, given the messages before each.

    Args:
        questions: questions in their order.
        given: answers by question id; what was answered was asked.
    """
    present: frozenset[str] = frozenset()
    asked = []
    for question in questions:
        if question.id in given or question.holds(present):
            asked.append(question)
        present |= carried(question, given.get(question.id))
    return asked
