"""Take measures in turn, so that what is compared was measured side by side."""

import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Spent(NamedTuple):
    """What something took."""

    seconds: float
    kilobytes: int = 0
    """The most memory it held at once, where that was looked at."""
    late: float = 0.0
    """Seconds that one in twenty took longer than, where many things were timed."""


Measure = Callable[[], Spent]
Measures = Mapping[str, Measure]


class AbsentError(Exception):
    """What is to be measured is not on this machine; its text says what to do."""


@dataclass
class Taken:
    """What one measure gave, round by round, or why it gave nothing."""

    spent: list[Spent] = field(default_factory=list)
    failure: str = ""
    """What went wrong; it was not measured again after that."""
    absent: str = ""
    """Why it could not be measured here at all."""

    @property
    def goes_on(self) -> bool:
        """Whether it is to be measured in the next round."""
        return not self.failure and not self.absent


def in_turn(
    rounds: int, measures: Measures, *, warm_up: bool = True
) -> dict[str, Taken]:
    """Return what each measure gave, round by round (A B A B).

    A measure that raises is told of and left out of the rounds that follow; the others
    go on.

    Args:
        rounds: how many count.
        measures: by name.
        warm_up: whether a first round, which is not counted, warms up disks and
            bytecode.
    """
    taken = {name: Taken() for name in measures}
    for number in range(rounds + warm_up):
        for name, measure in _still(measures, taken):
            try:
                spent = measure()
            except AbsentError as error:
                taken[name].absent = str(error)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                taken[name].failure = reason_of(error)
            else:
                if number >= warm_up:
                    taken[name].spent.append(spent)
    return taken


def _still(
    measures: Measures, taken: Mapping[str, Taken]
) -> Iterator[tuple[str, Measure]]:
    """Yield the measures that have neither failed nor been found absent."""
    for name, measure in measures.items():
        if taken[name].goes_on:
            yield name, measure


def reason_of(error: Exception) -> str:
    """Return what went wrong in one line: for a process, the last line it said.

    Args:
        error: what a measure raised.
    """
    said = str(error)
    if isinstance(error, subprocess.CalledProcessError) and error.stderr:
        raw = error.stderr
        said = raw.decode(errors="replace") if isinstance(raw, bytes) else raw
        said = (said.strip().splitlines() or [""])[-1]
    text = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
