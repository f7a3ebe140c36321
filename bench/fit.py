"""Fit a power of the size to what something costs: least squares on both logarithms."""

import math
import statistics
from collections.abc import Sequence
from typing import NamedTuple

from tutor.domain.beta import beta_quantile

LEVEL = 0.95


class Fit(NamedTuple):
    """Cost ∝ size**exponent."""

    exponent: float
    low: float
    high: float
    """Where the exponent lies at 95 %, if errors are independent and alike."""
    explained: float
    """The share of the variance of log cost that the line explains, from 0 to 1."""


def fit(points: Sequence[tuple[float, float]]) -> Fit:
    """Return the power that fits sizes and costs best.

    Ordinary least squares on the logarithms; the interval of the slope is Student's,
    with n − 2 degrees of freedom.

    Args:
        points: sizes and costs, all above 0; three at least, two sizes at least.

    Raises:
        ValueError: there are too few.
    """
    if len(points) < 3 or len({size for size, _ in points}) < 2:
        raise ValueError("a line needs three points and two sizes")
    x = [math.log(size) for size, _ in points]
    y = [math.log(cost) for _, cost in points]
    slope, intercept = statistics.linear_regression(x, y)
    rest = sum((b - intercept - slope * a) ** 2 for a, b in zip(x, y, strict=True))
    spread = statistics.variance(x) * (len(x) - 1)
    around = statistics.variance(y) * (len(y) - 1)
    error = math.sqrt(rest / (len(x) - 2) / spread)
    wide = student_quantile((1 + LEVEL) / 2, len(x) - 2) * error
    explained = 1.0 if around == 0 else 1 - rest / around
    return Fit(slope, slope - wide, slope + wide, explained)


def student_quantile(p: float, freedom: int) -> float:
    """Return t such that P(T ≤ t) = p for Student's distribution.

    P(|T| > t) = I_x(ν/2, 1/2) with x = ν / (ν + t²) (Abramowitz and Stegun, 26.7.1).

    Args:
        p: a probability, from 0.5 to 1, 1 excluded.
        freedom: ν, at least 1.
    """
    x = beta_quantile(2 * (1 - p), freedom / 2, 0.5)
    return math.sqrt(freedom * (1 - x) / x)
