"""A share with its interval, where several cases come from one intern."""

from collections.abc import Iterable
from math import fsum, sqrt
from typing import NamedTuple

Z = 1.96
"""For an interval that holds 95 times out of a hundred."""


class Share(NamedTuple):
    """How often something was so."""

    of: int
    """Cases."""
    interns: int
    """Interns they come from."""
    value: float
    """From 0 to 1; 0 without cases."""
    low: float
    high: float


def share_of(cases: Iterable[tuple[int, bool]]) -> Share:
    """Return how often something is so, with a 95 % interval.

    Wilson's interval, with as many cases as would tell as much were they unrelated:
    cases of one intern are alike (ratio estimator over clusters).

    Args:
        cases: the intern, and whether it is so.
    """
    counts: dict[int, tuple[int, int]] = {}
    for intern, is_so in cases:
        asked, so = counts.get(intern, (0, 0))
        counts[intern] = asked + 1, so + is_so
    of = sum(asked for asked, _ in counts.values())
    if not of:
        return Share(0, 0, 0.0, 0.0, 1.0)
    value = sum(so for _, so in counts.values()) / of
    spread = fsum((so - value * asked) ** 2 for asked, so in counts.values()) / of**2
    simple = value * (1 - value) / of
    alike = max(1.0, spread / simple) if simple else 1.0
    low, high = wilson(value, of / alike)
    return Share(of, len(counts), value, low, high)


def wilson(value: float, n: float) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share.

    Args:
        value: the share, from 0 to 1.
        n: cases, above 0.
    """
    middle = (value + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(value * (1 - value) / n + Z**2 / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)
