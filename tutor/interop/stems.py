"""Give a stem only what a block may hold before its options."""

from collections.abc import Iterator

from tutor.domain.prose import (
    Divider,
    Heading,
    Listing,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Span,
    Table,
    Text,
)
from tutor.interop.html_reading import flat

_LEAST_LEVEL = 4
"""Headings above would open or end the step of a dossier."""


def safe_stem(prose: Prose, *, is_paired: bool = False) -> Prose:
    """Return prose without what a block reads as something else.

    A list without numbers would be taken for options, a quote for feedback, a heading
    for a step; they become paragraphs. So do a table and a list with numbers where the
    block has one of its own.

    Args:
        prose: what was read.
        is_paired: whether the block is an appariement or an ordre.
    """
    return tuple(each for block in prose for each in _safe(block, is_paired=is_paired))


def _safe(block: ProseBlock, *, is_paired: bool) -> Iterator[ProseBlock]:
    """Yield what stands for one block."""
    match block:
        case Listing() if is_paired or not block.ordered:
            yield from _laid_flat(block)
        case Quotation():
            yield from safe_stem(block.blocks, is_paired=is_paired)
        case Heading():
            yield Paragraph(text=_bold(block.text))
        case Table() if is_paired:
            for row in (block.header, *block.rows):
                yield Paragraph(text=_row(row))
        case Divider():
            pass
        case _:
            yield block


def _laid_flat(block: Listing) -> Iterator[Paragraph]:
    """Yield the items of a list as paragraphs."""
    for number, item in enumerate(block.items, block.start):
        if text := flat(item):
            mark = f"({number}) " if block.ordered else "– "
            yield Paragraph(text=(Span(text=mark), *text))


def _bold(text: Text) -> Text:
    """Return a text in bold."""
    return tuple(span.model_copy(update={"bold": not span.code}) for span in text)


def _row(cells: tuple[Text, ...]) -> Text:
    """Return the cells of a row in one line."""
    spans: list[Span] = []
    for cell in filter(None, cells):
        spans.extend([Span(text=" ; "), *cell] if spans else cell)
    return tuple(spans)


def story(prose: Prose) -> Prose:
    """Return prose that stands outside of blocks, its headings low enough.

    Args:
        prose: what was read; lists and quotes stay as they are.
    """
    return tuple(
        block.model_copy(update={"level": max(_LEAST_LEVEL, block.level)})
        if isinstance(block, Heading)
        else block
        for block in prose
    )
