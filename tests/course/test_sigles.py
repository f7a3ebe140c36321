"""A sigle is explained the first time a lesson uses it, for a reader who skips ahead."""

import re
from collections.abc import Iterator

import pytest

from tests.course.shipped import course
from tutor.domain.course import Callout, Directory, Draw, Passage, Unit
from tutor.domain.prose import Heading, Paragraph, Prose, texts_of
from tutor.domain.question import Choice, Matching
from tutor.pipeline.lexicon import KNOWN_TO_ALL

pytestmark = pytest.mark.no_cover

SIGLE = re.compile(r"(?<![\w.-])[A-ZÉ]{2,7}(?![\w-])")
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


def texts(unit: Unit) -> Iterator[str]:
    """Yield what a learner reads of a lesson, in order.

    Titles, sources and wrong options are left out: a distractor may be jargon on
    purpose.
    """
    for part in unit.blocks:
        if isinstance(part, Passage | Callout):
            yield from texts_of(
                tuple(b for b in part.blocks if not isinstance(b, Heading))
            )
        elif not isinstance(part, Draw | Directory):
            yield from texts_of(part.stem)
        if isinstance(part, Matching):
            for pair in part.pairs:
                yield from texts_of(
                    (Paragraph(text=pair.left), Paragraph(text=pair.right))
                )
        if isinstance(part, Choice):
            for option in (each for each in part.options if each.right):
                both: Prose = (
                    Paragraph(text=option.text),
                    Paragraph(text=option.feedback),
                )
                yield from texts_of(both)


def unexplained(unit: Unit) -> list[str]:
    """Return the sigles of a lesson whose first use neither is nor has an explanation."""
    met: dict[str, bool] = {}
    for text in texts(unit):
        for found in SIGLE.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            told = before.rstrip().endswith("(") or after.lstrip().startswith("(")
            met.setdefault(found.group(), told)
    skipped = {*KNOWN_TO_ALL}
    return [
        s for s, told in met.items() if not (told or s in skipped or ROMAN.fullmatch(s))
    ]


def test_each_sigle_is_explained_where_a_lesson_first_uses_it() -> None:
    found = {unit.id: unexplained(unit) for unit in course().lessons}

    assert found
    assert {name: sigles for name, sigles in found.items() if sigles} == {}
