"""Write prose as CommonMark that reads back as the same prose."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

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
    plain,
)
from tutor.locale import no_break

_SIGNS = re.compile(r"([\\`*_\[\]<>&|~#])")
_STARTS = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])|^(:)(?=::)")
_TICKS = re.compile(r"`+")


def line_of(text: Text, *, inside: bool = False) -> str:
    """Return a text as one line of CommonMark.

    Args:
        text: the text; spaces that must not break are put in.
        inside: whether something stands before it on its line, so that nothing in it
            can begin a block.
    """
    written = "".join(
        _marked("".join(_italic(run) for run in runs), "**" if is_bold else "")
        for is_bold, runs in _runs(text)
    ).strip()
    return written if inside else _STARTS.sub(_safe_start, written)


def escaped(text: str) -> str:
    """Return plain words so that no sign of theirs is taken for a mark-up."""
    return _SIGNS.sub(r"\\\1", text)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table from cells that are already CommonMark.

    Args:
        header: the names of the columns.
        rows: the cells, as many in each row as in the header.
    """
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(text: Text) -> str:
    """Return a text as the cell of a table."""
    return re.sub(r"(?<!\\)\|", r"\\|", line_of(text, inside=True))


def blocks_of(prose: Prose, *, deeper: int = 0) -> list[str]:
    """Return prose as blocks of CommonMark, to be joined by blank lines.

    Args:
        prose: what to write.
        deeper: how many levels headings go down.
    """
    written: list[str] = []
    kind = ""
    odd = False
    for block in prose:
        same = isinstance(block, Listing) and kind == f"list{block.ordered}"
        odd = same and not odd
        kind = f"list{block.ordered}" if isinstance(block, Listing) else block.type
        written.append(_block(block, deeper, other_marks=odd))
    return [each for each in written if each]


def quoted(blocks: Sequence[str]) -> str:
    """Return blocks as one quotation."""
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _runs(text: Text) -> list[tuple[bool, list[Span]]]:
    """Return spans with their spaces in place, in runs that are bold or not."""
    spaced, start, spans = no_break(plain(text)), 0, []
    for (bold, italic, code), run in groupby(text, key=_looks):
        written = plain(tuple(run))
        end = start + len(written)
        said = written if code else spaced[start:end]
        spans.append(Span(text=said, bold=bold, italic=italic, code=code))
        start = end
    return [(bold, list(run)) for bold, run in groupby(spans, key=lambda s: s.bold)]


def _looks(span: Span) -> tuple[bool, bool, bool]:
    """Return how a span looks; neighbours that look the same are one."""
    return span.bold, span.italic, span.code


def _italic(span: Span) -> str:
    """Return one span, its weight aside."""
    words = _code(span.text) if span.code else escaped(span.text.replace("\n", " "))
    return _marked(words, "*" if span.italic else "")


def _marked(words: str, mark: str) -> str:
    """Return words between marks that touch no space."""
    core = words.strip()
    if not mark or not core:
        return words
    before, _, after = words.partition(core)
    return f"{before}{mark}{core}{mark}{after}"


def _code(text: str) -> str:
    """Return words as code, whatever they hold."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else text


def _safe_start(found: re.Match[str]) -> str:
    """Return the start of a line so that it begins no list, rule or block."""
    number, point, sign, colon = found.groups()
    return f"{number}\\{point}" if number else f"\\{sign or colon}"


def _block(block: ProseBlock, deeper: int, *, other_marks: bool) -> str:
    """Return one block; two lists in a row take other marks, to stay two."""
    match block:
        case Paragraph():
            return line_of(block.text)
        case Heading():
            level = min(block.level + deeper, 6)
            return f"{'#' * level} {line_of(block.text, inside=True)}".rstrip()
        case Listing():
            return _listing(block, other_marks=other_marks)
        case Quotation():
            return quoted(blocks_of(block.blocks))
        case Table():
            rows = [[cell(each) for each in row] for row in block.rows]
            return table([cell(name) for name in block.header], rows)
        case Verbatim():
            ticks = [len(found) for found in _TICKS.findall(block.text)]
            fence = "`" * max(3, *(n + 1 for n in ticks), 3)
            return f"{fence}\n{block.text.rstrip()}\n{fence}"
        case Divider():
            return "---"


def _listing(block: Listing, *, other_marks: bool) -> str:
    """Return a list, what is inside each item set in under its mark."""
    ordered, plain_mark = (")", "*") if other_marks else (".", "-")
    items = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}{ordered} " if block.ordered else f"{plain_mark} "
        inside = "\n\n".join(blocks_of(item))
        indent = " " * len(mark)
        lines = [f"{indent}{line}".rstrip() for line in inside.split("\n")]
        items.append(mark + "\n".join(lines).removeprefix(indent))
    is_tight = all(len(item) <= 1 for item in block.items)
    return ("\n" if is_tight else "\n\n").join(items)
