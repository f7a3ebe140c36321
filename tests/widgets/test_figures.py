"""Numbers are drawn so that colour is never alone to speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.tui.figures import interval_bar, verdict_mark

SHARE = st.floats(0, 1)


@pytest.mark.parametrize(
    ("credit", "sign", "colour"),
    [
        (1.0, "✓", "$success"),
        (0.5, "~", "$warning"),
        (0.01, "~", "$warning"),
        (0.0, "✗", "$error"),
    ],
)
def test_a_credit_has_a_sign_and_a_colour(
    credit: float, sign: str, colour: str
) -> None:
    assert verdict_mark(credit) == (sign, colour)


def test_a_bar_shows_the_interval_and_the_estimate_on_the_way_from_0_to_1() -> None:
    assert interval_bar(0.2, 0.5, 0.8, 11).plain == "──━━━◆━━━──"
    assert interval_bar(0, 0, 1, 5).plain == "◆━━━━"


@given(bounds=st.tuples(SHARE, SHARE, SHARE).map(sorted), cells=st.integers(2, 60))
def test_a_bar_fills_its_cells_and_marks_one_estimate(
    bounds: list[float], cells: int
) -> None:
    low, estimate, high = bounds
    bar = interval_bar(low, estimate, high, cells).plain
    assert len(bar) == cells
    assert bar.count("◆") == 1
