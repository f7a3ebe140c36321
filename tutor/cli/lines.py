"""Prose as lines: one thing a line, no drawing characters, for any ear or pipe."""

from tutor.domain.course import Callout, Passage
from tutor.domain.prose import (
    Divider,
    Heading,
    Listing,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Table,
    Text,
    Verbatim,
    plain,
)
from tutor.locale import listed, named, no_break
from tutor.services.wording import callout_word


def line_of(text: Text) -> str:
    """Return a text as one line, its spaces as French wants them."""
    return no_break(plain(text))


def lines_of(blocks: Prose) -> list[str]:
    """Return prose as lines; tables are read row by row with their column names."""
    return [line for block in blocks for line in _lines_of_block(block)]


def lines_of_reading(
    part: Passage | Callout, before: Passage | Callout | None = None
) -> list[str]:
    """Return running text or a callout as lines, the callout's word first.

    Args:
        part: what to read.
        before: what was read just above it, if anything.
    """
    lines = lines_of(part.blocks)
    word = "" if isinstance(part, Passage) else callout_word(part, before)
    return [word, *lines] if word else lines


def _lines_of_block(block: ProseBlock) -> list[str]:
    """Return one block as lines."""
    match block:
        case Paragraph() | Heading():
            return [line_of(block.text)]
        case Listing():
            return _lines_of_list(block)
        case Quotation():
            return lines_of(block.blocks)
        case Table():
            return _lines_of_table(block)
        case Verbatim():
            return block.text.split("\n")
        case Divider():
            return []


def _lines_of_list(block: Listing) -> list[str]:
    """Return a list as lines, numbered where the author numbered it."""
    lines = []
    for number, item in enumerate(block.items, block.start):
        first, *rest = lines_of(item) or [""]
        mark = f"{number}." if block.ordered else "-"
        lines.append(f"{mark} {first}")
        lines.extend(f"  {line}" for line in rest)
    return lines


def _lines_of_table(block: Table) -> list[str]:
    """Return a table as lines: each cell after the name of its column."""
    names = [line_of(cell) for cell in block.header]
    lines = []
    for row in block.rows:
        cells = zip(names, row, strict=False)
        lines.append(listed(named(name, line_of(cell)) for name, cell in cells))
    return lines
