"""Recognise the terms of the glossary in running text, without any mark-up."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from tutor.domain.course import Course
from tutor.domain.prose import Paragraph, Prose, texts_of
from tutor.domain.question import Choice
from tutor.services.stops import Stop


class Term(NamedTuple):
    """A term met in a text, and what the course says of it."""

    name: str
    meaning: str


def terms_in(prose: Iterable[Prose], glossary: Mapping[str, str]) -> tuple[Term, ...]:
    """Return the terms of the glossary that a text uses, in the order they come.

    A term counts as a whole word written as the glossary writes it: SAS the service
    is not sas the airlock.

    Args:
        prose: the text, in pieces.
        glossary: meanings by term.
    """
    if not glossary:
        return ()
    pattern = _pattern(tuple(glossary))
    found: dict[str, None] = {}
    for blocks in prose:
        for piece in texts_of(blocks):
            found.update(dict.fromkeys(pattern.findall(piece)))
    return tuple(Term(name, glossary[name]) for name in found)


def terms_at(stop: Stop, course: Course) -> tuple[Term, ...]:
    """Return the terms that the text and the question of a stop use.

    Args:
        stop: where a run stands.
        course: the course, for its glossary.
    """
    task = stop.task
    texts = [part.blocks for part in stop.reading]
    texts += [task.stem] if task is not None else []
    if isinstance(task, Choice):
        texts += [(Paragraph(text=option.text),) for option in task.options]
    return terms_in(texts, course.glossary)


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the terms as a whole word, the longest first."""
    ranked = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ranked))})(?![\w-])")
