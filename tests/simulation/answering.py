"""How somebody answers a question that they know, or do not, judged by the real grader.

Who knows a question answers it rightly. Who does not guesses: one option of a QRU at
random, each proposition of a QRM judged rightly with a probability of `HALF`, ticks
drawn among all options of a QRP or QRPL, things paired or ordered at random, each atom
of a message put in with a probability of `HALF`, a wrong wording for a QROC. The mean
credit of a guess is the exact mean over every guess there is, each of them graded.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, combinations, permutations
from math import fsum
from random import Random
from typing import NamedTuple

from tests.cohort.samples import Asked, asked_in
from tests.factories import NOON
from tests.services.players import right
from tutor.assessment.grading import grade
from tutor.domain.answer import AnswerGiven
from tutor.domain.course import Course
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Response,
    Typed,
    as_stored,
)

HALF = 0.65
"""Probability of judging one part rightly in a question that one does not know."""

NO_IDEA = "aucune idée"


class Way(NamedTuple):
    """One way to answer a question."""

    stored: list[int] | str
    credit: float
    misconceptions: tuple[str, ...]


class Task:
    """A question as it is answered: rightly by who knows it, by a guess otherwise."""

    def __init__(self, asked: Asked, course: str) -> None:
        self.asked = asked
        self.question = asked.question
        self.id = asked.question.id
        self.knowing = _judged(asked.question, right(asked.question))
        self._row = AnswerGiven(
            id="0" * 32,
            course=course,
            question=self.id,
            key_hash=asked.hash,
            kind=asked.question.kind,
            dossier=asked.dossier,
            step=asked.step,
            items=asked.question.items,
            response=self.knowing.stored,
            credit=self.knowing.credit,
            at=NOON,
            seconds=40.0,
            run="simulation",
        )

    @cached_property
    def guesses(self) -> tuple[Way, ...]:
        """Every way to guess."""
        return tuple(
            _judged(self.question, each) for each, _ in _guesses(self.question)
        )

    @cached_property
    def _weights(self) -> list[float]:
        """The weights of the guesses, summed up one after the other."""
        return list(accumulate(weight for _, weight in _guesses(self.question)))

    @cached_property
    def luck(self) -> float:
        """The exact mean credit of a guess, from 0 to 1."""
        before = [0.0, *self._weights]
        shares = zip(self.guesses, before, self._weights, strict=False)
        earned = fsum(way.credit * (upto - start) for way, start, upto in shares)
        return earned / self._weights[-1]

    @cached_property
    def worst(self) -> Way:
        """The guess that earns least: what is believed wrongly, not guessed."""
        return min(self.guesses, key=lambda way: way.credit)

    def expected(self, knows: float, guesses: float = 1.0) -> float:
        """Return the exact expected credit.

        Args:
            knows: the probability of knowing the question, from 0 to 1.
            guesses: the probability that who does not know it guesses, instead of
                giving the worst answer.
        """
        lost = guesses * self.luck + (1 - guesses) * self.worst.credit
        return knows + (1 - knows) * lost

    def answered(self, knows: float, chance: Random, guesses: float = 1.0) -> Way:
        """Return how the question is answered.

        Args:
            knows: the probability of knowing it.
            chance: decides.
            guesses: as for `expected`.
        """
        if chance.random() < knows:
            return self.knowing
        if chance.random() >= guesses:
            return self.worst
        return chance.choices(self.guesses, cum_weights=self._weights)[0]

    def row(self, way: Way, **fields: object) -> AnswerGiven:
        """Return an answer as the store would hold it.

        Args:
            way: how the question was answered.
            **fields: when, and how sure.
        """
        told = {"response": way.stored, "credit": way.credit, **fields}
        return self._row.model_copy(update=told)


def tasks_of(course: Course) -> tuple[tuple[Task, ...], ...]:
    """Return the scored questions of each file of a course, in the order of the course.

    Args:
        course: the course; the survey is left out.
    """
    files = (asked_in(unit) for unit in course.units if unit.kind != "survey")
    tasks = (tuple(Task(each, course.head.id) for each in file) for file in files)
    return tuple(each for each in tasks if each)


def _judged(question: Question, response: Response) -> Way:
    """Return a response with what the grader says of it."""
    verdict = grade(question, response)
    return Way(as_stored(response), verdict.credit, verdict.misconceptions)


def _guesses(question: Question) -> Iterator[tuple[Response, float]]:
    """Yield every guess with its weight."""
    match question:
        case Choice():
            yield from _ticks(question)
        case ShortAnswer():
            wrong = [known.text for known in question.known if not known.right]
            yield from _evenly(Typed(text=text) for text in wrong or [NO_IDEA])
        case Matching():
            orders = permutations(range(len(question.pairs)))
            yield from _evenly(Paired(choices=order) for order in orders)
        case Ordering():
            orders = permutations(range(len(question.items_in_order)))
            yield from _evenly(Ordered(positions=order) for order in orders)
        case Relay():
            yield from _messages(len(question.atoms))
        case Concordance():
            raise NotImplementedError("the bank has no scored TCS")


def _evenly(responses: Iterable[Response]) -> Iterator[tuple[Response, float]]:
    """Yield responses with one weight."""
    return ((response, 1.0) for response in responses)


def _messages(count: int) -> Iterator[tuple[Response, float]]:
    """Yield every message of some atoms with its weight."""
    for atoms in _subsets(range(count)):
        weight = HALF ** len(atoms) * (1 - HALF) ** (count - len(atoms))
        yield Handed(atoms=atoms), weight


def _ticks(question: Choice) -> Iterator[tuple[Response, float]]:
    """Yield every set of ticks with its weight."""
    options = range(len(question.options))
    if question.kind != "qrm":
        for ticked in combinations(options, question.most_ticks or 1):
            yield Picked(options=frozenset(ticked)), 1.0
        return
    for ticks in _subsets(options):
        missed = len(ticks ^ question.expected)
        if ticks:
            weight = HALF ** (len(options) - missed) * (1 - HALF) ** missed
            yield Picked(options=ticks), weight


def _subsets(things: Iterable[int]) -> Iterator[frozenset[int]]:
    """Yield every subset."""
    found = tuple(things)
    for size in range(len(found) + 1):
        yield from map(frozenset, combinations(found, size))
