"""Cut a GIFT file into questions, with the lines they stand on.

A blank line ends a question. Inside braces it does not, unless the next brace of the
file opens another question: then the first was never closed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tutor.interop.gift_text import places

CATEGORY = "$CATEGORY:"
_COMMENT = "//"
_ID = re.compile(r"\[id:((?:\\\]|[^\]\[])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]\[<>`])+)\]")


class Block(NamedTuple):
    """One question, or one category, as it is written."""

    text: str
    line: int
    """Where it begins, from 1."""
    id: str
    tags: tuple[str, ...]
    """Its id and its labels, from the comments before it and in it."""


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the questions and the categories of a file, in order.

    Args:
        text: the file, its lines ended by line feeds.
    """
    cutter = _Cutter(text)
    for number, line in enumerate(text.split("\n"), 1):
        yield from cutter.take(line, number)
    yield from cutter.end()


class _Cutter:
    """The scan itself."""

    def __init__(self, text: str) -> None:
        shown = _without_comments(text)
        self._braces = places(shown, "{}")
        self._signs = [shown[place] for place in self._braces]
        self._here = 0
        """Where the line at hand begins."""
        self._lines: list[str] = []
        self._first, self._start = 1, 0
        self._comments: list[str] = []

    def take(self, line: str, number: int) -> Iterator[Block]:
        """Take one line; yield what it ends."""
        start = self._here
        self._here += len(line) + 1
        bare = line.strip()
        if bare.startswith(_COMMENT):
            self._comments.append(bare)
        elif bare.startswith(CATEGORY):
            yield from self.end()
            yield self._block(bare, number)
        elif not bare:
            if not self._is_inside(start):
                yield from self.end()
                self._comments = []
        else:
            if not self._lines:
                self._first, self._start = number, start
            self._lines.append(line)
            return
        if self._lines:
            self._lines.append("")

    def end(self) -> Iterator[Block]:
        """Yield the question at hand, if there is one."""
        lines, self._lines = self._lines, []
        if lines:
            yield self._block("\n".join(lines), self._first)

    def _block(self, text: str, line: int) -> Block:
        """Return a block with what the comments say of it."""
        said, self._comments = "\n".join(self._comments), []
        found = _ID.search(said)
        tags = tuple(each.strip() for each in _TAG.findall(said))
        return Block(text, line, found[1].strip() if found else "", tags)

    def _is_inside(self, place: int) -> bool:
        """Return whether a brace of the block at hand is open, and closed later."""
        near = bisect_left(self._braces, place)
        around = self._signs[max(0, near - 1) : near + 1]
        is_own = near > 0 and self._braces[near - 1] >= self._start
        return bool(self._lines) and is_own and around == ["{", "}"]


def _without_comments(text: str) -> str:
    """Return a text whose comments hold no sign; every other one keeps its place."""
    return "\n".join(
        " " * len(line) if line.lstrip().startswith(_COMMENT) else line
        for line in text.split("\n")
    )
