"""Set prose in lines of a given width, with no-break spaces that hold."""

import re

from rich.cells import cell_len
from textual.content import Content

from tutor.domain import looks
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
from tutor.locale import no_break

WIDEST = looks.WIDEST
"""Characters a line at most, however wide the terminal is."""
_LEAST_COLUMN = 8
SECTION = 2
"""Headings up to this level stand out."""
_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
"""What has one cell a character and no control code, as nearly all text."""
_NOTHING = Content("")


def styled(text: Text, style: str = "") -> Content:
    """Return a text with its looks as Textual content."""
    spaced = no_break(plain(text))
    is_odd = _NARROW.fullmatch(spaced) is None
    if len(text) == 1 and not (text[0].bold or text[0].italic or text[0].code):
        return Content.styled(spaced, style, strip_control_codes=is_odd)
    pieces: list[tuple[str, str]] = []
    start = 0
    for span in text:
        looks = [style] if style else []
        looks += ["bold"] * span.bold + ["italic"] * span.italic
        looks += ["$primary"] * span.code
        end = start + len(span.text)
        pieces.append((spaced[start:end], " ".join(looks)))
        start = end
    return Content.assemble(*pieces, strip_control_codes=is_odd)


def wrap(content: Content, width: int) -> list[Content]:
    """Return content in lines, broken at ordinary spaces only.

    Args:
        content: one paragraph.
        width: cells a line, at least 1; a longer word is cut.
    """
    if content.cell_length <= width:
        return [content]
    text = content.plain
    if not _NARROW.fullmatch(text):
        return _wrap_wide(content, width)
    return [content[start:stop] for start, stop in _breaks(text, width)]


def _breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Return where each line of a text begins and ends, a character a cell."""
    lines: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        stop = end if end >= 0 else start + max(width, 2)
        lines.append((start, stop))
        start = stop + (end >= 0)
    return [*lines, (start, len(text))]


def _wrap_wide(content: Content, width: int) -> list[Content]:
    """Return content in lines, each character measured."""
    lines: list[Content] = []
    start = end = 0
    text = content.plain
    for word in text.split(" "):
        stop = end + len(word)
        if end > start and cell_len(text[start:stop]) > width:
            lines.append(content[start : end - 1])
            start = end
        while cell_len(text[start:stop]) > width:
            piece = content[start:stop].fold(width)[0]
            lines.append(piece)
            start += len(piece)
        end = stop + 1
    return [*lines, content[start:]]


def hang(
    content: Content, width: int, first: str | Content, rest: str | Content
) -> list[Content]:
    """Return wrapped content behind a mark on its first line and another after.

    Args:
        content: one paragraph.
        width: cells a line, marks included.
        first: what stands before the first line.
        rest: what stands before the others, as wide as `first`.
    """
    mark = first if isinstance(first, Content) else Content(first)
    other = rest if isinstance(rest, Content) else Content(rest)
    lines = wrap(content, max(1, width - mark.cell_length))
    return [behind(other if i else mark, line) for i, line in enumerate(lines)]


def behind(mark: Content, line: Content) -> Content:
    """Return a line behind a mark; `+` looks through both for control codes again.

    Args:
        mark: what stands before it.
        line: the line.
    """
    return _NOTHING.join((mark, line))


def typeset(blocks: Prose, width: int) -> list[Content]:
    """Return prose as lines, a blank line between blocks.

    Args:
        blocks: what to set.
        width: cells available; never more than 76 are used for text.
    """
    width = max(1, min(width, WIDEST))
    lines: list[Content] = []
    for block in blocks:
        if lines:
            lines.append(Content(""))
        lines.extend(_set(block, width))
    return lines


def height(blocks: Prose, width: int) -> int:
    """Return how many lines `typeset` makes of prose, without making most of them.

    Args:
        blocks: what would be set.
        width: as `typeset` takes it.
    """
    width = max(1, min(width, WIDEST))
    lines = 0
    for block in blocks:
        lines += bool(lines) + _height(block, width)
    return lines


def _height(block: ProseBlock, width: int) -> int:
    """Return how many lines one block takes."""
    match block:
        case Paragraph() | Heading():
            text = no_break(plain(block.text))
            if _NARROW.fullmatch(text):
                return len(_breaks(text, width))
        case Listing():
            items = enumerate(block.items, block.start)
            marked = ((len(_sign(block, number)), item) for number, item in items)
            return sum(height(item, width - sign) for sign, item in marked)
        case Quotation():
            return height(block.blocks, width - 2)
        case Table() | Verbatim() | Divider():
            pass
    return len(_set(block, width))


def _set(block: ProseBlock, width: int) -> list[Content]:
    """Set one block."""
    match block:
        case Paragraph():
            return wrap(styled(block.text), width)
        case Heading():
            style = "bold $primary" if block.level <= SECTION else "bold"
            return wrap(styled(block.text, style), width)
        case Listing():
            return _set_list(block, width)
        case Quotation():
            inside = typeset(block.blocks, width - 2)
            bar = Content.styled("│ ", "$primary")
            return [behind(bar, line) for line in inside]
        case Table():
            return _set_table(block, width)
        case Verbatim():
            written = block.text.split("\n")
            return [piece for line in written for piece in Content(line).fold(width)]
        case Divider():
            return [Content.styled("─" * min(width, 20), "$rule")]


def _sign(block: Listing, number: int) -> str:
    """Return what stands before an item of a list."""
    return f"{number}. " if block.ordered else "• "


def _set_list(block: Listing, width: int) -> list[Content]:
    """Set a list with hanging marks."""
    lines: list[Content] = []
    for number, item in enumerate(block.items, block.start):
        sign = _sign(block, number)
        mark = Content.styled(sign, "$primary")
        blank = Content(" " * len(sign))
        inside = typeset(item, max(1, width - len(sign)))
        lines.extend(
            behind(blank if i else mark, line) for i, line in enumerate(inside)
        )
    return lines


def _set_table(block: Table, width: int) -> list[Content]:
    """Set a table in columns, or row by row where columns would be too thin."""
    count = len(block.header)
    column = (width - 2 * (count - 1)) // max(1, count)
    if column < _LEAST_COLUMN:
        return _set_table_as_list(block, width)
    rows = [[styled(cell, "bold") for cell in block.header]]
    rows.extend([styled(cell) for cell in row] for row in block.rows)
    lines: list[Content] = []
    for number, row in enumerate(rows):
        cells = [wrap(cell, column) for cell in row]
        for i in range(max(len(cell) for cell in cells)):
            parts = [(cell[i] if i < len(cell) else Content("")) for cell in cells]
            padded = [part.pad_right(column - part.cell_length) for part in parts]
            lines.append(Content("  ").join(padded))
        if number == 0:
            lines.append(Content.styled("─" * width, "$rule"))
    return lines


def _set_table_as_list(block: Table, width: int) -> list[Content]:
    """Set each row as lines of `name : cell`."""
    lines: list[Content] = []
    for row in block.rows:
        for name, cell in zip(block.header, row, strict=False):
            label = styled(name, "bold") + Content("\u00a0: ")
            lines.extend(wrap(label + styled(cell), width))
        lines.append(Content(""))
    return lines[:-1]
