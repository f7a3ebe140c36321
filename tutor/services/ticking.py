"""What is ticked on the list of what may leave; a screen shows it, nothing here is kept."""

from collections.abc import Iterator
from typing import NamedTuple

from tutor.domain.bundle import Part
from tutor.locale import count, numeric_date, say
from tutor.services.bundling import PARTS, USUAL, Choices, part_text
from tutor.services.offering import CountedItem, Offer, OfferedItems

BY_ITEM: frozenset[Part] = frozenset({"answers", "positionings", "disputes"})
"""The parts that are about items: without any item, nothing of them leaves."""


class TickRow(NamedTuple):
    """A line of the list; without an id it is a title."""

    id: str
    text: str
    right: str = ""
    ticked: bool | None = None
    """None where some of what is under it is ticked."""
    level: int = 0


class Ticks(NamedTuple):
    """What is ticked now."""

    parts: frozenset[Part] = frozenset(USUAL)
    words: bool = True
    notes: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    """Items that are not ticked, none at first, and competencies not ticked whole."""

    def toggled(self, offer: Offer, row: str) -> "Ticks":
        """Return the ticks after one is put or taken away.

        Args:
            offer: what may leave.
            row: the id of a line of `rows`.
        """
        kind, _, name = row.partition(":")
        if kind == "words":
            return self._replace(words=not self.words)
        if kind == "note":
            return self._replace(notes=self.notes ^ {name})
        if kind == "items":
            return self._replace(left_out=_after(offer, self.left_out, name))
        part = next(part for part in PARTS if part == name)
        return self._replace(parts=self.parts ^ {part})

    def choices(self, offer: Offer) -> Choices:
        """Return what leaves.

        Args:
            offer: what may leave.
        """
        if not any(group.codes & self.left_out for group in offer.items):
            return Choices(self.parts, notes=self.notes, words=self.words)
        kept = frozenset().union(*(_kept(each, self.left_out) for each in offer.items))
        parts = self.parts if kept else self.parts - BY_ITEM
        return Choices(parts, kept, self.notes, words=self.words)

    def rows(self, offer: Offer) -> list[TickRow]:
        """Return the lines of the list.

        Args:
            offer: what may leave; a part with nothing in it has no line.
        """
        return [*self._parts(offer), *self._notes(offer), *self._items(offer)]

    def _parts(self, offer: Offer) -> Iterator[TickRow]:
        """Yield a line for each part but notes, and one for the words in answers."""
        yield TickRow("", say("export.title.parts"))
        for part, number in offer.counts.items():
            if part == "notes" or not number:
                continue
            ticked = part in self.parts
            text = part_text(part).capitalize()
            yield TickRow(f"part:{part}", text, str(number), ticked)
            if part == "answers" and offer.words:
                ticked = self.words and ticked
                text, right = say("export.words"), str(offer.words)
                yield TickRow("words:", text, right, ticked, 1)

    def _notes(self, offer: Offer) -> Iterator[TickRow]:
        """Yield a line for each note."""
        if offer.notes:
            yield TickRow("", say("export.title.notes"))
        for note in offer.notes:
            said = {"date": numeric_date(note.day), "where": note.where}
            text = say("export.note", **said, text=note.text)
            yield TickRow(f"note:{note.id}", text, "", note.id in self.notes)

    def _items(self, offer: Offer) -> Iterator[TickRow]:
        """Yield a line for each competency and each of its items."""
        if offer.items:
            yield TickRow("", say("export.title.items"))
        for group in offer.items:
            out = group.codes & self.left_out
            ticked = None if 0 < len(out) < len(group.codes) else not out
            yield _item(group.head, ticked=ticked)
            for item in group.items:
                yield _item(item, ticked=item.code not in out, level=1)


def _item(item: CountedItem, *, ticked: bool | None, level: int = 0) -> TickRow:
    """Return the line of an item or a competency."""
    text, right = f"{item.code} {item.text}", count("export.answers", item.answers)
    return TickRow(f"items:{item.code}", text, right, ticked, level)


def _kept(group: OfferedItems, out: frozenset[str]) -> frozenset[str]:
    """Return the codes that leave of a competency: all of them where it is whole."""
    return group.codes - out if group.codes & out else group.whole


def _after(offer: Offer, out: frozenset[str], code: str) -> frozenset[str]:
    """Return what is left out once an item, or a whole competency, was toggled."""
    for group in offer.items:
        head, items = {group.head.code}, group.codes - {group.head.code}
        if code == group.head.code:
            return out - group.codes if group.codes & out else out | group.codes
        if code in items:
            out ^= {code}
            return out | head if items & out else out - head
    return out
