"""Everything the bench measures, and the promises it leaves to other programs."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from bench import (
    checking,
    cohort,
    commands,
    first_paint,
    key_to_frame,
    lesson,
    previewing,
    saving,
    searching,
)
from bench.figures import Stand

STANDS: tuple[Stand, ...] = (
    commands.STAND,
    first_paint.STAND,
    key_to_frame.STAND,
    lesson.STAND,
    saving.STAND,
    searching.STAND,
    previewing.STAND,
    checking.STAND,
    cohort.STAND,
    cohort.STAND_OF_NATION,
)


class Elsewhere(NamedTuple):
    """A budget of the issues that this program does not measure."""

    what: str
    issue: str
    why: str


ELSEWHERE = (
    Elsewhere(
        "make test ends within five minutes on two cores",
        "2",
        "a bench beside it would slow both down: time make test",
    ),
    Elsewhere(
        "the first question within a minute of make run",
        "2",
        "it is the reader's minute; home-paint and lesson-open are the tutor's part",
    ),
)


def names(stands: Sequence[Stand] = STANDS) -> list[str]:
    """Return the names of all figures, in the order of the table.

    Raises:
        ValueError: two figures have the same name.
    """
    found = [figure.name for stand in stands for figure in stand.figures]
    twice = [name for name, times in Counter(found).items() if times > 1]
    if twice:
        raise ValueError(f"two figures are called {', '.join(twice)}")
    return found


def chosen(
    only: Collection[str], *, nation: bool, stands: Sequence[Stand] = STANDS
) -> list[Stand]:
    """Return the stands to measure, each with the figures that are wanted.

    Args:
        only: names of figures; none means all.
        nation: whether what takes many minutes is measured even where it is not named.
        stands: what there is to choose from.
    """
    kept = []
    for stand in stands:
        wanted = tuple(each for each in stand.figures if each.name in only)
        if wanted or not only:
            told = stand.left_out if not wanted and not nation else ""
            kept.append(replace(stand, figures=wanted or stand.figures, left_out=told))
    return kept
