"""What a person's own facts say of one item: notes, answers, positions."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tutor.domain.answer import AnswerGiven, Record
from tutor.domain.clock import Clock
from tutor.domain.course import Course, Dossier, Reflection, SelfRating
from tutor.domain.errors import WrongUseError
from tutor.domain.folding import fold
from tutor.domain.framework import Framework, Item
from tutor.domain.prose import Paragraph, Prose, plain
from tutor.domain.question import Asked
from tutor.locale import credit_text, say
from tutor.services.identity_guard import may_leave

WRITTEN = "trace"
"""How the kind of a trace that the intern writes begins, folded."""
LONGEST = 120
"""Characters of what was asked, on one line."""
LEAST_BEGINNING = 30
"""Characters below which the beginning of a stem tells nothing."""
_SENTENCE = re.compile(r"(?<=[.!?…»])(?<!\bM\.)(?<!\bDr\.)\s+(?=[A-ZÀ-Ý«])")
_CUT = "…"


class Place(NamedTuple):
    """Where something is asked in the course, and what."""

    title: str
    """Of the lesson, bank or dossier."""
    asked: str
    """On one line."""
    items: tuple[str, ...]


class OwnNote(NamedTuple):
    """What the person wrote about an item."""

    day: date
    place: Place
    text: str


class OwnAnswer(NamedTuple):
    """An answer about an item."""

    day: date
    title: str
    asked: str
    word: str
    """What it earned, in words."""


def item_named(framework: Framework, code: str) -> Item:
    """Return an item by its code, in capitals or not.

    Args:
        framework: the items.
        code: as a person types it.

    Raises:
        WrongUseError: the framework has no such item.
    """
    wanted = code.strip().upper()
    for item in framework.items:
        if item.code == wanted:
            return item
    raise WrongUseError("errors.unknown-item", item=code)


def items_by_need(framework: Framework) -> tuple[list[Item], list[Item]]:
    """Return the items whose trace is written by the intern, then the others."""
    written = [each for each in framework.items if is_written(each)]
    return written, [each for each in framework.items if not is_written(each)]


def is_written(item: Item) -> bool:
    """Return whether the framework expects a written trace of an item."""
    return fold(item.trace).startswith(WRITTEN)


def places_of(course: Course) -> dict[str, Place]:
    """Return where each card and each question of a course is, by its id."""
    places: dict[str, Place] = {}
    for unit in course.units:
        for part in unit.parts:
            inside = part.parts if isinstance(part, Dossier) else (part,)
            title = plain(part.title) if isinstance(part, Dossier) else unit.title
            for each in inside:
                if isinstance(each, Asked | Reflection | SelfRating):
                    asked = asked_in_a_line(each.stem)
                    places.setdefault(each.id, Place(title, asked, each.items))
    return places


def notes_on(
    codes: frozenset[str], record: Record, places: dict[str, Place], clock: Clock
) -> list[OwnNote]:
    """Return what the person wrote at blocks that name an item, the earliest first.

    What could identify somebody is masked: a draft is made to be shown.

    Args:
        codes: what tells of the item, as blocks of the course name it.
        record: what the store knows of the course.
        places: where each block is.
        clock: says on which local day each note was written.
    """
    return [
        OwnNote(clock.local_day(note.at), places[note.subject], may_leave(note))
        for note in sorted(record.notes, key=lambda each: each.at)
        if note.subject in places and not codes.isdisjoint(places[note.subject].items)
    ]


def answers_on(
    codes: frozenset[str], record: Record, places: dict[str, Place], clock: Clock
) -> list[OwnAnswer]:
    """Return the answers that count for an item, the earliest first.

    They are those of the estimate: the last of each question on each local day.

    Args:
        codes: what tells of the item, as questions of the course name it.
        record: what the store knows of the course.
        places: where each question is.
        clock: says on which local day each answer was given.
    """
    latest: dict[tuple[str, date], AnswerGiven] = {}
    for answer in sorted(record.answers, key=lambda each: each.at):
        if not codes.isdisjoint(answer.items):
            latest[answer.question, clock.local_day(answer.at)] = answer
    gone = Place(say("trace.gone"), "", ())
    found = []
    for (question, day), answer in latest.items():
        place = places.get(question, gone._replace(asked=question))
        found.append(OwnAnswer(day, place.title, place.asked, credit_words(answer)))
    return sorted(found, key=lambda each: each.day)


def credit_words(answer: AnswerGiven) -> str:
    """Return what an answer earned, in words."""
    if answer.self_marked:
        return say("play.verdict.short.self")
    if answer.kind == "tcs":
        return say("trace.tcs", credit=credit_text(answer.credit))
    if answer.credit >= 1:
        return say("play.verdict.short.right")
    return say(f"play.verdict.short.{'partial' if answer.credit else 'wrong'}")


def asked_in_a_line(stem: Prose) -> str:
    """Return what a stem asks: how it begins, then its last question.

    Args:
        stem: a story, then what is asked.
    """
    texts = [" ".join(text.split()) for text in _paragraphs(stem)]
    sentences = [each for text in texts for each in _SENTENCE.split(text) if each]
    if not sentences:
        return ""
    questions = [number for number, each in enumerate(sentences) if "?" in each]
    last = questions[-1] if questions else len(sentences) - 1
    asked = _shortened(sentences[last], LONGEST)
    room = LONGEST - len(asked) - len(_CUT) - 1
    if last == 0 or room < LEAST_BEGINNING:
        return asked
    begun = _shortened(sentences[0], room)
    skips = last > 1 and not begun.endswith(_CUT)
    return f"{begun} {_CUT} {asked}" if skips else f"{begun} {asked}"


def _shortened(text: str, most: int) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(" ,;:") + _CUT


def _paragraphs(stem: Prose) -> Iterator[str]:
    """Yield the paragraphs of a stem."""
    for block in stem:
        if isinstance(block, Paragraph):
            yield plain(block.text)
