"""What a search can find in a course: one piece a heading, question, term or date."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, assert_never

from tutor.domain.course import Callout, Course, Dossier, Passage, Unit
from tutor.domain.prose import Text, plain, texts_of
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
    key_hash,
)
from tutor.locale import numeric_date
from tutor.services.sections import sections_of

Kind = Literal[
    "asked", "lesson", "bank", "dossier", "question", "term", "belief", "event"
]
UNDER = " ▸ "
"""What stands between a file and its section."""


class Piece(NamedTuple):
    """Something a person can find and open."""

    kind: Kind
    title: str
    """The heading it stands under; empty for a question."""
    text: str
    """What of it may be shown to anyone."""
    where: str
    """The file, then the section."""
    target: str
    """The id to open, or the code of what is only read."""
    stop: str = ""
    """The stop of a run that brings it."""
    section: int = 0
    """The place of its section in its file, from 0."""
    lock: str = ""
    """For a question, what an answer to it as it stands looks like (`lock_of`)."""
    kept: str = ""
    """What finds it only once it has been answered."""
    closed: bool = False
    """Whether its text too finds it only then: it follows from other answers."""


def lock_of(question: str, key: str) -> str:
    """Return what an answer to a question looks like, whatever was answered.

    Args:
        question: the id of the question.
        key: the hash of its key.
    """
    return f"{question}:{key}"


def pieces_of(course: Course) -> Iterator[Piece]:
    """Yield everything a search can find, in the order of the course.

    Args:
        course: the whole course; its facts and its survey are not for reading.
    """
    for asked in course.asked:
        yield Piece("asked", asked.question, asked.answer, "", asked.id)
    for unit in (*course.lessons, *course.banks):
        yield from _of_unit(unit)
    for term, meaning in course.glossary.items():
        yield Piece("term", term, meaning, "", term)
    for code, belief in course.misconceptions.items():
        yield Piece("belief", belief.title, belief.correction, "", code)
    for event in course.timeline:
        yield Piece("event", numeric_date(event.day), event.change, "", event.fact)


def _of_unit(unit: Unit) -> Iterator[Piece]:
    """Yield the sections of a file, each with its questions, then its dossiers."""
    kind: Kind = "lesson" if unit.kind == "lesson" else "bank"
    for number, section in enumerate(sections_of(unit)):
        file = unit.title if number else ""
        read = _read(section.parts)
        piece = Piece(kind, section.title, read, file, unit.id, section.stop, number)
        yield piece
        where = UNDER.join(filter(None, [file, section.title]))
        for question in section.questions:
            yield _of_question(question, where)
    for dossier in unit.dossiers:
        yield from _of_dossier(dossier, unit)


def _of_question(question: Question, where: str) -> Piece:
    """Return the piece of a question: only its stem is for anyone."""
    return Piece(
        kind="question",
        title="",
        text=" ".join(texts_of(question.stem)),
        where=where,
        target=question.id,
        stop=question.id,
        lock=lock_of(question.id, key_hash(question)),
        kept=" ".join(_inside(question)),
        closed=question.depends,
    )


def _of_dossier(dossier: Dossier, unit: Unit) -> Iterator[Piece]:
    """Yield a dossier, then its questions, each hidden until it has been answered."""
    title = plain(dossier.title)
    opening: list[Passage | Callout] = []
    for part in dossier.opening:
        if not isinstance(part, Passage | Callout):
            break
        opening.append(part)
    yield Piece("dossier", title, _read(opening), unit.title, dossier.id)
    for question in dossier.questions:
        piece = _of_question(question, f"{unit.title}{UNDER}{title}")
        yield piece._replace(closed=True)


def _read(parts: Iterable[Passage | Callout]) -> str:
    """Return what is read, in one line."""
    return " ".join(text for part in parts for text in texts_of(part.blocks))


def _inside(question: Question) -> Iterator[str]:
    """Yield what a question says besides its stem."""
    for text in _texts(question):
        yield text if isinstance(text, str) else plain(text)
    yield plain(question.explanation)


def _texts(question: Question) -> Sequence[Text | str]:
    """Return the texts of options, answers, rows, pairs, places or atoms."""
    match question:
        case Choice():
            return [text for o in question.options for text in (o.text, o.feedback)]
        case ShortAnswer():
            return [text for k in question.known for text in (k.text, k.feedback)]
        case Concordance():
            rows = [text for r in question.rows for text in (r.hypothesis, r.news)]
            return [*rows, *(reason.text for reason in question.reasons)]
        case Matching():
            return [text for p in question.pairs for text in (p.left, p.right)]
        case Ordering():
            return question.items_in_order
        case Relay():
            return [text for a in question.atoms for text in (a.text, a.feedback)]
        case _:
            assert_never(question)
