"""Certainty costs when it is wrong, and is compared with credit from 20 answers on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.assessment.certainty import calibration, certainty_mark

MARKS = [(1, 1, 0), (2, 2, -2), (3, 3, -6)]
BEST = [(0.5, 1), (0.6, 1), (0.7, 2), (0.75, 2), (0.85, 3), (0.9, 3), (1.0, 3)]
EXAMPLE = [(3, 1), (3, 0), (2, 1), (1, 0), (3, 1), (2, 0), (1, 1), (3, 1)]
"""The eight answers of the assessment note, 2.2: certainty, right or wrong."""


@pytest.mark.parametrize(("certainty", "right", "wrong"), MARKS)
def test_certainty_earns_when_right_and_costs_when_wrong(
    certainty: int, right: int, wrong: int
) -> None:
    assert certainty_mark(1, certainty) == right
    assert certainty_mark(0, certainty) == wrong
    assert certainty_mark(0.5, certainty) == (right + wrong) / 2


@pytest.mark.parametrize(("chance", "certainty"), BEST)
def test_saying_what_one_believes_pays_best(chance: float, certainty: int) -> None:
    marks = {level: certainty_mark(chance, level) for level in (1, 2, 3)}
    assert max(marks, key=lambda level: marks[level]) == certainty


@pytest.mark.parametrize(("chance", "pair"), [(2 / 3, (1, 2)), (0.8, (2, 3))])
def test_two_levels_pay_the_same_where_their_bands_meet(
    chance: float, pair: tuple[int, int]
) -> None:
    low, high = pair
    assert certainty_mark(chance, low) == pytest.approx(certainty_mark(chance, high))


def test_the_example_of_the_note_sums_to_four() -> None:
    assert sum(certainty_mark(right, level) for level, right in EXAMPLE) == 4


def test_nothing_is_said_of_calibration_below_twenty_answers() -> None:
    assert calibration([]) is None
    assert calibration([(3, 0.0)] * 19) is None
    found = calibration([(3, 0.0)] * 20)
    assert found is not None
    assert found.rated == 20


def test_the_example_of_the_note_is_overconfident() -> None:
    found = calibration(EXAMPLE * 3)
    assert found is not None
    assert found.bias == pytest.approx(0.13375)
    assert found.by_level == {1: (6, 0.5), 2: (6, 0.5), 3: (12, 0.75)}


def test_only_levels_that_were_used_are_listed() -> None:
    found = calibration([(2, 1.0)] * 10 + [(2, 0.2)] * 10)
    assert found is not None
    assert found.by_level.keys() == {2}
    assert found.by_level[2] == pytest.approx((20, 0.6))
    assert found.bias == pytest.approx(0.735 - 0.6)


RATED = st.lists(
    st.tuples(st.sampled_from([1, 2, 3]), st.floats(0, 1)), min_size=20, max_size=30
)


@given(RATED)
def test_every_rated_answer_is_counted_at_one_level(
    rated: list[tuple[int, float]],
) -> None:
    found = calibration(rated)
    assert found is not None
    assert sum(number for number, _ in found.by_level.values()) == len(rated)
    assert -0.5 <= found.bias <= 0.9
