"""Show the names a person wrote in their directory where the course speaks of them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tutor.domain.course import Course, Directory, LocalField
from tutor.domain.folding import fold
from tutor.domain.prose import plain, texts_of
from tutor.locale import say
from tutor.services.stops import Stop

LONGEST = 200
"""Characters of one local name."""


def directories(course: Course) -> Iterator[Directory]:
    """Yield the directories of a course, in order."""
    for unit in course.units:
        for part in unit.blocks:
            if isinstance(part, Directory):
                yield part


def cleaned(text: str) -> str:
    """Return a local name on one line, without control characters, not too long.

    Args:
        text: what was typed.
    """
    printable = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(printable.split())[:LONGEST]


def local_lines(
    stop: Stop, before: Iterable[Stop], course: Course, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the local names that the text of a stop calls for, once a run.

    Args:
        stop: where the run stands.
        before: the stops that came earlier in the run.
        course: the course, for its directories.
        names: what the person wrote, by key of the field.
    """
    if not names or isinstance(stop.task, Directory):
        return ()
    fields = [field for each in directories(course) for field in each.fields]
    wanted = [field for field in fields if field.key in names and field.words]
    here, earlier = _said(stop), " ".join(map(_said, before))
    return tuple(
        say("play.local", label=plain(field.label), text=names[field.key])
        for field in wanted
        if _speaks_of(here, field) and not _speaks_of(earlier, field)
    )


def _said(stop: Stop) -> str:
    """Return the words of a stop: its text and what it asks, folded."""
    prose = [part.blocks for part in stop.reading]
    prose += [stop.task.stem] if stop.task is not None else []
    return fold(" ".join(piece for blocks in prose for piece in texts_of(blocks)))


def _speaks_of(said: str, field: LocalField) -> bool:
    """Return whether folded words hold one of those of a field, as whole words."""
    forms = "|".join(re.escape(fold(word)) for word in field.words)
    return re.search(rf"\b(?:{forms})s?\b", said) is not None
