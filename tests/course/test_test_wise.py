"""A reader who knows tests and not the subject does no better than chance.

Six strategies tick one option a question, in source order; their mean credit over all
QRU and QRM is compared with that of one option ticked at random (rules, 33).
"""

import re
from collections.abc import Callable, Sequence
from statistics import fmean

import pytest

from tests.course.shipped import questions
from tutor.assessment.grading import grade
from tutor.domain.prose import plain
from tutor.domain.question import Choice
from tutor.domain.response import Picked

pytestmark = pytest.mark.no_cover

FARTHEST = 0.05
"""Five points of credit."""
ABSOLUTE = re.compile(
    r"\b(?:toujours|jamais|tou(?:s|t|te|tes)|aucune?|seule?s?|seulement|uniquement|"
    r"forcément|systématique(?:ment)?|exclusivement|obligatoire(?:ment)?|impossible|"
    r"doi(?:t|vent)|chaque|nécessairement)\b",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"\b(?:ne|pas|jamais|aucune?|sans|ni|non|rien|personne)\b|\bn['’]", re.IGNORECASE
)
Strategy = Callable[[Sequence[str]], int]


def asked() -> list[Choice]:
    """Return every QRU and QRM of the course."""
    kinds = {"qru", "qrm"}
    return [q for q in questions() if isinstance(q, Choice) and q.kind in kinds]


def ticked(question: Choice, position: int) -> float:
    """Return the credit of one option ticked alone."""
    return grade(question, Picked(options=frozenset({position}))).credit


def chance() -> float:
    """Return the mean credit of one option ticked at random."""
    return fmean(
        fmean(ticked(question, i) for i in range(len(question.options)))
        for question in asked()
    )


def longest(texts: Sequence[str]) -> int:
    """Return the first of the longest options."""
    return max(range(len(texts)), key=lambda i: len(texts[i]))


def shortest(texts: Sequence[str]) -> int:
    """Return the first of the shortest options."""
    return min(range(len(texts)), key=lambda i: len(texts[i]))


def first(texts: Sequence[str]) -> int:
    """Return the first option."""
    return 0 * len(texts)


def last(texts: Sequence[str]) -> int:
    """Return the last option."""
    return len(texts) - 1


def avoiding(pattern: re.Pattern[str]) -> Callable[[Choice], float]:
    """Return the mean credit of the options that hold no such word."""

    def credit(question: Choice) -> float:
        texts = [plain(option.text) for option in question.options]
        left = [i for i, text in enumerate(texts) if not pattern.search(text)]
        return fmean(ticked(question, i) for i in left or range(len(texts)))

    return credit


def by(strategy: Strategy) -> Callable[[Choice], float]:
    """Return the credit of the option a strategy ticks."""

    def credit(question: Choice) -> float:
        texts = [plain(option.text) for option in question.options]
        return ticked(question, strategy(texts))

    return credit


STRATEGIES: dict[str, Callable[[Choice], float]] = {
    "longest": by(longest),
    "shortest": by(shortest),
    "first": by(first),
    "last": by(last),
    "avoid absolute words": avoiding(ABSOLUTE),
    "avoid a negative": avoiding(NEGATIVE),
}


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_test_wise_strategy_does_no_better_than_chance(name: str) -> None:
    gained = fmean(map(STRATEGIES[name], asked())) - chance()

    assert abs(gained) <= FARTHEST


def test_a_strategy_is_caught_where_the_keys_give_themselves_away() -> None:
    """The measure itself: on questions whose key is the longest, it shows."""
    question = asked()[0]
    right = next(i for i, option in enumerate(question.options) if option.right)

    assert ticked(question, right) > chance()
    assert longest(["un", "trois", "deux"]) == 1
    assert shortest(["un", "trois", "ou"]) == 0
    assert first(["un", "deux"]) == 0
    assert last(["un", "deux"]) == 1
    assert ABSOLUTE.search("Il faut toujours appeler")
    assert NEGATIVE.search("Appeler sans attendre")
