"""Text for reading, already parsed: what the page draws and plain mode prints."""

from collections.abc import Iterator
from typing import Annotated, Literal, assert_never

from pydantic import Field

from tutor.domain.value import Value


class Span(Value):
    """A run of characters that share one look."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


Text = tuple[Span, ...]
"""One line of prose, without line breaks of its own."""


class Paragraph(Value):
    """A paragraph."""

    type: Literal["paragraph"] = "paragraph"
    text: Text


class Heading(Value):
    """A heading; level 1 is the title of the file."""

    type: Literal["heading"] = "heading"
    level: int = Field(ge=1, le=6)
    text: Text


class Listing(Value):
    """A bulleted or numbered list."""

    type: Literal["list"] = "list"
    ordered: bool = False
    start: int = 1
    items: tuple[tuple["ProseBlock", ...], ...]


class Quotation(Value):
    """A quotation."""

    type: Literal["quote"] = "quote"
    blocks: tuple["ProseBlock", ...]


class Table(Value):
    """A table with one header row."""

    type: Literal["table"] = "table"
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Verbatim(Value):
    """Text shown exactly as written."""

    type: Literal["verbatim"] = "verbatim"
    text: str


class Divider(Value):
    """A thin rule between two parts."""

    type: Literal["divider"] = "divider"


ProseBlock = Annotated[
    Paragraph | Heading | Listing | Quotation | Table | Verbatim | Divider,
    Field(discriminator="type"),
]
Prose = tuple[ProseBlock, ...]


def plain(text: Text) -> str:
    """Return the characters of a text without its looks."""
    return "".join(span.text for span in text)


def words(blocks: Prose) -> int:
    """Return how many words a reader meets in these blocks."""
    return sum(len(text.split()) for text in texts_of(blocks))


def texts_of(blocks: Prose) -> Iterator[str]:
    """Yield the texts of some blocks, those of lists and tables included."""
    for block in blocks:
        yield from _texts_of(block)


def _texts_of(block: ProseBlock) -> Iterator[str]:
    """Yield the texts of one block."""
    match block:
        case Paragraph() | Heading():
            yield plain(block.text)
        case Listing():
            for item in block.items:
                yield from texts_of(item)
        case Quotation():
            yield from texts_of(block.blocks)
        case Table():
            yield from map(plain, block.header)
            yield from (plain(cell) for row in block.rows for cell in row)
        case Verbatim():
            yield block.text
        case Divider():
            pass
        case _:
            assert_never(block)


for _kind in (Span, Paragraph, Heading, Listing):
    _kind.model_rebuild()
# Made in this order each draws upon those before, and what holds prose on all of them, where
# each would make its own otherwise.
