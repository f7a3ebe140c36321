"""Read the numbers that GIFT and Moodle accept, with their margins."""

import re
from fractions import Fraction

_NUMBER = r"[-+]?(?:\d{1,12}(?:[.,]\d{0,12})?|[.,]\d{1,12})(?:[eE][-+]?\d{1,2})?"
_MARGIN = re.compile(rf"\s*({_NUMBER})\s*:\s*({_NUMBER})\s*")
_INTERVAL = re.compile(rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*")
_DIGITS = 12


def middle(written: str) -> tuple[str, bool]:
    """Return the number an answer is about, and whether others are accepted too.

    Args:
        written: `6`, `6:0.5` (six, give or take a half) or `5.5..6.5`.
    """
    if found := _MARGIN.fullmatch(written):
        return _said(_value(found[1])), _value(found[2]) != 0
    if found := _INTERVAL.fullmatch(written):
        low, high = _value(found[1]), _value(found[2])
        return _said((low + high) / 2), low != high
    return written.strip(), False


def _value(written: str) -> Fraction:
    """Return a number exactly."""
    return Fraction(written.replace(",", "."))


def _said(value: Fraction) -> str:
    """Return a number as people write it, without a useless decimal."""
    text = f"{float(value):.{_DIGITS}f}"
    return text.rstrip("0").rstrip(".")
