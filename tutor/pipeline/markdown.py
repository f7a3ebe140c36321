"""From CommonMark to the prose of the domain."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

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
    Verbatim,
)
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import harmless

_PARSER = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .disable(["inline", "text_join"])
)
"""Reads blocks only: half of their lines are cut before their inside is read."""
_INLINE = MarkdownIt("commonmark", {"html": False})
_REFERENCES = "references"
_MARKED = re.compile(r"[\n\\`*_\[<&]")
"""Every sign at which reading the inside of a line can do more than keep it."""
_LOOKS = {"strong": "bold", "em": "italic"}
_DEEPEST = 18
"""The parser leaves out, without a word, what is nested deeper."""
_LONGEST_ADDRESS = 300


def parse(lines: Sequence[str], first_line: int, findings: Findings) -> list[Token]:
    """Return the tokens of some lines; their maps count from 0.

    The inside of an inline token is read by `spans`.

    Args:
        lines: some lines of a file.
        first_line: the line, from 1, that map 0 stands for.
        findings: where lists or quotes nested too deep are noted.
    """
    shared: dict[str, Any] = {}
    tokens = _PARSER.parse("\n".join(lines), shared)
    if _REFERENCES in shared:
        for token in tokens:
            token.meta = shared
    if deep := next((token for token in tokens if token.level > _DEEPEST), None):
        findings.add("trop-profond", line_of([deep], first_line))
    return tokens


def inline(text: str, line: int, findings: Findings) -> Text:
    """Return one line of Markdown as text with looks.

    Args:
        text: the source, without block marks.
        line: where it stands, from 1.
        findings: where links and images are noted.
    """
    return _spans(text, {}, line, findings)


def spans(token: Token, line: int, findings: Findings) -> Text:
    """Return the spans of an inline token.

    A link becomes its text and its address; an image its alternative text.
    """
    return _spans(token.content, token.meta, line, findings)


def _spans(text: str, shared: dict[str, Any], line: int, findings: Findings) -> Text:
    """Return the spans of the text of an inline token.

    Args:
        text: the source.
        shared: the addresses that links of the same lines refer to.
        line: where it stands, from 1.
        findings: where links and images are noted.
    """
    if not _MARKED.search(text):
        said = harmless(text, line, findings)
        return (Span(text=said),) if said else ()
    inside = _INLINE.parseInline(text, shared)[0].children or ()
    return _drawn(inside, line, findings)


def _drawn(inside: Sequence[Token], line: int, findings: Findings) -> Text:
    """Return the spans of what stands inside an inline token."""
    pieces: list[Span] = []
    looks: set[str] = set()
    address = ""
    for child in inside:
        name, _, edge = child.type.partition("_")
        said = harmless(child.content, line, findings)
        if name in _LOOKS:
            (looks.add if edge == "open" else looks.discard)(_LOOKS[name])
            continue
        if child.type == "link_open":
            address = str(child.attrs.get("href", ""))
            findings.add("lien", line, address=address[:80])
        elif child.type == "link_close":
            said = f" ({address[:_LONGEST_ADDRESS]})"
        elif child.type == "image":
            findings.add("image", line, text=said[:60])
        elif child.type in {"softbreak", "hardbreak"}:
            said = " "
        if child.type == "code_inline":
            pieces.append(Span(text=said, code=True))
        else:
            bold, italic = "bold" in looks, "italic" in looks
            pieces.append(Span(text=said, bold=bold, italic=italic))
    return _joined(pieces)


def _joined(pieces: list[Span]) -> Text:
    """Join neighbours that look the same, and drop empty ones."""
    joined: list[Span] = []
    filled = (piece for piece in pieces if piece.text)
    alike = groupby(filled, lambda piece: (piece.bold, piece.italic, piece.code))
    for (bold, italic, code), group in alike:
        text = "".join(piece.text for piece in group)
        joined.append(Span(text=text, bold=bold, italic=italic, code=code))
    return tuple(joined)


def children(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut a run of tokens into its top-level blocks, each with its inside."""
    blocks: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            blocks.append([])
        blocks[-1].append(token)
        depth += token.nesting
    return blocks


def prose(tokens: Sequence[Token], first_line: int, findings: Findings) -> Prose:
    """Return tokens as prose.

    Args:
        tokens: whole blocks, as `parse` or `children` made them.
        first_line: the line, from 1, that map 0 stands for.
        findings: where links and images are noted.
    """
    made = (_block(block, first_line, findings) for block in children(tokens))
    return tuple(block for block in made if block is not None)


def line_of(tokens: Sequence[Token], first_line: int) -> int:
    """Return the line, from 1, on which a block begins."""
    mapped = tokens[0].map
    return first_line + (mapped[0] if mapped else 0)


def _block(
    tokens: list[Token], first_line: int, findings: Findings
) -> ProseBlock | None:
    """Turn one top-level block into prose."""
    head, line = tokens[0], line_of(tokens, first_line)
    match head.type:
        case "paragraph_open":
            return Paragraph(text=spans(tokens[1], line, findings))
        case "heading_open":
            text = spans(tokens[1], line, findings)
            return Heading(level=int(head.tag[1]), text=text)
        case "bullet_list_open" | "ordered_list_open":
            return _listing(tokens, first_line, findings)
        case "blockquote_open":
            return Quotation(blocks=prose(tokens[1:-1], first_line, findings))
        case "table_open":
            return _table(tokens, line, findings)
        case "fence" | "code_block" | "html_block":
            return Verbatim(text=head.content.rstrip("\n"))
        case "hr":
            return Divider()
        case _:
            return None


def _listing(tokens: list[Token], first_line: int, findings: Findings) -> Listing:
    """Turn a list into prose."""
    items = [prose(item[1:-1], first_line, findings) for item in children(tokens[1:-1])]
    start = int(tokens[0].attrs.get("start", 1))
    ordered = tokens[0].type == "ordered_list_open"
    return Listing(ordered=ordered, start=start, items=tuple(items))


def cells(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the inline tokens of a table, row by row, the header first."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows


def _table(tokens: list[Token], line: int, findings: Findings) -> Table:
    """Turn a table into prose."""
    rows = [tuple(spans(cell, line, findings) for cell in row) for row in cells(tokens)]
    return Table(header=rows[0], rows=tuple(rows[1:]))
