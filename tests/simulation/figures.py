"""What is measured, as numbers that a page is written from."""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from tests.simulation.interns import Bank
from tests.simulation.judging import Seen, covered, false_words
from tests.simulation.proportions import Share, share_of

FIRST = 60
"""Interns whose intervals are counted apart, to be counted again by a test."""


class Sizes(NamedTuple):
    """How many interns each part of the measure takes."""

    interns: int = 2000
    """For what is promised."""
    other: int = 300
    """For each other world."""
    again: int = 328
    """For one question answered every day: eight for each item."""
    looks: int = 150
    """For what is read week after week."""
    weeks: int = 40
    """For each way to review."""


class Counted(NamedTuple):
    """Plain counts over the first interns."""

    intervals: int
    covered: int
    solid: int
    false: int


class Figures(BaseModel):
    """Everything the page tells."""

    model_config = ConfigDict(frozen=True)

    bank: str
    """The fingerprint of the questions and their keys."""
    questions: int
    items: int
    sizes: Sizes
    first: Counted
    mean: float
    """Mean of the true rates of the items answered."""
    spread: float
    """Their standard deviation."""
    answers: int
    """Answers an intern gives, on average."""
    shares: dict[str, Share]
    numbers: dict[str, float]


def fingerprint(bank: Bank) -> str:
    """Return what changes when a question, a key or the tag of an item changes."""
    rows = [
        f"{task.id} {task.asked.hash} {task.asked.dossier} {task.question.items}"
        for task in bank.tasks.values()
    ]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


class Tally:
    """Gathers shares and numbers under their names."""

    def __init__(self) -> None:
        self.shares: dict[str, Share] = {}
        self.numbers: dict[str, float] = {}

    def share(self, name: str, cases: Iterable[tuple[int, bool]]) -> None:
        """Keep how often something is so.

        Args:
            name: what the page calls it.
            cases: the intern, and whether it is so.
        """
        found = share_of(cases)
        rounded = (round(each, 5) for each in found[2:])
        self.shares[name] = Share(found.of, found.interns, *rounded)

    def number(self, name: str, value: float) -> None:
        """Keep a number."""
        self.numbers[name] = round(value, 3)


def read_figures(page: Path, begin: str, end: str) -> Figures:
    """Return the figures that a page carries.

    Args:
        page: the page.
        begin: what stands before them.
        end: what stands after them.
    """
    text = page.read_text(encoding="utf-8")
    return Figures.model_validate_json(text.split(begin)[1].split(end)[0])


def is_item(seen: Seen) -> bool:
    """Return whether it is about an item, not a whole competency."""
    return "." in seen.code


def tell(name: str, seen: list[Seen], tally: Tally) -> None:
    """Keep what is told of every way to live."""
    items = [each for each in seen if is_item(each)]
    tally.share(f"{name}.covered", covered(items))
    tally.share(f"{name}.groups", covered(each for each in seen if not is_item(each)))
    tally.share(f"{name}.false", false_words(seen))
    tally.share(f"{name}.too-much", [(each.intern, each.is_above) for each in seen])
    tally.share(
        f"{name}.solid", [(each.intern, each.state == "solide") for each in items]
    )


def said(what: str, interns: int) -> None:
    """Say what is being measured to who waits."""
    print(f"{what} : {interns} internes…", file=sys.stderr, flush=True)  # noqa: T201
