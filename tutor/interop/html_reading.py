"""Read the HTML that Moodle keeps of a question as prose: no tag of it goes further."""

import re
from itertools import groupby
from typing import NamedTuple

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
from tutor.interop.html_tree import Node, tree_of

LONGEST = 200_000
"""Characters; a longer text is read as if it had no tags."""
_DEEPEST = 12
"""Lists and quotes deeper than that are laid flat."""
_SPACES = re.compile(r"[ \t\n\r\f]+")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
_HEADING = re.compile(r"h([1-6])")
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_APART = frozenset({"p", "div", "section", "article", "li", "td", "th", "tr"})
_LOOKS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite"), "italic"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
}
_ADDRESS = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)


class Seen(NamedTuple):
    """What was read of one text."""

    prose: Prose
    images: tuple[str, ...] = ()
    """The images in it, which no prose holds; each by the end of its address."""


class _Page:
    """Gathers blocks, and the spans of the paragraph at hand."""

    def __init__(self, images: list[str]) -> None:
        self.blocks: list[ProseBlock] = []
        self.spans: list[Span] = []
        self.images = images

    def end_paragraph(self) -> None:
        """Make a paragraph of the spans gathered."""
        if text := tidy(self.spans):
            self.blocks.append(Paragraph(text=text))
        self.spans = []

    def walk(self, node: Node, looks: frozenset[str], depth: int = 0) -> None:
        """Take what stands in a tag."""
        for each in node.inside:
            if isinstance(each, str):
                self.spans.append(_span(each, looks))
            elif each.tag not in _UNSEEN:
                self._take(each, looks, depth)

    def _take(self, node: Node, looks: frozenset[str], depth: int) -> None:
        """Take one tag."""
        tag = node.tag
        is_deep = depth > _DEEPEST
        if tag in {"ul", "ol", "blockquote", "table", "pre", "hr"} and not is_deep:
            self.end_paragraph()
            self.blocks.append(self._block(node, depth + 1))
        elif found := _HEADING.fullmatch(tag):
            self.end_paragraph()
            if text := flat(self._inside(node, depth + 1)):
                self.blocks.append(Heading(level=int(found[1]), text=text))
        elif tag == "img":
            self._take_image(node, looks)
        elif tag in _LOOKS:
            self.walk(node, looks | {_LOOKS[tag]}, depth)
        elif tag == "br" or tag in _APART or tag in {"ul", "ol", "table", "hr"}:
            self.end_paragraph()
            self.walk(node, looks, depth)
            self.end_paragraph()
        else:
            self.walk(node, looks, depth)
            self._take_address(node, looks)

    def _take_address(self, node: Node, looks: frozenset[str]) -> None:
        """Keep where a link leads, after its words."""
        address = node.attributes.get("href", "") if node.tag == "a" else ""
        if _ADDRESS.fullmatch(address) and address != _words(node):
            self.spans.append(_span(f" ({address})", looks))

    def _take_image(self, node: Node, looks: frozenset[str]) -> None:
        """Keep the words that stand for an image, and its name."""
        address = node.attributes.get("src", "")
        name = "data:" if address.startswith("data:") else address.rpartition("/")[2]
        alt = node.attributes.get("alt", "")
        self.images.append(_UNSAFE.sub("", name or alt)[:60])
        self.spans.append(_span(alt, looks))

    def _block(self, node: Node, depth: int) -> ProseBlock:
        """Return a tag that is a block of its own."""
        match node.tag:
            case "ul" | "ol":
                items = [each for each in _tags(node, "li") if each.inside]
                start = node.attributes.get("start", "1")
                return Listing(
                    ordered=node.tag == "ol",
                    start=int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1,
                    items=tuple(self._inside(each, depth) for each in items),
                )
            case "blockquote":
                return Quotation(blocks=self._inside(node, depth))
            case "pre":
                return Verbatim(text=_UNSAFE.sub("", _words(node)).strip("\n"))
            case "table":
                return self._table(node, depth)
            case _:
                return Divider()

    def _inside(self, node: Node, depth: int) -> Prose:
        """Return what stands in a tag as blocks."""
        page = _Page(self.images)
        page.walk(node, frozenset(), depth)
        page.end_paragraph()
        return tuple(page.blocks)

    def _table(self, node: Node, depth: int) -> ProseBlock:
        """Return a table; its first row is its header."""
        rows = [
            [flat(self._inside(cell, depth)) for cell in _tags(row, "td", "th")]
            for row in _tags(node, "tr")
        ]
        rows = [row for row in rows if row]
        if not rows:
            return Paragraph(text=())
        width = max(map(len, rows))
        even = [tuple(row + [()] * (width - len(row))) for row in rows]
        return Table(header=even[0], rows=tuple(even[1:]))


def read_html(text: str) -> Seen:
    """Return HTML as prose.

    Bold, italic, code, lists, quotes, tables, headings and the addresses of links are
    kept; scripts, styles and every other tag are not. An image leaves its words.

    Args:
        text: HTML, whole or in pieces, closed or not.
    """
    if len(text) > LONGEST:
        return Seen(plain_prose(text))
    root = tree_of(text)
    page = _Page([])
    page.walk(root, frozenset())
    page.end_paragraph()
    return Seen(tuple(page.blocks), tuple(page.images))


def plain_prose(text: str) -> Prose:
    """Return plain text as paragraphs, one for each line that is not blank."""
    lines = [tidy([Span(text=line)]) for line in text.split("\n")]
    return tuple(Paragraph(text=line) for line in lines if line)


def flat(prose: Prose) -> Text:
    """Return prose as one line, its blocks separated by a space."""
    spans: list[Span] = []
    for text in _lines(prose):
        spans.extend([Span(text=" "), *text] if spans else text)
    return tidy(spans)


def tidy(spans: list[Span]) -> Text:
    """Return spans with single spaces, none at the ends, and neighbours joined."""
    joined: list[Span] = []
    has_space = True
    for (bold, italic, code), run in groupby(spans, _looks_of):
        said = _UNSAFE.sub("", "".join(span.text for span in run))
        text = _SPACES.sub(" ", said)
        text = text.removeprefix(" ") if has_space else text
        if text:
            joined.append(Span(text=text, bold=bold, italic=italic, code=code))
            has_space = text.endswith(" ")
    if joined and has_space:
        last = joined.pop()
        kept = last.text.rstrip(" ")
        joined.extend([last.model_copy(update={"text": kept})] if kept else [])
    return tuple(joined)


def _lines(prose: Prose) -> list[Text]:
    """Return the texts of some blocks, those of lists and tables included."""
    found: list[Text] = []
    for block in prose:
        match block:
            case Paragraph() | Heading():
                found.append(block.text)
            case Listing():
                found.extend(line for item in block.items for line in _lines(item))
            case Quotation():
                found.extend(_lines(block.blocks))
            case Table():
                found.extend(
                    cell for row in (block.header, *block.rows) for cell in row
                )
            case Verbatim():
                found.append((Span(text=block.text.replace("\n", " "), code=True),))
            case Divider():
                pass
    return [line for line in found if line]


def _looks_of(span: Span) -> tuple[bool, bool, bool]:
    """Return how a span looks."""
    return span.bold, span.italic, span.code


def _span(text: str, looks: frozenset[str]) -> Span:
    """Return characters with their looks."""
    return Span(text=text, **dict.fromkeys(looks, True))


def _tags(node: Node, *names: str) -> list[Node]:
    """Return the tags of some names in a tag, those in one another left there."""
    found: list[Node] = []
    for each in (child for child in node.inside if isinstance(child, Node)):
        if each.tag in names:
            found.append(each)
        elif each.tag not in {"table", "ul", "ol"}:
            found.extend(_tags(each, *names))
    return found


def _words(node: Node) -> str:
    """Return the characters in a tag."""
    return "".join(
        each if isinstance(each, str) else "\n" if each.tag == "br" else _words(each)
        for each in node.inside
    )
