"""Certainty 1 to 3: an overlay for calibration, outside the estimate.

Marks after Gardner-Medwin's certainty-based marking; the probabilities are the
midpoints of its optimal bands, a convention of the assessment note (2.2, 3.11).
"""

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

IF_RIGHT = {1: 1, 2: 2, 3: 3}
IF_WRONG = {1: 0, 2: -2, 3: -6}
PROBABILITY = {1: 0.5, 2: 0.735, 3: 0.9}
LEAST_RATED = 20
"""Rated answers below which calibration is not shown."""


def certainty_mark(credit: float, certainty: int) -> float:
    """Return the mark of an answer given with a certainty.

    Args:
        credit: from 0 to 1; partial credit is shared between the two marks.
        certainty: 1, 2 or 3.
    """
    return credit * IF_RIGHT[certainty] + (1 - credit) * IF_WRONG[certainty]


class Calibration(NamedTuple):
    """How certainty and credit agree."""

    rated: int
    bias: float
    """Mean probability stated minus mean credit; positive is overconfident."""
    by_level: dict[int, tuple[int, float]]
    """For each certainty used: answers, and their mean credit."""


def calibration(rated: Sequence[tuple[int, float]]) -> Calibration | None:
    """Return how well certainty foretold credit, or None below 20 rated answers.

    Args:
        rated: certainty from 1 to 3 and credit from 0 to 1 of each rated answer.
    """
    if len(rated) < LEAST_RATED:
        return None
    stated = fmean(PROBABILITY[certainty] for certainty, _ in rated)
    earned = fmean(credit for _, credit in rated)
    levels: dict[int, tuple[int, float]] = {}
    for level in sorted({certainty for certainty, _ in rated}):
        found = [credit for certainty, credit in rated if certainty == level]
        levels[level] = (len(found), fmean(found))
    return Calibration(len(rated), stated - earned, levels)
