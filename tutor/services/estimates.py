"""An estimate in words: number, interval, how many answers, and its word."""

from tutor.domain.evidence import Evidence
from tutor.locale import decimal, say


def found_text(found: Evidence) -> str:
    """Return what answers show of an item, for who has a position on it.

    Args:
        found: its evidence.
    """
    if found.estimate is None:
        return say("des.estimate.none")
    return say(
        "des.estimate",
        estimate=decimal(found.estimate),
        low=decimal(found.low),
        high=decimal(found.high),
        n=found.n,
        word=say(f"des.state.{found.state}"),
    )
