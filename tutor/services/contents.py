"""The headings of a run, and what is done under each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tutor.domain.course import Passage
from tutor.domain.prose import Heading, plain
from tutor.locale import say
from tutor.services.run import Run
from tutor.services.stops import Stop
from tutor.services.trace_facts import asked_in_a_line
from tutor.services.way import gone_past, way

State = Literal["done", "here", "ahead"]
TITLE = 1
"""The level of the title of a file, which is no place in it."""


class Line(NamedTuple):
    """One heading."""

    title: str
    level: int
    state: State
    answered: int
    asked: int
    key: str = ""
    """The stop it leads to; empty where the run has not come to it."""
    number: int = 0
    """Which heading of that stop it is, from 0."""


class Contents(NamedTuple):
    """The headings of a run."""

    lines: tuple[Line, ...]
    closed: int
    """Steps of dossiers that are not open yet."""


@dataclass
class _Section:
    """A heading, and the stops from it to the next."""

    title: str
    level: int
    first: Stop
    """The stop it leads to."""
    number: int
    stops: list[Stop] = field(default_factory=list)


def contents_of(run: Run) -> Contents:
    """Return the headings of a run, without what a dossier still hides.

    Args:
        run: any run; without headings, each of its questions is a place.
    """
    known = {*run.given, *run.started.passed, run.stop.key}
    legs = [leg.stop for leg in way(run.stops, run.given) if leg.comes_up]
    hidden = [s for s in legs if s.dossier is not None and s.key not in known]
    open_steps = {_step(stop) for stop in legs if stop.key in known}
    closed = {_step(stop) for stop in hidden} - open_steps
    sections = list(_sections(run)) or list(_questions(run, known))
    secret = {stop.key for stop in hidden}
    lines = [
        _line(each, run, known) for each in sections if each.first.key not in secret
    ]
    return Contents(tuple(lines), len(closed))


def _step(stop: Stop) -> tuple[str, int | None]:
    """Return what names a step."""
    return (stop.dossier.id if stop.dossier else "", stop.step)


def _sections(run: Run) -> Iterator[_Section]:
    """Yield the headings of a run with the stops under each."""
    section: _Section | None = None
    found: list[Heading] = []
    for leg in way(run.stops, run.given):
        found += [h for h in _headings(leg.stop) if h.level > TITLE]
        if not leg.comes_up:
            continue
        for number, heading in enumerate(found):
            if section is not None:
                yield section
            title = plain(heading.text)
            section = _Section(title, heading.level, leg.stop, number)
        found = []
        if section is not None:
            section.stops.append(leg.stop)
    if section is not None:
        yield section


def _questions(run: Run, known: set[str]) -> Iterator[_Section]:
    """Yield the questions of a run as places; of those ahead only the number."""
    stops = {stop.key: stop for stop in run.stops}
    for number, question in enumerate(run.questions, 1):
        title = say("play.fold.question", number=number)
        if question.id in known:
            title = f"{title} · {asked_in_a_line(question.stem)}"
        stop = stops[question.id]
        yield _Section(title, TITLE + 1, stop, 0, [stop])


def _headings(stop: Stop) -> Iterator[Heading]:
    """Yield the headings of the text that leads to a stop."""
    for part in stop.reading:
        if isinstance(part, Passage):
            yield from (b for b in part.blocks if isinstance(b, Heading))


def _line(section: _Section, run: Run, known: set[str]) -> Line:
    """Return the line of a section."""
    asked = [stop for stop in section.stops if stop.question is not None]
    answered = sum(stop.key in run.given for stop in asked)
    past = {*run.given, *gone_past(run.started.passed)}
    state: State = "done"
    if section.first.key not in known:
        state = "ahead"
    elif any(stop.key not in past for stop in section.stops):
        state = "here"
    return Line(
        section.title,
        section.level,
        state,
        answered,
        len(asked),
        section.first.key if section.first.key in known else "",
        section.number,
    )
