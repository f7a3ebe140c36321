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

pytestmark = pytest.mark.no_cover

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


def minutes(unit: Unit) -> float:
    """Return how long a lesson takes."""
    return read(unit) / WORDS_A_MINUTE + interactions(unit) * MINUTES_A_QUESTION


def test_no_wall_of_text() -> None:
    walls = {unit.id: read(unit) / interactions(unit) for unit in course().lessons}

    assert walls
    assert {name: n for name, n in walls.items() if n > MOST_WORDS} == {}


def test_a_lesson_takes_the_time_it_announces() -> None:
    taken = {unit.id: minutes(unit) for unit in course().lessons}
    told = {unit.id: unit.head.duree_min for unit in course().lessons}

    assert taken == pytest.approx(told, rel=FARTHEST)
