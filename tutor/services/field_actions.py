"""The action a lesson asks for in the field, and when to ask what became of it."""

from collections.abc import Iterator
from datetime import timedelta

from tutor.domain.answer import Record
from tutor.domain.clock import Clock
from tutor.domain.course import Course, Reflection, Unit
from tutor.services.lesson_parts import field_card
from tutor.services.standing import Standing

DAYS = 7
"""After how many days one is asked what became of it."""


def due_actions(
    course: Course, record: Record, standing: Standing, clock: Clock
) -> Iterator[tuple[Unit, Reflection]]:
    """Yield the lessons whose action is to be asked about, the oldest first.

    A lesson done for seven days asks once; a note written, or the card passed, since
    then answers it.

    Args:
        course: the course.
        record: what the store knows of it.
        standing: which lessons are done.
        clock: what day it is.
    """
    waiting = []
    for unit in course.lessons:
        card = field_card(unit)
        ended = [r.touched for r in record.runs if r.target == unit.id and r.ended]
        if card is None or not ended or standing.lessons[unit.id] != "done":
            continue
        asked_from = min(ended) + timedelta(days=DAYS)
        if clock.local_day(asked_from) > clock.local_day(clock.now()):
            continue
        since = [note.at for note in record.notes if note.subject == card.id]
        since += [r.touched for r in record.runs if r.target == card.id and r.ended]
        if not any(clock.local_day(at) >= clock.local_day(asked_from) for at in since):
            waiting.append((asked_from, unit, card))
    for _, unit, card in sorted(waiting, key=lambda each: each[0]):
        yield unit, card
