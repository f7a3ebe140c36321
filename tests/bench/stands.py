"""Stands whose measures are known beforehand."""

import contextlib
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path

from bench.figures import Figure, Stand
from bench.rounds import Measure, Measures, Spent

BUDGET = 2.0


def steady(*seconds: float) -> Measure:
    """Return a measure that gives these seconds, one after the other."""
    given = cycle(seconds)
    return lambda: Spent(next(given))


def broken() -> Spent:
    """Fail, as a measure whose program has gone would."""
    raise RuntimeError("the\x1b[31m program\nhas gone")


def stand(
    measures: Mapping[str, Measure], *figures: Figure, left_out: str = ""
) -> Stand:
    """Return a stand of measures."""

    @contextlib.contextmanager
    def stage(folder: Path) -> Iterator[Measures]:
        assert not list(folder.iterdir())
        yield measures

    return Stand("try", stage, figures, left_out=left_out)


def figure(name: str, of: str = "ours", to: str = "theirs") -> Figure:
    """Return a figure with a budget."""
    return Figure(name, "what is tried", "its floor", of, to, BUDGET, "2")
