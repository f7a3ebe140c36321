"""What may be handed over, listed with what names it on the command line."""

from collections.abc import Iterator

from tutor.cli.export_words import WORDS
from tutor.locale import count, numeric_date, say
from tutor.services.bundling import USUAL
from tutor.services.desk import Desk
from tutor.services.offering import Offer, offer_of

COLUMN = 13


def listed_lines(desk: Desk) -> Iterator[str]:
    """Yield the parts, the items and the notes that may leave.

    Args:
        desk: the intern's desk.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    offer = offer_of(desk)
    if offer.is_empty:
        yield say("export.empty")
        return
    yield from _counts(offer)
    if offer.items:
        yield say("export.list.items")
    for group in offer.items:
        for each in (group.head, *group.items):
            said = {"code": each.code, "text": each.text}
            yield "  " + count("export.item", each.answers, **said)
    if offer.notes:
        yield say("export.list.notes")
    for note in offer.notes:
        shown = {"id": note.handle, "date": numeric_date(note.day)}
        yield "  " + say("export.list.note", **shown, where=note.where, text=note.text)


def _counts(offer: Offer) -> Iterator[str]:
    """Yield how many things of each part there are, and what names the part."""
    for part, number in offer.counts.items():
        how = "" if part in USUAL else say(f"export.list.only.{part}")
        line = count(f"export.count.{part}", number)
        yield f"{part:<{COLUMN}}{line} {how}".rstrip()
    yield f"{WORDS:<{COLUMN}}{count('export.count.words', offer.words)}"
