"""What a long run is held to, and how it is judged."""

import os
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression, median
from typing import NamedTuple

FLAT = 0.10
"""How far memory may move once warm, either way."""
NOISE = 1.25
"""Beyond what the store's own growth explains, what a busy machine may add."""
WARM = 0.2
"""Share of the samples that only warm up."""


class Sample(NamedTuple):
    """A look at the process, some answers further on."""

    answers: int
    seconds: float
    """Of the processor, for one answer: the median since the look before."""
    megabytes: float
    """Resident."""


class Promise(NamedTuple):
    """One line of the table."""

    name: str
    measured: str
    is_kept: bool


def resident() -> float:
    """Return the megabytes this process holds now (Linux tells)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def warm(samples: Sequence[Sample]) -> Sequence[Sample]:
    """Return the samples taken once warm."""
    return samples[round(len(samples) * WARM) :]


def flat_memory(name: str, samples: Sequence[Sample]) -> Promise:
    """Hold memory to its level: the last fifth of the samples to the first, once warm.

    Args:
        name: what ran.
        samples: at least five.
    """
    first, last = _ends([each.megabytes for each in warm(samples)])
    moved = last / first - 1
    said = f"{first:.0f} → {last:.0f} MB ({moved:+.1%})"
    return Promise(f"{name}: memory within ±{FLAT:.0%}", said, abs(moved) <= FLAT)


def steady(name: str, samples: Sequence[Sample], allowed: float) -> Promise:
    """Hold the time of an answer to what it was, the store's own growth allowed.

    Args:
        name: what ran.
        samples: at least five.
        allowed: how many times longer the store itself takes at the end.
    """
    first, last = _ends([each.seconds for each in warm(samples)])
    ratio, most = last / first, max(1.0, allowed) * NOISE
    said = f"{first * 1000:.1f} → {last * 1000:.1f} ms (× {ratio:.2f})"
    return Promise(f"{name}: an answer at most × {most:.2f}", said, ratio <= most)


def growth(rows: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """Return how the time of one save grows with what is stored.

    Args:
        rows: answers stored, and seconds of one more.

    Returns:
        Seconds with nothing stored, and seconds for each thousand answers more.
    """
    slope, start = linear_regression([n for n, _ in rows], [t for _, t in rows])
    return start, slope * 1000


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Return the medians of the first and of the last fifth."""
    size = max(1, len(values) // 5)
    return median(values[:size]), median(values[-size:])
