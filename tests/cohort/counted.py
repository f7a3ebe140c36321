"""One cohort, counted once, and what each intern's own tutor says of them."""

from collections.abc import Iterable
from functools import cache
from statistics import fmean

import pytest

from tests.cohort.cohorts import ParisClock, figures_from, rows_of
from tests.cohort.samples import sample_bundles
from tests.course.shipped import course
from tutor.cohort.intervals import mean, moments
from tutor.domain.bundle import Bundle
from tutor.domain.figures import Estimate, Figures, Hidden
from tutor.services.learner_figures import record_of
from tutor.services.standing import Standing, standing_of

SIDES = {"higher": "above", "lower": "below", "agree": "near", "open": "near"}


@cache
def bundles() -> tuple[Bundle, ...]:
    """Return the bundles of a small group."""
    return sample_bundles(14, seed=5, answers=160, promotions=("2024", "2025"))


@cache
def figures() -> Figures:
    """Return their figures, hardly anything hidden."""
    return figures_from(bundles(), least=2)


@cache
def standings() -> tuple[Standing, ...]:
    """Return what the tutor of each would say."""
    clock = ParisClock()
    return tuple(standing_of(course(), record_of([b]), clock) for b in bundles())


def close(cell: object, expected: Estimate) -> bool:
    """Return whether a cell is an estimate, to nine decimals; hidden ones pass."""
    if isinstance(cell, Hidden):
        return True
    assert isinstance(cell, Estimate)
    assert cell.n == expected.n
    wanted = (expected.value, expected.low, expected.high)
    assert (cell.value, cell.low, cell.high) == pytest.approx(wanted, abs=1e-9)
    return True


def shown(table: str, column: str) -> int:
    """Return how many cells of a column are shown numbers."""
    return sum(isinstance(r[column], Estimate) for r in rows_of(figures().table(table)))


def means(of: Iterable[list[float]]) -> Estimate | None:
    """Return the mean over people of each one's mean; those with nothing left out."""
    each = [fmean(values) for values in of if values]
    return mean(moments(each), 0, 1) if len(each) > 1 else None
