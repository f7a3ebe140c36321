import itertools
import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.axes import AXES, DOUBLINGS, Curve, key
from bench.fit import fit, student_quantile
from bench.growth import PLOT, grown, panel_of, table_of
from bench.page import PAGE
from bench.plot import drawn
from bench.rounds import Spent, Taken

SIZES = (1, 2, 4, 8)
CURVE = Curve("try", "what is tried", SIZES, "things")


def taken_by(cost, rounds=2) -> dict[str, Taken]:
    """Return measures whose cost is known, a tenth dearer in each round."""
    return {
        key("try", size): Taken([Spent(cost(size) * 1.1**n) for n in range(rounds)])
        for size in SIZES
    }


@given(st.floats(-2, 3), st.floats(0.001, 1000))
def test_a_power_is_found_again(exponent: float, factor: float) -> None:
    found = fit([(size, factor * size**exponent) for size in SIZES])

    assert found.exponent == pytest.approx(exponent, abs=1e-6)
    assert found.low - 1e-6 <= exponent <= found.high + 1e-6


def test_the_interval_is_the_one_of_a_textbook() -> None:
    points = [(math.e**x, math.e**y) for x, y in enumerate((1.1, 1.9, 3.2, 3.8, 5.1))]
    slope, left, whole = 0.99, 0.107, 9.908  # by hand: 9.9 ÷ 10, and sums of squares
    wide = 3.18245 * math.sqrt(left / 3 / 10)  # Student's 97.5 % at 3 degrees

    found = fit(points)

    assert found.exponent == pytest.approx(slope)
    assert (found.low, found.high) == pytest.approx(
        (slope - wide, slope + wide), abs=1e-5
    )
    assert found.explained == pytest.approx(1 - left / whole)


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.706), (4, 2.776), (28, 2.048)]
)
def test_the_quantiles_of_student_are_those_of_the_tables(
    freedom: int, quantile: float
) -> None:
    assert student_quantile(0.975, freedom) == pytest.approx(quantile, abs=1e-3)


@pytest.mark.parametrize("points", [[(1, 1), (2, 2)], [(3, 1), (3, 2), (3, 4)]])
def test_too_little_is_not_fitted(points: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="three points"):
        fit(points)


def test_a_curve_is_told_as_ratios_to_its_smallest_size() -> None:
    found = grown(CURVE, taken_by(lambda size: 3.0 * size))

    assert found.ratios[-1] == pytest.approx((8.0, 8.0))
    assert found.last_doubling == pytest.approx(2.0)
    assert "**8.00**" in table_of([found])


def test_a_fixed_cost_beside_a_growing_one_shows_in_the_last_doubling() -> None:
    found = grown(CURVE, taken_by(lambda size: 100 + size**2))

    assert found.fitted.exponent < 0.3
    assert found.last_doubling == pytest.approx(164 / 116)


def test_a_size_that_failed_is_named() -> None:
    taken = taken_by(float)
    taken[key("try", 4)].failure = "OSError: full"

    with pytest.raises(ValueError, match="try at 4: OSError: full"):
        grown(CURVE, taken)


def test_every_curve_doubles_as_often_as_the_drawing_is_wide() -> None:
    for axis in AXES:
        assert len(axis.curves) <= 4
        for curve in axis.curves:
            assert len(curve.sizes) == DOUBLINGS + 1
            assert curve.sizes[-1] == curve.sizes[0] * 2**DOUBLINGS


def test_the_drawing_is_whole_and_fetches_nothing() -> None:
    powers = (0.0, 1.0, 1.01, 9.0)
    curves = [
        grown(CURVE, taken_by(lambda size, p=p: float(size) ** p)) for p in powers
    ]
    panel = panel_of(AXES[0], curves)

    svg = drawn([panel, panel])

    root = ET.fromstring(svg)
    assert len(root.findall(".//{*}polyline")) == 8
    assert not re.search(r"href|url\(|@import|nan|inf", svg)
    numbers = [float(n) for n in re.findall(r' [xy][12]?="(-?[\d.]+)"', svg)]
    assert min(numbers) >= 0
    assert max(numbers) <= 1_000


def test_names_of_lines_that_end_together_stay_apart() -> None:
    curves = [grown(CURVE, taken_by(float)) for _ in range(4)]

    root = ET.fromstring(drawn([panel_of(AXES[0], curves)]))
    names = [t for t in root.findall(".//{*}text") if "fill" in t.get("style", "")]
    downs = sorted(float(t.get("y", "")) for t in names)

    assert all(b - a >= 13 for a, b in itertools.pairwise(downs))


def test_the_page_shows_the_drawing_it_names() -> None:
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8"))

    assert [PAGE.parent / name for name in named] == [PLOT]
    ET.fromstring(PLOT.read_text(encoding="utf-8"))
