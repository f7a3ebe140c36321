"""What the bench promises: figures, each a ratio of two measures beside its budget."""

import math
import statistics
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.rounds import Measures, Spent, Taken

Comparison = Callable[[Spent, Spent], float]
State = Literal["kept", "missed", "shown", "failed", "left out"]
BAD: frozenset[State] = frozenset({"missed", "failed"})
"""What makes the bench end with 1."""


def seconds(of: Spent, to: Spent) -> float:
    """Return how many times as long the first took."""
    return of.seconds / to.seconds


def memory(of: Spent, to: Spent) -> float:
    """Return how many times as much memory the first held at its most."""
    return of.kilobytes / to.kilobytes


def late(of: Spent, to: Spent) -> float:
    """Return the ratio of what one in twenty took longer than."""
    return of.late / to.late


def exponent(times: float) -> Comparison:
    """Return what gives e where a size so many times as large costs times**e as long.

    Args:
        times: above 1.
    """
    return lambda of, to: math.log(of.seconds / to.seconds) / math.log(times)


@dataclass(frozen=True)
class Figure:
    """A line of the table: what is measured, what it is held against, what is allowed."""

    name: str
    """What asks for it alone."""
    what: str
    floor: str
    """What it is divided by, in words; empty where the value stands for itself."""
    of: str
    """The measure on trial."""
    to: str
    """The measure it is compared with."""
    budget: float | None = None
    """The largest median allowed, or None where the ratio is only shown."""
    issue: str = ""
    """Where the budget was set."""
    compare: Comparison = seconds

    @property
    def title(self) -> str:
        """What stands in the table."""
        return f"{self.what} ÷ {self.floor}" if self.floor else self.what


@dataclass(frozen=True)
class Stand:
    """Figures whose measures are taken in turn, on one stage."""

    name: str
    stage: Callable[[Path], AbstractContextManager[Measures]]
    """Prepares an empty folder, and gives the measures by name."""
    figures: tuple[Figure, ...]
    most_rounds: int = 1_000
    """How many at most, since a round of some stands takes minutes."""
    warm_up: bool = True
    """Whether a first round is not counted."""
    left_out: str = ""
    """Why it is measured only when asked for, and how to ask."""


@dataclass(frozen=True)
class Row:
    """A figure, measured or not."""

    figure: Figure
    ratios: tuple[float, ...] = ()
    """One for each round."""
    failure: str = ""
    absent: str = ""

    @property
    def median(self) -> float:
        """The ratio that is held against the budget."""
        return statistics.median(self.ratios)

    @property
    def state(self) -> State:
        """Whether the budget is kept; what could not be measured is not."""
        if self.absent:
            return "left out"
        if self.failure or not self.ratios:
            return "failed"
        if self.figure.budget is None:
            return "shown"
        return "kept" if self.median <= self.figure.budget else "missed"


def row_of(figure: Figure, taken: Mapping[str, Taken]) -> Row:
    """Return a figure with its ratios, round by round.

    Args:
        figure: any.
        taken: what its measures gave.
    """
    nothing = Taken(failure="the stage has no such measure")
    both = (taken.get(figure.of, nothing), taken.get(figure.to, nothing))
    failure = next((each.failure for each in both if each.failure), "")
    absent = next((each.absent for each in both if each.absent), "")
    if failure or absent:
        return Row(figure, failure=failure, absent=absent if not failure else "")
    pairs = zip(both[0].spent, both[1].spent, strict=True)
    try:
        return Row(figure, tuple(figure.compare(a, b) for a, b in pairs))
    except (ZeroDivisionError, ValueError):
        return Row(figure, failure="one of its measures gave nothing to compare")
