"""Intervals of groups, against the rest of the tutor and against published tables."""

from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.cohort.intervals import Moments, correlation, mean, moments, share, student
from tutor.domain.beta import beta_quantile


@given(st.integers(1, 400), st.data())
def test_a_share_lies_between_the_quantiles_of_its_posterior(
    n: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, n))
    found = share(count, n)

    low, high = (beta_quantile(p, 1 + count, 1 + n - count) for p in (0.05, 0.95))
    assert found.n == n
    assert isclose(found.value, count / n, abs_tol=1e-9)
    assert isclose(found.low, min(low, found.value), abs_tol=1e-9)
    assert isclose(found.high, max(high, found.value), abs_tol=1e-9)


def test_a_share_of_very_many_is_as_exact() -> None:
    found = share(9_100, 14_000)

    assert isclose(found.low, beta_quantile(0.05, 9_101, 4_901), abs_tol=1e-9)


def test_nobody_and_everybody_are_what_was_observed() -> None:
    assert (share(0, 20).value, share(0, 20).low) == (0, 0)
    assert (share(20, 20).value, share(20, 20).high) == (1, 1)


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 6.3138), (4, 2.1318), (9, 1.8331), (30, 1.6973)]
)
def test_the_quantile_of_student_is_that_of_the_tables(
    freedom: int, quantile: float
) -> None:
    assert student(freedom) == pytest.approx(quantile, abs=5e-5)


def test_a_mean_lies_in_the_interval_of_student() -> None:
    found = mean(moments([0.4, 0.5, 0.6, 0.7, 0.8]), 0, 1)

    half = 2.1318 * 0.158114 / 5**0.5
    assert found.value == pytest.approx(0.6)
    assert (found.low, found.high) == pytest.approx((0.6 - half, 0.6 + half), abs=1e-4)


def test_a_mean_stays_within_what_it_measures() -> None:
    found = mean(moments([1, 1, 1, 1, 0.2]), 0, 1)

    assert found.high == 1


def test_nobody_has_moments_too() -> None:
    assert moments([]) == Moments(0, 0, 0)
    assert moments([0.5]) == Moments(1, 0.5, 0)


def test_the_interval_of_student_holds_the_truth_nine_times_in_ten() -> None:
    chance, held = Random(3), 0
    for _ in range(2_000):
        found = mean(moments(chance.gauss(0.6, 0.1) for _ in range(12)), -9, 9)
        held += found.low <= 0.6 <= found.high
    assert held / 2_000 == pytest.approx(0.9, abs=0.02)


def test_a_correlation_has_its_interval_where_there_are_enough_people() -> None:
    found = correlation(40, 0.3)

    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.0391, 0.5226), abs=1e-4)
    assert correlation(9, 0.3) is None
    assert correlation(40, None) is None
    assert correlation(40, float("nan")) is None
    perfect = correlation(40, 1.0000001)
    assert perfect is not None
    assert (perfect.low, perfect.value, perfect.high) == (1, 1, 1)
