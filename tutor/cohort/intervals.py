"""90 % intervals for what is said of a group; none for one person among thousands.

- A share of people is the share observed, between the quantiles of its Beta posterior
  under the uniform prior, as in the rest of the tutor. Where nobody or everybody is
  counted, the interval reaches the share observed (Brown, Cai and DasGupta, *Statistical
  Science* 2001;16:101-133, section 4.1.1).
- A mean over people lies in Student's t interval (Student, *Biometrika* 1908;6:1-25),
  cut to the bounds of what it measures. It takes people for drawn at random, and for
  fewer than a dozen of them it takes their means for nearly normal.
- A correlation lies in Fisher's z interval (Fisher, *Metron* 1921;1:3-32).
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import atanh, exp, fsum, isfinite, lgamma, log, log1p, pi, sqrt, tanh
from typing import NamedTuple

from tutor.domain.beta import beta_cdf, beta_quantile
from tutor.domain.evidence import TAIL
from tutor.domain.figures import Estimate

Z = 1.6448536269514722
"""Of the normal distribution, the quantile that leaves 5 % on each side."""
LEAST_CORRELATED = 10
"""People below which a correlation says nothing."""
_ALL_BUT = 1e-12
_STEPS = 2
_CLOSE = 1e-11
"""What a quantile may still be away from its place: nine decimals are shown."""
_MOST_NEWTON = 50
_DECIMALS = 9


class Moments(NamedTuple):
    """What a mean and its interval are made of."""

    n: int
    mean: float
    deviation: float
    """Standard deviation of the sample; 0 for one person."""


def moments(values: Iterable[float]) -> Moments:
    """Return the moments of some values.

    Args:
        values: one a person.
    """
    found = list(values)
    n = len(found)
    if not n:
        return Moments(0, 0.0, 0.0)
    mean = fsum(found) / n
    square = fsum((each - mean) ** 2 for each in found)
    return Moments(n, mean, sqrt(square / (n - 1)) if n > 1 else 0.0)


@lru_cache(maxsize=10_000)
def share(count: int, n: int) -> Estimate:
    """Return the share of people, with its interval.

    Args:
        count: of whom something is so.
        n: of how many; at least one.
    """
    a, b = 1 + count, 1 + n - count
    value = count / n
    low, high = min(value, _quantile(-Z, a, b)), max(value, _quantile(Z, a, b))
    return _estimate(n, value, low, high)


def mean(found: Moments, low: float, high: float) -> Estimate:
    """Return a mean over people, with its interval.

    Args:
        found: its moments, of two people or more.
        low: the least value there is.
        high: the greatest.
    """
    half = student(found.n - 1) * found.deviation / sqrt(found.n)
    ends = max(low, found.mean - half), min(high, found.mean + half)
    return _estimate(found.n, found.mean, *ends)


def correlation(n: int, r: float | None) -> Estimate | None:
    """Return a correlation with its interval, or None where there is too little.

    Args:
        n: how many people it rests on.
        r: from −1 to 1; None or no number where something did not vary.
    """
    if r is None or not isfinite(r) or n < LEAST_CORRELATED:
        return None
    r = max(-1.0, min(1.0, r))
    if abs(r) > 1 - _ALL_BUT:
        return _estimate(n, r, r, r)
    half = Z / sqrt(n - 3)
    low, high = tanh(atanh(r) - half), tanh(atanh(r) + half)
    return _estimate(n, r, low, high)


def _estimate(n: int, value: float, low: float, high: float) -> Estimate:
    """Return an estimate with nine decimals: the same whatever was added first."""
    value, low, high = (round(each, _DECIMALS) for each in (value, low, high))
    return Estimate(n=n, value=value, low=low, high=high)


def _quantile(z: float, a: int, b: int) -> float:
    """Return a quantile of a Beta distribution, of whole shapes of 1 or more.

    A step or two of Halley from the approximation of Abramowitz and Stegun (*Handbook
    of Mathematical Functions*, 26.5.22): nine decimals in as many evaluations of a
    distribution that takes long for thousands of people, where halving takes sixty. A
    step leaves about its cube, in standard deviations.

    Args:
        z: the quantile of the normal distribution with the same probability.
        a: first shape.
        b: second shape.
    """
    p = TAIL if z < 0 else 1 - TAIL
    if a == 1:
        return 1 - float((1 - p) ** (1 / b))
    if b == 1:
        return float(p ** (1 / a))
    x = _first_guess(-z, a, b)
    front = lgamma(a + b) - lgamma(a) - lgamma(b)
    variance = a * b / ((a + b) ** 2 * (a + b + 1))
    for _ in range(_STEPS):
        density = exp(front + (a - 1) * log(x) + (b - 1) * log1p(-x))
        step = (beta_cdf(x, a, b) - p) / density
        bend = (a - 1) / x - (b - 1) / (1 - x)
        following = x - step / (1 - step * bend / 2)
        if not 0 < following < 1:
            return beta_quantile(p, a, b)
        left = abs(following - x) ** 3 / variance
        x = following
        if left < _CLOSE:
            break
    return x


def _first_guess(y: float, a: int, b: int) -> float:
    """Return about the quantile whose upper tail has the normal quantile `y`."""
    one, other = 1 / (2 * a - 1), 1 / (2 * b - 1)
    h = 2 / (one + other)
    spread = (y * y - 3) / 6
    w = y * sqrt(h + spread) / h
    w -= (other - one) * (spread + 5 / 6 - 2 / (3 * h))
    return a / (a + b * exp(2 * w))


@cache
def student(freedom: int) -> float:
    """Return the quantile of Student's distribution that leaves 5 % above it.

    Newton's steps from the quantile of the normal distribution: to its right the upper
    tail falls ever less steeply, so that no step goes too far.

    Args:
        freedom: degrees of freedom, one or more.
    """
    half, t = freedom / 2, Z
    scale = exp(lgamma(half + 0.5) - lgamma(half)) / sqrt(freedom * pi)
    for _ in range(_MOST_NEWTON):
        above = beta_cdf(freedom / (freedom + t * t), half, 0.5) / 2
        density = scale * exp(-(half + 0.5) * log1p(t * t / freedom))
        step = (above - TAIL) / density
        t += step
        if step < _CLOSE:
            break
    return t
