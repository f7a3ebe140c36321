"""Questions one has not seen yet, on the item that needs them most."""

from collections.abc import Collection
from random import Random

from tutor.domain.course import Course
from tutor.domain.errors import WrongUseError
from tutor.domain.evidence import Evidence
from tutor.domain.question import Question
from tutor.services.beginnings import Manner, begun, unfinished
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.services.standing import Standing

REVIEW = "revision"
"""The name of what is due."""
MOST = 8
"""Questions of one training: about ten minutes."""
FEWEST = 3
"""Unseen questions below which an item is not worth a training."""


def unseen_on(course: Course, code: str, seen: Collection[str]) -> list[Question]:
    """Return the questions on an item nobody has answered yet, the best evidence first.

    They come from banks: those of a lesson are met in it, those of a placement test
    in the test, and away from their story those of a dossier make no sense.

    Args:
        course: the course.
        code: the item.
        seen: the ids of the questions answered before.
    """
    codes = course.framework.feeds(code)
    loose = [
        question
        for unit in course.banks
        for question in unit.loose_questions
        if not codes.isdisjoint(question.items)
        and question.id not in seen
        and question.lesson is None
        and not question.depends
    ]
    return sorted(loose, key=lambda question: question.items[0] not in codes)


def weakest_item(
    course: Course, standing: Standing, seen: Collection[str]
) -> str | None:
    """Return the item that answers show weakest and that has unseen questions.

    Args:
        course: the course.
        standing: where the person stands.
        seen: the ids of the questions answered before.

    Returns:
        Among the items whose interval lies below the threshold, or still holds it,
        the one with the lowest estimate; None where none has enough left to ask.
    """

    def place(code: str) -> tuple[bool, float, str]:
        found: Evidence = standing.items[code]
        return found.state != "a-travailler", found.estimate or 0.0, code

    known = [
        code
        for code, found in standing.items.items()
        if found.state in {"a-travailler", "a-confirmer"}
        and len(unseen_on(course, code, seen)) >= FEWEST
    ]
    return min(known, key=place, default=None)


def start_training(desk: Desk, code: str, chance: Random) -> Run | None:
    """Return a run over unseen questions on an item, or None where none is left.

    Args:
        desk: the person's desk.
        code: the item; a training on it that was left in the middle goes on.
        chance: gives the id and the seed of a new run.
    """
    left = unfinished(desk.record.runs, "training", code)
    if left is not None:
        return desk.resume(left)
    seen = {answer.question for answer in desk.record.answers}
    drawn = tuple(question.id for question in unseen_on(desk.course, code, seen)[:MOST])
    if not drawn:
        return None
    manner, course = Manner(chance), desk.course.head.id
    started = begun(course, "training", (code, None), manner, desk.clock.now())
    return desk.resume(started.model_copy(update={"questions": drawn}))


def open_run(
    desk: Desk,
    target: str,
    chance: Random,
    *,
    seed: int | None = None,
    shuffled: bool | None = None,
    minutes: int | None = None,
) -> Run:
    """Return a run over whatever a person can name: a target, an item, what is due.

    Args:
        desk: the person's desk.
        target: an id, a path, the code of an item, or `revision`.
        chance: gives the id and the seed of a training.
        seed: the seed of the order of options.
        shuffled: False keeps source order.
        minutes: how long a review may last.

    Raises:
        WrongUseError: nothing has that name, nothing is due or nothing is left.
        ContentError: the course or the file cannot be read.
        StoreError: the store cannot be opened.
    """
    if target == REVIEW:
        run = desk.review(seed=seed, shuffled=shuffled, minutes=minutes)
        if run is None:
            raise WrongUseError("errors.nothing-due")
        return run
    if target in desk.course.framework.codes:
        run = start_training(desk, target, chance)
        if run is None:
            raise WrongUseError("errors.nothing-left", item=target)
        return run
    return desk.start(target, seed=seed, shuffled=shuffled)
