"""Everything of a course that one can go to at once, by name."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tutor.domain.course import Course
from tutor.domain.folding import fold
from tutor.domain.prose import plain
from tutor.locale import say
from tutor.services.local_names import directories

Kind = Literal["lesson", "dossier", "bank", "survey", "card", "item"]


class Jump(NamedTuple):
    """A place to go to."""

    target: str
    kind: Kind
    name: str
    """What it is and how it is called."""


def jumps_of(course: Course) -> list[Jump]:
    """Return where one can go: lessons, dossiers, banks, one's own words, DES items.

    Args:
        course: the course; of its items, those that banks ask about.
    """
    found = [
        Jump(
            unit.id, "lesson", say("keys.open.lesson", number=number, title=unit.title)
        )
        for number, unit in enumerate(course.lessons, 1)
    ]
    for unit in course.banks:
        for dossier in unit.dossiers:
            title = plain(dossier.title)
            name = say("keys.open.dossier", title=title)
            found.append(Jump(dossier.id, "dossier", name))
    for unit in course.banks:
        if unit.loose_questions:
            name = say("keys.open.bank", title=unit.title)
            found.append(Jump(unit.id, "bank", name))
    return [*found, *_own_words(course), *_items(course)]


def _own_words(course: Course) -> list[Jump]:
    """Return the surveys and the directories."""
    surveys = [
        Jump(unit.id, "survey", say("keys.open.survey", title=unit.title))
        for unit in course.units
        if unit.kind == "survey"
    ]
    name = say("keys.open.card", title=say("home.card"))
    cards = [Jump(card.id, "card", name) for card in directories(course)]
    return [*surveys, *cards]


def _items(course: Course) -> list[Jump]:
    """Return the items that a training can ask about."""
    asked = frozenset(
        code
        for unit in course.banks
        for question in unit.loose_questions
        if question.lesson is None and not question.depends
        for code in question.items
    )
    return [
        Jump(
            item.code,
            "item",
            say("keys.open.item", code=item.code, title=item.texte),
        )
        for item in course.framework.items
        if not item.feeds.isdisjoint(asked)
    ]


def likeness(query: str, names: Iterable[str]) -> float:
    """Return how well names answer to a query: case and accents do not count.

    Args:
        query: words, in any order, each whole or not.
        names: what something is called.

    Returns:
        0 where a word of the query is in none of the names; otherwise more than 0, at
        most 1: 1 where each begins a word.
    """
    words = fold(query).split()
    text = " " + fold(" ".join(names))
    if not words or any(word not in text for word in words):
        return 0.0
    return sum(1.0 if f" {word}" in text else 0.5 for word in words) / len(words)
