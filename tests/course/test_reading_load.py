"""Short enough for a tired evening: words between two things to do, announced time."""

import pytest

from tests.course.shipped import course
from tutor.domain.course import (
    Callout,
    Passage,
    Reflection,
    SelfRating,
    Unit,
    is_scored,
)
from tutor.domain.prose import words

WORDS_A_MINUTE = 200
MINUTES_A_QUESTION = 0.75
MOST_WORDS = 120
"""Between two interactions, on average."""
FARTHEST = 0.2
"""Of the announced time."""


def read(unit: Unit) -> int:
    """Return the words of running text of a lesson."""
    texts = [part for part in unit.blocks if isinstance(part, Passage | Callout)]
    return sum(words(part.blocks) for part in texts)


def interactions(unit: Unit) -> int:
    """Return how often a lesson asks for something."""
    cards = (SelfRating, Reflection)
    return sum(is_scored(part) or isinstance(part, cards) for part in unit.blocks)


@pytest.mark.parametrize("unit", course().lessons, ids=lambda unit: unit.id)
def test_no_wall_of_text(unit: Unit) -> None:
    assert read(unit) / interactions(unit) <= MOST_WORDS


@pytest.mark.parametrize("unit", course().lessons, ids=lambda unit: unit.id)
def test_a_lesson_takes_the_time_it_announces(unit: Unit) -> None:
    minutes = read(unit) / WORDS_A_MINUTE + interactions(unit) * MINUTES_A_QUESTION

    assert minutes == pytest.approx(unit.head.duree_min, rel=FARTHEST)
