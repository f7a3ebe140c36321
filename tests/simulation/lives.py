"""What interns do: who answers what, when."""

from datetime import timedelta

from tests.factories import NOON
from tests.simulation.interns import Intern
from tutor.domain.answer import AnswerGiven

DAYS = 90
"""Days over which answers are spread."""
LEAST_SHARE = 0.25
"""Share of the files of the course that the least busy intern has worked through."""


def once_through(intern: Intern, change: float = 0.0) -> list[AnswerGiven]:
    """Return one answer to each question of some files, one file after the other.

    Args:
        intern: who answers.
        change: how many logits the ability goes up, evenly, over the days, so that it
            is as the intern's own on the last one.
    """
    chance = intern.chance
    files = [*intern.bank.files]
    chance.shuffle(files)
    count = round(len(files) * chance.uniform(LEAST_SHARE, 1))
    answers = []
    for number, file in enumerate(files[:count]):
        ago = DAYS * (1 - (number + 1) / count)
        at = NOON - timedelta(days=ago)
        for task in file:
            knows = intern.knows(task, -change * ago / DAYS)
            way = task.answered(knows, chance, intern.bank.world.guesses)
            answers.append(task.row(way, at=at))
    return answers


def again_and_again(
    intern: Intern, code: str, days: int
) -> tuple[list[AnswerGiven], str]:
    """Return some questions answered once, one of them rightly every day.

    Args:
        intern: who answers.
        code: an item; the question answered again is one of those that weigh most in it.
        days: for how long.

    Returns:
        The answers, and the question answered again.
    """
    chance, weights = intern.chance, intern.bank.weights[code]
    most = max(weights.values())
    again = chance.choice(sorted(q for q, w in weights.items() if w == most))
    answers = [
        task.row(task.answered(intern.knows(task), chance), at=NOON)
        for task in intern.bank.tasks.values()
        if task.id != again and chance.random() < LEAST_SHARE
    ]
    task = intern.bank.tasks[again]
    answers += [
        task.row(task.knowing, at=NOON - timedelta(days=ago)) for ago in range(days)
    ]
    return answers, again
