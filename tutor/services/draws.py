"""Draw questions from a bank for a lesson that asks for some."""

from collections.abc import Callable
from random import Random

from tutor.domain.course import Course, Draw
from tutor.domain.question import Question

Drawer = Callable[[Draw], list[Question]]


def drawer_of(course: Course, seed: int) -> Drawer:
    """Return what draws questions for a run.

    Args:
        course: the course whose banks are drawn from.
        seed: the seed of the run; a draw with a seed of its own ignores it.

    Returns:
        A function that gives the questions of a `questions` block, the same ones each
        time for the same seed; fewer than asked where the bank has fewer that fit.
    """
    banks = {unit.id: unit.loose_questions for unit in course.banks}

    def drawn(draw: Draw) -> list[Question]:
        fitting = [q for q in banks.get(draw.bank, ()) if draw.takes(q)]
        key = seed if draw.seed is None else draw.seed
        chance = Random(f"{key}:{draw.bank}:{draw.line}")  # noqa: S311 - a draw, not secrecy
        return chance.sample(fitting, min(draw.count, len(fitting)))

    return drawn


def nothing(draw: Draw) -> list[Question]:
    """Return no question, where there is no bank to draw from."""
    del draw
    return []
