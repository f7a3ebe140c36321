"""Interns of known ability: a two-parameter logistic model for each question.

The probability that an intern knows a question is 1 / (1 + exp(−a (θ − b))): θ is
what the intern can do in the primary item of the question, b how hard it is and a how
sharply it tells. All three are drawn with fixed seeds; nothing is fitted to anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp
from random import Random
from statistics import NormalDist
from typing import NamedTuple

from tests.factories import StoppedClock
from tests.simulation.answering import Task
from tutor.domain.course import Course
from tutor.domain.evidence import SECONDARY, weigh

ACROSS, ALONG = 4, 24
"""Slices of sharpness and of hardness."""


@dataclass(frozen=True)
class World:
    """How interns and questions differ, in logits."""

    hardness: float = -0.4
    """Mean of b."""
    unevenness: float = 1.0
    """Standard deviation of b."""
    sharpness: float = 0.25
    """Standard deviation of the logarithm of a, whose mean is 0."""
    ability: float = 1.0
    """Standard deviation of what interns can do on the whole."""
    item: float = 0.6
    """Standard deviation of what one intern can do from one item to the next."""
    guesses: float = 1.0
    """Probability that who does not know a question guesses; as `Task.expected`."""
    seed: int = 9


class Hardness(NamedTuple):
    """What the model says of a question."""

    a: float
    b: float


class Bank:
    """The questions of a course, how hard each is, and what each weighs in an item."""

    def __init__(
        self, course: Course, files: tuple[tuple[Task, ...], ...], world: World
    ) -> None:
        self.course = course
        self.files = files
        self.world = world
        self.tasks = {task.id: task for file in files for task in file}
        self.hardness = {name: _hardness(name, world) for name in self.tasks}
        self.codes = [item.code for item in course.framework.items]
        self.weights = self._weights()
        """For each item, and each competency, its questions and their weights."""

    @cached_property
    def slices(self) -> list[Hardness]:
        """The middle of equally likely slices of hardness."""
        world, middle = self.world, NormalDist().inv_cdf
        across = [middle((n + 0.5) / ACROSS) for n in range(ACROSS)]
        along = [middle((n + 0.5) / ALONG) for n in range(ALONG)]
        return [
            Hardness(exp(world.sharpness * a), world.hardness + world.unevenness * b)
            for a in across
            for b in along
        ]

    def _weights(self) -> dict[str, dict[str, float]]:
        """Return what each question would weigh were all answered once, today."""
        rows = [task.row(task.knowing) for task in self.tasks.values()]
        found: dict[str, dict[str, float]] = {code: {} for code in self.codes}
        groups = {
            each.code: frozenset(item.code for item in each.item)
            for each in self.course.framework.competence
        }
        found.update({code: {} for code in groups})
        for answer, weight in weigh(rows, StoppedClock()):
            for rank, code in enumerate(dict.fromkeys(answer.items)):
                if code in found:
                    found[code][answer.question] = weight * (SECONDARY if rank else 1)
            for code, items in groups.items():
                if items & set(answer.items):
                    is_primary = answer.items[0] in items
                    share = weight * (1 if is_primary else SECONDARY)
                    found[code][answer.question] = share
        return {code: shares for code, shares in found.items() if shares}


class Intern:
    """One intern, the same for the same number and world."""

    def __init__(self, number: int, bank: Bank) -> None:
        self.number = number
        self.bank = bank
        self.chance = Random(f"{bank.world.seed}:{number}")
        self.overall = self.chance.gauss(0, bank.world.ability)
        self.abilities = {
            code: self.overall + self.chance.gauss(0, bank.world.item)
            for code in bank.codes
        }

    def knows(self, task: Task, gain: float = 0.0) -> float:
        """Return the probability of knowing a question.

        Args:
            task: the question.
            gain: what is added to the ability, in logits.
        """
        a, b = self.bank.hardness[task.id]
        items = task.question.items
        able = self.abilities[items[0]] if items else self.overall
        return _logistic(a * (able + gain - b))

    def truths(self, gain: float = 0.0) -> dict[str, float]:
        """Return the true rate of each item and competency, from 0 to 1.

        It is the exact mean of the expected credit of all questions of the bank on it,
        each at its weight: what the estimate would be after infinitely many answers to
        all of them.

        Args:
            gain: what is added to the ability, in logits.
        """
        expected = {
            name: task.expected(self.knows(task, gain), self.bank.world.guesses)
            for name, task in self.bank.tasks.items()
        }
        return self.rates(expected)

    def truths_beyond(self) -> dict[str, float]:
        """Return the same rates over endlessly many questions like those of the bank.

        The mean over hardness is taken at the middle of equally likely slices.
        """
        means = {code: self._mean(able) for code, able in self.abilities.items()}
        expected = {
            name: task.expected(means[task.question.items[0]], self.bank.world.guesses)
            for name, task in self.bank.tasks.items()
        }
        return self.rates(expected)

    def known(self) -> dict[str, float]:
        """Return, as a rate, what is known of each item: guesses earn nothing."""
        tasks = self.bank.tasks.items()
        return self.rates({name: self.knows(task) for name, task in tasks})

    def _mean(self, able: float) -> float:
        """Return the mean probability of knowing a question of any hardness."""
        points = [_logistic(a * (able - b)) for a, b in self.bank.slices]
        return sum(points) / len(points)

    def rates(self, expected: Mapping[str, float]) -> dict[str, float]:
        """Return the rates that some expected credits make."""
        return {
            code: sum(w * expected[q] for q, w in shares.items()) / sum(shares.values())
            for code, shares in self.bank.weights.items()
        }


def _logistic(x: float) -> float:
    """Return the logistic function."""
    return 1 / (1 + exp(-x))


def _hardness(name: str, world: World) -> Hardness:
    """Return what the model says of a question, the same for everybody."""
    chance = Random(f"{world.seed}:{name}")
    a = exp(chance.gauss(0, world.sharpness))
    return Hardness(a, chance.gauss(world.hardness, world.unevenness))
