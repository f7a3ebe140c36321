"""What an intern may hand over, counted, for them to tick."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from tutor.domain.answer import Note
from tutor.domain.bundle import Part
from tutor.domain.errors import WrongUseError
from tutor.services.bundling import words_of
from tutor.services.desk import Desk
from tutor.services.marks import spot_text, spots_of
from tutor.services.notes import on_one_line

HANDLE = 6
"""Digits of a note's id that a person types at least."""


class OwnWords(NamedTuple):
    """A note that may leave."""

    id: str
    day: date
    where: str
    """What is asked there; the id of the place where it has left the course."""
    text: str
    """What would leave of it, on one line."""

    @property
    def handle(self) -> str:
        """What a person types to name it."""
        return self.id[:HANDLE]


class CountedItem(NamedTuple):
    """An item or a competency, and the answers about it."""

    code: str
    text: str
    answers: int


class OfferedItems(NamedTuple):
    """A competency and its items."""

    head: CountedItem
    items: tuple[CountedItem, ...]
    """Those that something is about."""
    whole: frozenset[str]
    """The codes of the competency and of all its items."""

    @property
    def codes(self) -> frozenset[str]:
        """The codes of those that are listed."""
        return frozenset({self.head.code, *(item.code for item in self.items)})


class Offer(NamedTuple):
    """Everything of a course that may leave."""

    counts: dict[Part, int]
    words: int
    """Answers whose words were typed."""
    notes: tuple[OwnWords, ...]
    """The earliest first."""
    items: tuple[OfferedItems, ...]
    """Those that answers or positions are about."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done."""
        return not any(self.counts.values())


def offer_of(desk: Desk) -> Offer:
    """Return what an intern may hand over of the course at hand.

    Args:
        desk: their desk.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    record = desk.record
    states = desk.standing().lessons.values()
    counts: dict[Part, int] = {
        "answers": len(record.answers),
        "lessons": sum(state != "new" for state in states),
        "positionings": len(record.positionings),
        "survey": len(record.survey),
        "notes": len(record.notes),
        "disputes": len(record.disputes),
    }
    typed = sum(isinstance(answer.response, str) for answer in record.answers)
    return Offer(counts, typed, _notes(desk), _items(desk))


def notes_named(offer: Offer, names: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of the notes that names stand for.

    Args:
        offer: what may leave.
        names: beginnings of ids, of at least `HANDLE` digits.

    Raises:
        WrongUseError: a name stands for no note, or for several.
    """
    found = set()
    for name in names:
        wanted = name.strip().lower()
        fit = [note.id for note in offer.notes if note.id.startswith(wanted)]
        if len(wanted) < HANDLE or len(fit) != 1:
            raise WrongUseError("export.note.unknown", name=name)
        found.add(fit[0])
    return frozenset(found)


def _notes(desk: Desk) -> tuple[OwnWords, ...]:
    """Return the notes, messages of a relais too, the earliest first."""
    spots = spots_of(desk.course)

    def shown(note: Note) -> OwnWords:
        spot = spots.get(note.subject)
        where = spot_text(spot.stop) if spot else note.subject
        text = on_one_line(words_of(note))
        return OwnWords(note.id, desk.clock.local_day(note.at), where, text)

    ordered = sorted(desk.record.notes, key=lambda each: (each.at, each.id))
    return tuple(map(shown, ordered))


def _items(desk: Desk) -> tuple[OfferedItems, ...]:
    """Return the items that something is about, competency by competency."""
    framework = desk.course.framework
    met = framework.met
    about = [
        frozenset(each for code in answer.items for each in met.get(code, ()))
        for answer in desk.record.answers
    ]
    told = Counter(code for codes in about for code in codes)
    placed = {each.code for each in framework.placed(desk.record.positionings)}
    found = []
    for each in framework.competence:
        items = tuple(
            CountedItem(item.code, item.texte, told[item.code])
            for item in each.item
            if told[item.code] or item.code in placed
        )
        if items or each.code in placed:
            codes = {item.code for item in each.item}
            number = sum(not codes.isdisjoint(met) for met in about)
            head = CountedItem(each.code, each.nom, number)
            found.append(OfferedItems(head, items, frozenset({each.code, *codes})))
    return tuple(found)
