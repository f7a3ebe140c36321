"""The Beta interval agrees with mpmath, which counts with as many digits as it needs."""

from math import exp, lgamma, log, log1p

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import betainc

from tutor.domain.beta import beta_cdf, beta_quantile

SHAPES = st.floats(0.5, 400)
INSIDE = st.floats(1e-6, 1 - 1e-6)
CLOSE = 1e-9
TURNING = [
    (0.375, 8.998571866760837, 15.664286444601396),
    (0.125, 3.5944697339199374, 31.161288137439573),
    (0.625, 15.664286444601396, 8.998571866760837),
    (0.5, 7.0, 7.0),
]
"""A point, and shapes whose balance falls on it give or take a rounding."""


def exact(x: float, a: float, b: float) -> float:
    """Return the probability below a point, right to the last digits."""
    return float(betainc(a, b, 0, x, regularized=True))


def summed(x: float, a: int, b: int) -> float:
    """Return it for whole shapes as a chance of at least `a` in `a + b - 1` draws."""
    draws = a + b - 1
    ways = lgamma(draws + 1) - lgamma(a + 1) - lgamma(draws - a + 1)
    term = exp(ways + a * log(x) + (draws - a) * log1p(-x))
    total = 0.0
    for hits in range(a, draws + 1):
        total += term
        term *= (draws - hits) / (hits + 1) * x / (1 - x)
        if term < total * 1e-17:
            break
    return total


@settings(deadline=None, max_examples=150)
@given(INSIDE, SHAPES, SHAPES)
def test_the_probability_below_a_point_is_exact(x: float, a: float, b: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(exact(x, a, b), abs=CLOSE)


@settings(deadline=None, max_examples=250)
@given(st.floats(0.01, 0.99), st.floats(1, 60), st.floats(1, 60))
def test_the_exact_probability_below_a_quantile_is_the_one_asked(
    p: float, a: float, b: float
) -> None:
    assert exact(beta_quantile(p, a, b), a, b) == pytest.approx(p, abs=CLOSE)


@settings(deadline=None)
@given(st.floats(0.01, 0.99), st.floats(1, 100), st.floats(1, 100))
def test_the_probability_below_a_quantile_is_the_one_asked(
    p: float, a: float, b: float
) -> None:
    assert beta_cdf(beta_quantile(p, a, b), a, b) == pytest.approx(p, abs=CLOSE)


@settings(deadline=None)
@given(st.floats(0.01, 0.98), st.floats(0.001, 0.01), st.floats(1, 60))
def test_a_larger_probability_has_a_larger_quantile(
    p: float, more: float, a: float
) -> None:
    assert beta_quantile(p, a, 3.5) < beta_quantile(p + more, a, 3.5)


@pytest.mark.parametrize(("x", "a", "b"), TURNING)
def test_the_point_where_the_two_sides_meet_has_an_answer(
    x: float, a: float, b: float
) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(exact(x, a, b), abs=CLOSE)


@pytest.mark.parametrize(
    ("x", "below"), [(-1.0, 0.0), (0.0, 0.0), (1.0, 1.0), (2.0, 1.0)]
)
def test_nothing_lies_outside_zero_and_one(x: float, below: float) -> None:
    assert beta_cdf(x, 2.0, 3.0) == below


@pytest.mark.parametrize("x", [0.0, 0.1, 0.25, 0.5, 0.9, 1.0])
def test_without_answers_every_rate_is_as_likely(x: float) -> None:
    assert beta_cdf(x, 1.0, 1.0) == pytest.approx(x)
    assert beta_quantile(x, 1.0, 1.0) == pytest.approx(x)


def test_shapes_that_bring_a_denominator_to_zero_are_carried_over() -> None:
    assert beta_cdf(0.5, 1.0, 3.0) == pytest.approx(0.875)
    assert beta_cdf(0.25, 1.0, 7.0) == pytest.approx(1 - 0.75**7)


def test_a_million_answers_still_have_a_probability() -> None:
    below = summed(0.499, 1_000_000, 1_000_001)
    assert beta_cdf(0.499, 1e6, 1e6 + 1) == pytest.approx(below, abs=1e-9)
    assert beta_cdf(0.5, 1e6, 1e6 + 1) == pytest.approx(0.500282, abs=1e-6)
