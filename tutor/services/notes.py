"""What a person noted on a passage, shown under it when it is read again."""

from tutor.domain.answer import Note, Record
from tutor.domain.clock import Clock
from tutor.locale import numeric_date, say
from tutor.services.stops import Stop


def note_lines(stop: Stop, record: Record, clock: Clock) -> tuple[str, ...]:
    """Return the notes on a stop, one a line, the earliest first.

    Args:
        stop: where the notes were written.
        record: what the store knows.
        clock: says on which local day that was.
    """
    return tuple(note_text(note, clock) for note in notes_on(stop.key, record))


def notes_on(key: str, record: Record) -> list[Note]:
    """Return the notes on a stop, the earliest first.

    The message of a relais is none: it was written to somebody.

    Args:
        key: the key of the stop.
        record: what the store knows.
    """
    mine = (note for note in record.notes if note.subject == key and note.run is None)
    return sorted(mine, key=lambda each: each.at)


def note_text(note: Note, clock: Clock) -> str:
    """Return a note on one line, with its day.

    Args:
        note: the note.
        clock: says on which local day it was written.
    """
    day = numeric_date(clock.local_day(note.at))
    return say("reading.note", date=day, text=on_one_line(note.text))


def on_one_line(text: str) -> str:
    """Return words of several lines on one."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return " / ".join(line for line in lines if line)
