"""A page of text: passages and callouts drawn by one widget."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.content import Content
from typing_extensions import override

from tutor.domain.course import Callout, Passage
from tutor.domain.prose import Heading
from tutor.services.contents import TITLE
from tutor.services.wording import callout_word
from tutor.tui.galley import Galley
from tutor.tui.typeset import WIDEST, behind, height, typeset
from tutor.tui.widgets.drawn import Drawn

BARS = {
    "regle": "$primary",
    "usage": "$success",
    "debat": "$warning",
    "note": "$secondary",
}


_BAR = 2
"""Columns of the bar in the margin of a callout."""


class Page(Drawn):
    """Draws running text and callouts."""

    def __init__(
        self, parts: tuple[Passage | Callout, ...], *, classes: str = ""
    ) -> None:
        super().__init__(classes=classes)
        self._parts = parts

    @override
    def lines(self, width: int) -> Galley:
        """Return the lines of all parts."""
        return page_lines(self._parts, width)

    @override
    def _lines_at(self, width: int) -> Sequence[Content]:
        """Return the lines; where there is more room than they take they stay the same.

        A scrollbar that appears takes a column: a long page would be set twice.
        """
        return super()._lines_at(min(width, WIDEST + _BAR))

    def line_of_heading(self, number: int) -> int:
        """Return the line on which a heading stands, from 0, as it is drawn now.

        Args:
            number: which of the headings, from 0; the title of the file is none.
        """
        before: list[Passage | Callout] = []
        width = max(1, self.content_size.width)
        for part in self._parts:
            places = _headings(part)
            if number < len(places):
                blocks = part.blocks[: places[number] + 1]
                drawn = page_lines((*before, Passage(blocks=blocks)), width)
                return len(drawn) - height(blocks[-1:], width)
            number -= len(places)
            before.append(part)
        return 0


def page_lines(parts: Iterable[Passage | Callout], width: int) -> Galley:
    """Return the lines of parts, a blank line between them.

    Args:
        parts: running text and callouts.
        width: cells available.
    """
    galley = Galley()
    before: Passage | Callout | None = None
    for part in parts:
        if galley:
            galley.space()
        if isinstance(part, Passage):
            _add_passage(galley, part, width)
        else:
            _add_callout(galley, part, callout_word(part, before), width)
        before = part
    return galley


def _add_passage(galley: Galley, part: Passage, width: int) -> None:
    """Add running text, a blank line between its blocks."""
    start = len(galley)
    for block in part.blocks:
        if len(galley) > start:
            galley.space()
        galley.put(height((block,), width), partial(typeset, (block,), width))


def _headings(part: Passage | Callout) -> list[int]:
    """Return where the headings of running text stand among its blocks."""
    if not isinstance(part, Passage):
        return []
    blocks = enumerate(part.blocks)
    return [i for i, b in blocks if isinstance(b, Heading) and b.level > TITLE]


def _add_callout(galley: Galley, part: Callout, word: str, width: int) -> None:
    """Add a callout: a bar in the margin, its word first."""
    inside = max(1, width - _BAR)
    lines = bool(word) + height(part.blocks, inside)
    galley.put(lines, partial(_callout, part, word, inside))


def _callout(part: Callout, word: str, inside: int) -> list[Content]:
    """Draw a callout in the width beside its bar."""
    colour = BARS[part.kind]
    bar = Content.styled("▌ ", colour)
    head = [Content.styled(word, f"bold {colour}")] if word else []
    return [behind(bar, line) for line in [*head, *typeset(part.blocks, inside)]]
