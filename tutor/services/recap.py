"""A recap of a lesson, to keep: its callouts, its questions, one's own notes."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tutor.domain.answer import AnswerGiven, Record, RunKind, RunStarted
from tutor.domain.course import Callout, Passage
from tutor.domain.errors import WrongUseError
from tutor.domain.folding import fold
from tutor.domain.prose import (
    Heading,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Span,
    plain,
)
from tutor.locale import count, numeric_date, say
from tutor.services.beginnings import kind_of, name_of, stops_of, title_of
from tutor.services.changes import latest_answers
from tutor.services.desk import Desk
from tutor.services.draws import drawer_of
from tutor.services.lesson_parts import IN_THE_FIELD
from tutor.services.markdown_text import blocks_of
from tutor.services.recap_questions import (
    hidden_question,
    known_question,
    listed,
    merged,
    said,
)
from tutor.services.run import Run
from tutor.services.stops import Stop
from tutor.services.terms import terms_in
from tutor.services.way import Leg, way
from tutor.services.whole_file import write_first, writing

RECAPPED: frozenset[RunKind] = frozenset({"lesson", "dossier", "quiz"})
"""Runs over something that has a recap."""
CALLOUTS = frozenset({"regle", "usage", "debat"})
"""Callouts that a recap repeats."""


class Source(NamedTuple):
    """What a recap is made of."""

    title: str
    legs: tuple[Leg, ...]
    given: dict[str, AnswerGiven]
    """The last answer to each question."""
    reached: frozenset[str]
    """The stops that the person has come to."""


class Written(NamedTuple):
    """A recap in its file."""

    path: Path
    word: str
    """How it came there: `written`, `beside` an earlier one, or the `same` as before."""


def can_recap(run: Run) -> bool:
    """Return whether a run is over something that has a recap."""
    return run.started.kind in RECAPPED


def recap_of(desk: Desk, target: str) -> Prose:
    """Return the recap of a lesson, bank or dossier.

    The key of a question is in it once the person has answered; of a dossier, only the
    steps they have opened.

    Args:
        desk: the person's desk.
        target: an id or a path.

    Raises:
        WrongUseError: nothing has that id, or it is a question alone.
        TutorError: the course or the store cannot be read.
    """
    source = _source(desk, target)
    asked = [leg.stop for leg in source.legs if leg.comes_up and leg.stop.question]
    answered = sum(stop.key in source.given for stop in asked)
    today = numeric_date(desk.clock.local_day(desk.clock.now()))
    day = count(
        "reading.recap.day", answered, date=today, answered=answered, asked=len(asked)
    )
    closed = _closed(source)
    hidden = count("reading.recap.closed", closed) if closed else ""
    return (
        Heading(level=1, text=(Span(text=source.title),)),
        said(day),
        *merged(_body(source, desk)),
        *([said(hidden)] if hidden else []),
        *_terms(source, desk),
    )


def markdown_of(recap: Prose) -> str:
    """Return a recap as a file of Markdown."""
    return "\n\n".join(blocks_of(recap)) + "\n"


def keep_recap(desk: Desk, target: str) -> Written:
    """Write a recap among the person's own; no file is ever written over.

    Args:
        desk: the person's desk.
        target: an id or a path.

    Raises:
        WrongUseError: nothing with a recap has that id.
        TutorError: the course, the store or the disk refuses.
    """
    name = _file_name(desk, target)
    written, folder = markdown_of(recap_of(desk, target)), desk.place.root / "recaps"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for number in itertools.count(1):
        path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        if not path.exists():
            write_first(path, written)
            return Written(path, "written" if number == 1 else "beside")
        if _holds(path, written):
            return Written(path, "same")
    raise AssertionError("numbers do not end")


def _file_name(desk: Desk, target: str) -> str:
    """Return the name of the file of a recap, which is an id of the course."""
    found = desk.library.find(target)
    return found.dossier.id if found.dossier else found.unit.id


def _holds(path: Path, text: str) -> bool:
    """Return whether a file holds exactly a text."""
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _source(desk: Desk, target: str) -> Source:
    """Return what the recap of a target is made of.

    Raises:
        WrongUseError: it has none.
    """
    found = desk.library.find(target)
    kind, record = kind_of(found), desk.record
    if kind not in RECAPPED:
        raise WrongUseError("errors.no-recap", target=target)
    runs = _runs(record, kind, name_of(found))
    seed = runs[-1].seed if runs else 0
    stops = stops_of(found, drawer_of(desk.course, seed))
    keys = {stop.key for stop in stops}
    latest = latest_answers(record.answers)
    given = {key: answer for key, answer in latest.items() if key in keys}
    passed = (key for run in runs for key in run.passed)
    reached = frozenset({*given, *passed})
    return Source(title_of(found), tuple(way(stops, given)), given, reached)


def _runs(record: Record, kind: RunKind, name: str) -> list[RunStarted]:
    """Return the runs over a target, the latest last."""
    mine = [r for r in record.runs if r.kind == kind and name in {r.target, r.path}]
    return sorted(mine, key=lambda run: run.touched)


def _is_open(stop: Stop, source: Source) -> bool:
    """Return whether a stop may be shown: in a dossier, only where one has been."""
    return stop.dossier is None or stop.key in source.reached


def _closed(source: Source) -> int:
    """Return how many steps of dossiers have not been opened."""
    stops = [leg.stop for leg in source.legs if leg.comes_up and leg.stop.dossier]
    opened = {_step(stop) for stop in stops if stop.key in source.reached}
    return len({_step(stop) for stop in stops} - opened)


def _step(stop: Stop) -> tuple[str, int | None]:
    """Return what names the step of a stop."""
    return (stop.dossier.id if stop.dossier else "", stop.step)


def _body(source: Source, desk: Desk) -> Iterator[ProseBlock]:
    """Yield headings, callouts, questions and notes, as they come."""
    section = ""
    for leg in source.legs:
        if not _is_open(leg.stop, source):
            continue
        for part in leg.stop.reading:
            if isinstance(part, Callout):
                yield from _callout(part, leg)
            else:
                yield from _passage(part, section)
                section = _last_heading(part, section)
        question = leg.stop.question
        if question is not None and leg.comes_up:
            is_known = leg.stop.key in source.given
            yield known_question(question) if is_known else hidden_question(question)
        yield from _notes(leg.stop, desk)


def _passage(part: Passage, section: str) -> Iterator[ProseBlock]:
    """Yield the headings of running text, and all of what is to be done in the field."""
    for block in part.blocks:
        if isinstance(block, Heading):
            section = fold(plain(block.text))
            if block.level > 1:
                yield block
        elif section == IN_THE_FIELD:
            yield block


def _last_heading(part: Passage, section: str) -> str:
    """Return the section one is in after some running text."""
    headings = [block for block in part.blocks if isinstance(block, Heading)]
    return fold(plain(headings[-1].text)) if headings else section


def _callout(part: Callout, leg: Leg) -> Iterator[ProseBlock]:
    """Yield a callout as it stands, its word first."""
    if part.kind in CALLOUTS and part.holds(leg.present):
        word = Span(text=say(f"play.callout.{part.kind}"), bold=True)
        yield Quotation(blocks=(Paragraph(text=(word,)), *part.blocks))


def _notes(stop: Stop, desk: Desk) -> Iterator[ProseBlock]:
    """Yield what the person wrote at a stop, each note under its day."""
    notes = (note for note in desk.record.notes if note.run is None)
    mine = [note for note in notes if note.subject == stop.key]
    for note in sorted(mine, key=lambda each: each.at):
        day = numeric_date(desk.clock.local_day(note.at))
        yield said(say("reading.recap.note", date=day))
        lines = ("".join(map(_printable, line)) for line in note.shareable.splitlines())
        yield Quotation(blocks=tuple(said(line) for line in lines if line.strip()))


def _printable(sign: str) -> str:
    """Return a sign of a note, or a space where it could drive a terminal."""
    return sign if sign.isprintable() else " "


def _terms(source: Source, desk: Desk) -> Iterator[ProseBlock]:
    """Yield the terms of the glossary met on the way, and what they mean."""
    legs = [leg for leg in source.legs if _is_open(leg.stop, source)]
    found = terms_in(_texts(legs), desk.course.glossary)
    if found:
        yield Heading(level=2, text=(Span(text=say("reading.recap.terms")),))
        named = (say("play.term", name=t.name, meaning=t.meaning) for t in found)
        yield listed((Span(text=text),) for text in named)


def _texts(legs: Iterable[Leg]) -> Iterator[Prose]:
    """Yield what is read on the way, and what is asked."""
    for leg in legs:
        for part in leg.stop.reading:
            if isinstance(part, Passage) or part.holds(leg.present):
                yield part.blocks
        if leg.stop.task is not None:
            yield leg.stop.task.stem
