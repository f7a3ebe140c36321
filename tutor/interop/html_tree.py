"""Put the tags of HTML in one another, however badly they were closed."""

from html.parser import HTMLParser

from typing_extensions import override

_MOST_OPEN = 48
"""Tags in one another; what is deeper stands in the last of them."""
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "source"})
_CLOSED_BY: dict[str, frozenset[str]] = {
    "p": frozenset({"p"}),
    "li": frozenset({"li", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
}
"""What a tag ends where its author did not."""


class Node:
    """A tag, and what stands in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Node | str] = []


class _Tree(HTMLParser):
    """Puts tags in one another, however they were closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag, after those it ends."""
        ended = _CLOSED_BY.get(tag, frozenset())
        while self._open[-1].tag in ended:
            self._open.pop()
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(node)
        if tag not in _VOID and len(self._open) <= _MOST_OPEN:
            self._open.append(node)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag closed where it opens."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag of a name, if one is open."""
        places = [place for place, node in enumerate(self._open) if node.tag == tag]
        if tag and places:
            del self._open[places[-1] :]

    @override
    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over a section whose word is unknown, as browsers do.

        Before Python 3.14 the library gives up on it.
        """
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    @override
    def handle_data(self, data: str) -> None:
        """Take characters."""
        self._open[-1].inside.append(data)


def tree_of(text: str) -> Node:
    """Return what holds all tags of a text.

    Args:
        text: HTML, whole or in pieces.
    """
    tree = _Tree()
    tree.feed(text)
    tree.close()
    return tree.root
