"""Text for reading, already parsed: what the page draws and plain mode prints."""

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
    return sum(_words_of(block) for block in blocks)


def _words_of(block: ProseBlock) -> int:
    """Count the words of one block, lists and tables included."""
    match block:
        case Paragraph() | Heading():
            return len(plain(block.text).split())
        case Listing():
            return sum(words(item) for item in block.items)
        case Quotation():
            return words(block.blocks)
        case Table():
            cells = [*block.header, *(cell for row in block.rows for cell in row)]
            return sum(len(plain(cell).split()) for cell in cells)
        case Verbatim():
            return len(block.text.split())
        case Divider():
            return 0
        case _:
            assert_never(block)
