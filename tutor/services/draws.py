"""Draw questions from a bank for a lesson that asks for some."""

from collections.abc import Callable
from random import Random

from tutor.domain.course import Course, Draw
from tutor.domain.question import Question

Drawer = Callable[[Draw], list[Question]]


def drawer_of(course: Course, seed: int) -> Drawer:
    """Return what draws questions for one run.

    Args:
        course: the course whose banks are drawn from.
        seed: the seed of the run; a draw with a seed of its own ignores it.

    Returns:
        A function to be asked for each `questions` block in the order of the file. It
        gives no question twice, the same ones for the same seed, and fewer than asked
        where the bank has fewer left that fit. Each question has a place of its own in
        the draw, so that a bank that grows by one changes one question at most.
    """
    banks = {unit.id: unit for unit in course.banks}
    given_out: set[str] = set()

    def drawn(draw: Draw) -> list[Question]:
        there = banks[draw.bank].loose_questions if draw.bank in banks else ()
        fitting = [q for q in there if draw.takes(q) and q.id not in given_out]
        key = seed if draw.seed is None else draw.seed
        places = {q.id: _place(f"{key}:{q.id}") for q in fitting}
        chosen = sorted(fitting, key=lambda q: places[q.id])[: draw.count]
        given_out.update(q.id for q in chosen)
        return chosen

    return drawn


def _place(key: str) -> float:
    """Return where chance puts a question, from 0 to 1."""
    return Random(key).random()  # noqa: S311 - a draw, not secrecy


def nothing(draw: Draw) -> list[Question]:
    """Return no question, where there is no bank to draw from."""
    del draw
    return []
