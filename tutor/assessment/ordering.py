"""The order and the letters in which options are shown, the same in both faces."""

from random import Random

from tutor.domain.question import Choice, Matching, Ordering, Question

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


def shown_order(question: Question, seed: int, *, shuffled: bool = True) -> list[int]:
    """Return the order in which the parts of a question are shown.

    Args:
        question: any question.
        seed: the seed of the run.
        shuffled: False keeps source order for options; what is to be paired or put in
            order is shuffled all the same, since source order is the key.

    Returns:
        Source positions; none for a question without parts to order.
    """
    match question:
        case Choice():
            return display_order(question, seed, shuffled=shuffled)
        case Matching():
            return shuffled_positions(question.id, len(question.pairs), seed)
        case Ordering():
            return shuffled_positions(question.id, len(question.items_in_order), seed)
        case _:
            return []


def shuffled_positions(name: str, count: int, seed: int) -> list[int]:
    """Return positions shuffled for a question that is not a choice.

    Args:
        name: the id of the question.
        count: how many things there are, two or more.
        seed: the seed of the run.

    Returns:
        Every position once, never in source order, which would give the key away.
    """
    positions = list(range(count))
    chance = Random(f"{seed}:{name}")  # noqa: S311 - order, not secrecy
    chance.shuffle(positions)
    if positions == list(range(count)):
        positions.append(positions.pop(0))
    return positions


def labels(count: int) -> list[str]:
    """Return what options are called on screen: a–h, or numbers beyond eight.

    Args:
        count: how many options there are.
    """
    if count <= MOST_LETTERS:
        return [chr(ord("a") + i) for i in range(count)]
    return [str(i + 1) for i in range(count)]
