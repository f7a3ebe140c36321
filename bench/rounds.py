"""Take measures in turn, and compare them as ratios."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Spent(NamedTuple):
    """What something took."""

    seconds: float
    kilobytes: int = 0
    """The most memory it held at once, where that was looked at."""


Measured = Mapping[str, Sequence[Spent]]


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    ratios: tuple[float, ...]
    """One for each round."""
    budget: float | None
    """The largest median allowed, or None where the ratio is only shown."""

    @property
    def median(self) -> float:
        """The ratio that is held against the budget."""
        return statistics.median(self.ratios)

    @property
    def is_kept(self) -> bool:
        """Whether the budget is kept."""
        return self.budget is None or self.median <= self.budget


def in_turn(rounds: int, measures: Mapping[str, Callable[[], Spent]]) -> Measured:
    """Return what each measure gave, round by round (A B A B).

    The first round warms disks and bytecode up and is not counted.

    Args:
        rounds: how many count.
        measures: by name.
    """
    taken: dict[str, list[Spent]] = {name: [] for name in measures}
    for number in range(rounds + 1):
        for name, measure in measures.items():
            spent = measure()
            if number:
                taken[name].append(spent)
    return taken


def time_row(
    name: str, measured: Measured, of: str, to: str, budget: float | None
) -> Row:
    """Return the ratios of the seconds of two measures, round by round.

    Args:
        name: what the table calls it.
        measured: what `in_turn` returned.
        of: the measure on trial.
        to: the measure it is compared with.
        budget: the largest median allowed, or None to show the ratio only.
    """
    pairs = zip(measured[of], measured[to], strict=True)
    return Row(name, tuple(a.seconds / b.seconds for a, b in pairs), budget)


def memory_row(
    name: str, measured: Measured, of: str, to: str, budget: float | None
) -> Row:
    """Return the ratios of the most memory of two measures; as `time_row`."""
    pairs = zip(measured[of], measured[to], strict=True)
    return Row(name, tuple(a.kilobytes / b.kilobytes for a, b in pairs), budget)
