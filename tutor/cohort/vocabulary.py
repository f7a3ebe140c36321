"""The course as numbers: what the tables say instead of its names.

What a bundle names and the course does not has no number of its own.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tutor.cohort.tables import Tables
from tutor.domain.course import Course, SelfRating, Unit
from tutor.domain.evidence import FORMAT_WEIGHTS
from tutor.domain.folding import fold
from tutor.domain.question import Choice, Question, ShortAnswer, key_hash

STATES = ("new", "started", "done")
"""How far a lesson is; its number is its place here."""
MOST_OPTIONS = 62
"""Options that one whole number can hold, a bit each."""


_ITEM_SETS = """
    CREATE OR REPLACE TABLE questions AS SELECT *, hash(items) AS item_set FROM questions
"""


class Placed(NamedTuple):
    """A question, and the file it stands in."""

    question: Question
    unit: Unit


class Contents:
    """A course, and the numbers of what it names."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.placed = tuple(
            Placed(question, unit)
            for unit in course.units
            for question in unit.questions
        )
        """Every scored question, by its number."""
        self.beliefs = tuple(course.misconceptions)
        """The codes of misconceptions, by their number."""
        self.items = tuple(item.code for item in course.framework.items)
        """The codes of items, by their number; competencies are numbered after them."""
        self.lessons = {unit.id: number for number, unit in enumerate(course.lessons)}
        """The numbers of lessons."""
        self.scales = tuple(
            block
            for unit in course.units
            if unit.kind == "survey"
            for block in unit.blocks
            if isinstance(block, SelfRating)
        )
        """The scales of the survey, by their number."""

    @cached_property
    def wordings(self) -> dict[int, dict[str, int]]:
        """For short answers, the misconceptions that wrong wordings embody, folded."""
        found = {
            number: _wordings(placed.question, self._belief)
            for number, placed in enumerate(self.placed)
            if isinstance(placed.question, ShortAnswer)
        }
        return {number: wordings for number, wordings in found.items() if wordings}

    @cached_property
    def distractors(self) -> tuple[tuple[int, int, int], ...]:
        """Each question, the position of a wrong option, what misconception it is."""
        return tuple(
            (number, position, belief)
            for number in range(len(self.placed))
            if (question := self.options(number)) is not None
            for position, option in enumerate(question.options)
            if not option.right
            and (belief := self._belief.get(option.misconception or "")) is not None
        )

    @cached_property
    def probes(self) -> tuple[tuple[int, int], ...]:
        """Each question and each misconception its wrong answers embody."""
        ticked = {(number, belief) for number, _, belief in self.distractors}
        worded = {
            (number, belief)
            for number, wordings in self.wordings.items()
            for belief in wordings.values()
        }
        return tuple(sorted(ticked | worded))

    def options(self, number: int) -> Choice | None:
        """Return a question if it has options that one number can hold, or None."""
        question = self.placed[number].question
        if isinstance(question, Choice) and len(question.options) <= MOST_OPTIONS:
            return question
        return None

    def fill(self, tables: Tables) -> None:
        """Make the tables of the names of the course.

        Args:
            tables: where bundles will go.
        """
        tables.fill(
            "questions",
            {
                "name": "VARCHAR",
                "number": "INTEGER",
                "hash": "VARCHAR",
                "options": "INTEGER",
                "worded": "BOOLEAN",
                "items": "VARCHAR[]",
            },
            self._questions(),
        )
        tables.run(_ITEM_SETS)
        named = {"name": "VARCHAR", "number": "INTEGER"}
        scales = [(scale.id, number) for number, scale in enumerate(self.scales)]
        states = [(name, number) for number, name in enumerate(STATES)]
        tables.fill("scales", named, scales)
        tables.fill("states", named, states)
        tables.fill("codes", named, self._feeds())
        tables.fill("places", named, self._places())
        tables.fill("lesson_names", named, list(self.lessons.items()))
        weights = {"name": "VARCHAR", "weight": "FLOAT"}
        tables.fill("formats", weights, list(FORMAT_WEIGHTS.items()))

    def _feeds(self) -> list[tuple[str, int]]:
        """Return each code that answers carry, and the items it tells of."""
        items = self.course.framework.items
        return [
            (code, n) for n, item in enumerate(items) for code in sorted(item.feeds)
        ]

    def _places(self) -> list[tuple[str, int]]:
        """Return what positions are handed in under: of items, then of competencies."""
        framework = self.course.framework
        items = (item.key for item in framework.items)
        whole = (competence.key for competence in framework.competence)
        return [(key, number) for number, key in enumerate((*items, *whole))]

    def _questions(self) -> Iterator[tuple[object, ...]]:
        """Yield what an answer is looked up by; of two with one id, the last."""
        numbers = {placed.question.id: n for n, placed in enumerate(self.placed)}
        for name, number in numbers.items():
            question, choice = self.placed[number].question, self.options(number)
            options = len(choice.options) if choice is not None else 0
            worded = number in self.wordings
            items = list(question.items)
            yield name, number, key_hash(question), options, worded, items

    @cached_property
    def _belief(self) -> dict[str, int]:
        """The numbers of misconceptions."""
        return {code: number for number, code in enumerate(self.beliefs)}


def _wordings(question: ShortAnswer, beliefs: dict[str, int]) -> dict[str, int]:
    """Return what misconception each folded wrong wording embodies.

    The first of two alike counts, and an accepted one before any.
    """
    known: dict[str, int | None] = {fold(text): None for text in question.accepted}
    for each in question.known:
        known.setdefault(fold(each.text), beliefs.get(each.misconception or ""))
    return {text: belief for text, belief in known.items() if belief is not None}
