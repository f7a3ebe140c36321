"""What came of a fault, and the table that says so."""

from collections.abc import Iterable
from typing import NamedTuple

HEADS = ("tried", "before", "after", "lost", "shut")
KILL = "kill -9"
"""How the name of a fault begins that ends a process."""
SAYS_NOTHING = "(rien : le carnet s'ouvre)"


class Size(NamedTuple):
    """How often each fault is tried."""

    kills: int
    """Blows from outside on a program that saves answers."""
    plays: int
    """Blows from outside on the whole command."""
    samples: int
    """Lengths, pages and moments tried of one fault."""
    crowds: int
    """Meetings of several tutors."""
    thin: int
    """Every how many errors of the system and works are tried."""
    stride: int
    """Steps of a work from one try to the next."""


FULL = Size(kills=400, plays=100, samples=300, crowds=5, thin=1, stride=1)
SMALL = Size(kills=10, plays=3, samples=6, crowds=1, thin=5, stride=13)


class Outcome(NamedTuple):
    """What came of one fault, over all the times it was tried."""

    fault: str
    tried: int
    before: int
    """Answers acknowledged before the end of each try, added up."""
    after: int
    """Those of them found again."""
    shut: int
    """Stores that could not be opened afterwards, or held an answer twice."""
    line: str = SAYS_NOTHING
    """What the person reads, or why the fault could not be tried."""
    wrong: tuple[str, ...] = ()
    """What else was not as it must be, such as a traceback or an exit status."""

    @property
    def lost(self) -> int:
        """How many acknowledged answers are gone."""
        return self.before - self.after

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, everything opened and every line was clear."""
        return not (self.lost or self.shut or self.wrong)


def untried(fault: str, reason: str) -> Outcome:
    """Return the row of a fault that this machine does not allow."""
    return Outcome(fault, 0, 0, 0, 0, f"not tried: {reason}")


def table_of(outcomes: Iterable[Outcome]) -> str:
    """Return the table: one row a fault, and the sums."""
    rows = [*outcomes]
    width = max(len(each.fault) for each in rows)
    head = "  ".join(f"{name:>6}" for name in HEADS)
    lines = [f"{'fault':{width}}  {head}  the line the person sees"]
    for each in rows:
        lines.append(f"{each.fault:{width}}  {_figures(each)}  {each.line}")
        lines += [f"{'':{width}}  WRONG: {wrong}" for wrong in each.wrong]
    total = Outcome(
        "all",
        tried=sum(each.tried for each in rows),
        before=sum(each.before for each in rows),
        after=sum(each.after for each in rows),
        shut=sum(each.shut for each in rows),
    )
    return "\n".join([*lines, f"{total.fault:{width}}  {_figures(total)}".rstrip()])


def kills_of(outcomes: Iterable[Outcome]) -> int:
    """Return how many tries were those of a blow that nothing can refuse."""
    return sum(each.tried for each in outcomes if each.fault.startswith(KILL))


def _figures(found: Outcome) -> str:
    """Return the figures of a row, in columns."""
    figures = (found.tried, found.before, found.after, found.lost, found.shut)
    return "  ".join(f"{number:6}" for number in figures)
