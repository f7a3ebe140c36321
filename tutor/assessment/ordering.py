"""The order and the letters in which options are shown, the same in both faces."""

from random import Random

from tutor.domain.question import Choice

MOST_LETTERS = 8


def display_order(question: Choice, seed: int, *, shuffled: bool = True) -> list[int]:
    """Return source positions in the order they are shown (rules, 3).

    Args:
        question: the choice question.
        seed: the seed of the run.
        shuffled: False keeps source order.

    Returns:
        Every position once; options marked last stay last, in source order.
    """
    positions = list(range(len(question.options)))
    if not shuffled:
        return positions
    free = [i for i in positions if not question.options[i].last]
    Random(f"{seed}:{question.id}").shuffle(free)  # noqa: S311 - order, not secrecy
    return [*free, *(i for i in positions if question.options[i].last)]


def labels(count: int) -> list[str]:
    """Return what options are called on screen: a–h, or numbers beyond eight.

    Args:
        count: how many options there are.
    """
    if count <= MOST_LETTERS:
        return [chr(ord("a") + i) for i in range(count)]
    return [str(i + 1) for i in range(count)]
