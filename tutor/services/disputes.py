"""A question that seems wrong: what a person says against it, kept with their answer."""

from random import Random

from tutor.domain.answer import AnswerGiven, Dispute
from tutor.services.pen import Holder
from tutor.services.run import Run, new_id

LONGEST = 1000
"""Characters of what is said."""


def dispute(desk: Holder, answer: AnswerGiven, text: str, chance: Random) -> None:
    """Save what a person says against a question they have answered.

    Args:
        desk: the person's desk.
        answer: the answer whose correction they read.
        text: what seems wrong.
        chance: gives the id.

    Raises:
        StoreError: the disk refused.
    """
    said = Dispute(
        id=new_id(chance),
        course=answer.course,
        question=answer.question,
        key_hash=answer.key_hash,
        answer=answer.id,
        text=text.strip()[:LONGEST],
        at=desk.clock.now(),
    )
    desk.add(said)


def last_answer(run: Run) -> AnswerGiven | None:
    """Return the answer of a run that was corrected last, if any."""
    return max(run.given.values(), key=lambda answer: answer.at, default=None)
