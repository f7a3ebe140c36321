"""The Beta distribution, enough of it for an interval, without scipy."""

from math import exp, lgamma, log

_TINY = 1e-300
_ENOUGH = 1e-14
_MOST_TERMS = 300
_HALVINGS = 60


def beta_cdf(x: float, a: float, b: float) -> float:
    """Return P(X ≤ x) for X ~ Beta(a, b), the regularised incomplete beta.

    Lentz's continued fraction (Numerical Recipes, 6.4), on the side of the mean
    where it converges fast.

    Args:
        x: any number; below 0 gives 0, above 1 gives 1.
        a: first shape, above 0.
        b: second shape, above 0.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x > (a + 1) / (a + b + 2):
        return 1.0 - front * _continued_fraction(1 - x, b, a) / b
    return front * _continued_fraction(x, a, b) / a


def beta_quantile(p: float, a: float, b: float) -> float:
    """Return x such that P(X ≤ x) = p for X ~ Beta(a, b), by bisection.

    Args:
        p: a probability, from 0 to 1.
        a: first shape, above 0.
        b: second shape, above 0.
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if beta_cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _continued_fraction(x: float, a: float, b: float) -> float:
    """Sum the continued fraction of the incomplete beta.

    Written out, two terms a round: the report of a country sums a million of them. A
    sum of 1 and something is 0 or far from it; 0 is kept away from denominators.
    """
    c = 1.0
    d = total = 1 / (1 - (a + b) * x / (a + 1) or _TINY)
    for m in range(1, _MOST_TERMS):
        place = a + 2 * m
        term = m * (b - m) * x / ((place - 1) * place)
        d = 1 / (1 + term * d or _TINY)
        c = 1 + term / c or _TINY
        total *= d * c
        term = -(a + m) * (a + b + m) * x / (place * (place + 1))
        d = 1 / (1 + term * d or _TINY)
        c = 1 + term / c or _TINY
        change = d * c
        total *= change
        if -_ENOUGH < change - 1 < _ENOUGH:
            break
    return total
