"""A draft of a portfolio trace: a person's own facts on one item, and room to write."""

import itertools
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tutor.domain.evidence import Evidence
from tutor.domain.framework import Item
from tutor.domain.prose import (
    Heading,
    Listing,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Span,
    Text,
)
from tutor.locale import count, numeric_date, say
from tutor.services.desk import Desk
from tutor.services.estimates import found_text
from tutor.services.gap import gap_of
from tutor.services.markdown_text import blocks_of
from tutor.services.positions import Stand, stands_of, value_text
from tutor.services.served import is_served
from tutor.services.trace_facts import (
    OwnAnswer,
    OwnNote,
    answers_on,
    item_named,
    notes_on,
    places_of,
)
from tutor.services.whole_file import write_first, writing
from tutor.store.place import Place

TO_WRITE = ("situation", "done", "kept", "next", "discuss")
"""The sections left to the person."""
MOST_ANSWERS = 20
EXPORTS = "exports"
"""The folder, among the person's own, of what they take away from a server."""


def draft_of(desk: Desk, code: str) -> Prose:
    """Return a draft for an item, from what the person wrote and answered.

    Args:
        desk: the person's desk.
        code: the item.

    Raises:
        WrongUseError: the framework has no such item.
        TutorError: the course or the store cannot be read.
    """
    item = item_named(desk.course.framework, code)
    record, clock = desk.record, desk.clock
    places, framework = places_of(desk.course), desk.course.framework
    stands = stands_of(framework.placed(record.positionings), clock).get(item.code, ())
    today = numeric_date(clock.local_day(clock.now()))
    return (
        _head(1, say("trace.title", code=item.code)),
        _said(item.texte),
        _said(say("trace.day", date=today)),
        _listed(_expected(desk, item)),
        _head(2, say("trace.positions")),
        *_positions(stands, desk.standing().items[item.code]),
        _head(2, say("trace.notes")),
        *_notes(notes_on(item.feeds, record, places, clock)),
        _head(2, say("trace.answers")),
        *_answers(answers_on(item.feeds, record, places, clock)),
        *(_head(2, say(f"trace.write.{name}")) for name in TO_WRITE),
        _head(2, say("trace.before")),
        _said(say("trace.privacy")),
        _said(say("trace.draft")),
    )


def markdown_of(draft: Prose) -> str:
    """Return a draft as a file of Markdown."""
    return "\n\n".join(blocks_of(draft)) + "\n"


def write_beside(folder: Path, code: str, draft: Prose) -> Path:
    """Write a draft in a folder, under the first name that is free.

    Args:
        folder: where to write.
        code: the item.
        draft: what `draft_of` returned.

    Returns:
        The new file.

    Raises:
        TutorError: the disk refuses.
    """
    for number in itertools.count(1):
        name = code if number == 1 else f"{code}-{number}"
        path = folder / say("trace.file", code=name)
        if not path.exists():
            write_first(path, markdown_of(draft))
            return path
    raise AssertionError("numbers do not end")


def folder_of(place: Place, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where a draft asked for on the screen is written.

    Args:
        place: the person's folder.
        environment: `TUTOR_SERVED` says that the tutor runs on a server, where the
            present folder is nobody's.

    Raises:
        TutorError: that folder cannot be made.
    """
    if not is_served(environment):
        return Path()
    folder = place.root / EXPORTS
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _expected(desk: Desk, item: Item) -> Iterator[str]:
    """Yield what the framework says of an item."""
    framework = desk.course.framework
    level = {each.code: each.nom for each in framework.niveaux}.get(item.niveau, "")
    competence = framework.competence_of(item.code)
    if competence is not None:
        named = {"code": competence.code, "name": competence.nom}
        yield say("trace.competence", **named)
    yield say("trace.level", level=level or item.niveau)
    if item.phase:
        yield say("des.phase", phase=item.phase)
    yield say("des.trace", trace=item.trace) if item.trace else say("des.trace.none")
    if competence is not None:
        known = desk.course.sources.get(competence.source)
        source = known.titre if known else competence.source
        wording = say(f"des.wording.{competence.formulation}")
        yield say("des.source", wording=wording, source=source)


def _positions(stands: Sequence[Stand], found: Evidence) -> Iterator[ProseBlock]:
    """Yield the positions over time, then the estimate, which waits for the first."""
    if not stands:
        yield _said(say("trace.positions.none"))
        return
    yield _listed(
        say("trace.position", date=numeric_date(day), level=value_text(value))
        for day, value in stands
    )
    estimate = found_text(found)
    if found.estimate is None:
        yield _said(estimate)
        return
    gap = say(f"trace.gap.{gap_of(stands[-1].value, found)}")
    yield _said(say("trace.estimate", estimate=estimate, gap=gap))


def _notes(notes: Sequence[OwnNote]) -> Iterator[ProseBlock]:
    """Yield each note: when and where it was written, then its words, set apart."""
    if not notes:
        yield _said(say("trace.notes.none"))
    for note in notes:
        where = {"date": numeric_date(note.day), "title": note.place.title}
        yield _said(say("trace.note", **where, asked=note.place.asked))
        lines = ("".join(map(_printable, line)) for line in note.text.splitlines())
        yield Quotation(blocks=tuple(_said(line) for line in lines if line.strip()))


def _answers(answers: Sequence[OwnAnswer]) -> Iterator[ProseBlock]:
    """Yield the answers, one a line; of many, the last ones."""
    if not answers:
        yield _said(say("trace.answers.none"))
        return
    shown = answers[-MOST_ANSWERS:]
    yield _listed(
        say(
            "trace.answer",
            date=numeric_date(each.day),
            title=each.title,
            asked=each.asked,
            word=each.word,
        )
        for each in shown
    )
    if left := len(answers) - len(shown):
        yield _said(count("trace.answers.older", left))


def _printable(sign: str) -> str:
    """Return a sign of a note, or a space where it could drive a terminal."""
    return sign if sign.isprintable() else " "


def _text(text: str) -> Text:
    """Return words as a text without looks."""
    return (Span(text=text),)


def _said(text: str) -> Paragraph:
    """Return words as a paragraph."""
    return Paragraph(text=_text(text))


def _head(level: int, text: str) -> Heading:
    """Return a heading."""
    return Heading(level=level, text=_text(text))


def _listed(texts: Iterable[str]) -> Listing:
    """Return lines as a list."""
    return Listing(items=tuple((_said(each),) for each in texts))
