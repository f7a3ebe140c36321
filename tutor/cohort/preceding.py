"""What one has read when a question comes: the case so far, without the answers."""

from collections.abc import Iterable

from tutor.domain.course import Dossier, Part, Passage, Unit, questions_in
from tutor.domain.prose import Heading, ProseBlock, Table, plain, texts_of
from tutor.domain.question import Question

_CHAPTER = 2
"""The heading level at which a new subject begins."""


def story_before(unit: Unit, question: Question) -> str:
    """Return the text that leads to a question, as one line of plain characters.

    In a case told in steps that is the whole story up to there; elsewhere what stands
    between the last question, or the last chapter heading, and this one.

    Args:
        unit: the file the question is in.
        question: one of its questions.
    """
    read: list[Part] = []
    for part in unit.parts:
        if isinstance(part, Dossier):
            if question in part.questions:
                return _line(_until(part.parts, question))
            read = []
        elif part == question:
            return _line(read)
        elif isinstance(part, Passage):
            read = [*([] if _opens_chapter(part) else read), part]
        elif questions_in((part,)):
            read = []
    return ""


def _until(parts: Iterable[Part], question: Question) -> list[Part]:
    """Return the parts of a case that come before a question."""
    read: list[Part] = []
    for part in parts:
        if part == question:
            break
        read.append(part)
    return read


def _opens_chapter(passage: Passage) -> bool:
    """Return whether a passage begins with the heading of a chapter."""
    first = passage.blocks[0] if passage.blocks else None
    return isinstance(first, Heading) and first.level <= _CHAPTER


def _line(parts: Iterable[Part]) -> str:
    """Return the running text of parts, headings left out."""
    texts = (
        _said(block)
        for part in parts
        if isinstance(part, Passage)
        for block in part.blocks
    )
    return " ".join(" ".join(texts).split())


def _said(block: ProseBlock) -> str:
    """Return what a block says in one line; a table row by row."""
    if isinstance(block, Heading):
        return ""
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        return (
            "\N{NO-BREAK SPACE}; ".join(", ".join(map(plain, row)) for row in rows)
            + "."
        )
    return " ".join(texts_of((block,)))
