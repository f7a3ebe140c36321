"""What reviews bring back, measured over twelve weeks of some interns."""

from functools import partial
from statistics import fmean

from tests.simulation.figures import Tally, said, tell
from tests.simulation.interns import Bank, Intern
from tests.simulation.judging import Seen, once_each, recomputed
from tests.simulation.weeks import Weeks, met_again, seen_again

WAYS: dict[str, dict[str, int]] = {
    "two": {"reviews": 2},
    "three": {"reviews": 3},
    "five": {"reviews": 5},
    "half": {"reviews": 3, "files": 15},
}
"""Ways to review for twelve weeks."""
WITHIN = (3, 7, 14, 28)
TAUGHT = 0.6
"""What a correction teaches: this share of what was missing, half of it for 30 days."""


def reviewed(bank: Bank, count: int, tally: Tally) -> None:
    """Measure what reviews bring back, and what estimates are worth after them.

    Args:
        bank: the questions.
        count: interns for each way to review.
        tally: takes the figures.
    """
    for name, way in WAYS.items():
        said(f"révisions, {name}", count)
        lived = [_lived(number, bank, way, TAUGHT) for number in range(count)]
        _tell_reviews(name, lived, tally)
    said("révisions, sans apprendre", count)
    still = [_lived(number, bank, WAYS["three"], 0.0) for number in range(count)]
    tell("reviewed-still", [each for one in still for each in _seen_after(one)], tally)


def _lived(number: int, bank: Bank, way: dict[str, int], taught: float) -> Weeks:
    """Return twelve weeks of one intern."""
    weeks = partial(Weeks, Intern(number, bank), taught=taught)(**way)  # type: ignore[arg-type]
    weeks.live()
    return weeks


def _tell_reviews(name: str, lived: list[Weeks], tally: Tally) -> None:
    """Keep what one way to review brings."""
    for days in WITHIN:
        for kind, sure in (("missed", False), ("sure", True)):
            cases = [x for one in lived for x in seen_again(one, days, sure=sure)]
            tally.share(f"{name}.{kind}.{days}", cases)
        tally.share(
            f"{name}.met.{days}", [x for one in lived for x in met_again(one, days)]
        )
    tally.number(f"{name}.left", fmean(one.left_due[-1] for one in lived))
    tally.number(f"{name}.answers", fmean(len(one.answers) for one in lived))
    tell(name, [each for one in lived for each in _seen_after(one)], tally)
    shared = [each for one in lived for each in _seen_after(one, is_shared=True)]
    tell(f"{name}.shared", shared, tally)


def _seen_after(weeks: Weeks, *, is_shared: bool = False) -> list[Seen]:
    """Return what is shown after some weeks."""
    intern = weeks.intern
    truths, rule = intern.rates(weeks.expected()), once_each if is_shared else None
    return recomputed(intern.number, intern.bank, weeks.answers, truths, rule=rule)
