"""Own positioning beside the estimate: the gap is only ever words (rules, 21)."""

from typing import Literal

from tutor.domain.evidence import Evidence

Gap = Literal["none", "open", "agree", "higher", "lower"]
ALONE = 4
"""From this degree on the supervision scale, one claims to manage alone."""
_HIGH = {"C"}
_LOW = {"N"}


def gap_of(value: str | None, evidence: Evidence) -> Gap:
    """Return how a positioning and an estimate compare.

    Args:
        value: 1 to 5 on the supervision scale, N, I or C, or None where there is none.
        evidence: what the answers show.

    Returns:
        `none` without a positioning or with too few answers; `open` where the
        interval holds the threshold; `higher` where the
        person claims to manage alone and the interval lies below the threshold;
        `lower` where they ask for help and the interval lies above it.
    """
    if value is None or evidence.state == "insuffisant":
        return "none"
    if evidence.state == "a-confirmer":
        return "open"
    claims = value in _HIGH or (value.isdecimal() and int(value) >= ALONE)
    asks = value in _LOW or (value.isdecimal() and int(value) < ALONE - 1)
    if claims and evidence.state == "a-travailler":
        return "higher"
    if asks and evidence.state == "solide":
        return "lower"
    return "agree"
