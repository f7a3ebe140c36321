"""What an intern must know of facts whose date has passed."""

from datetime import date

from tutor.domain.course import Course, FrontMatter
from tutor.domain.reference import Fact
from tutor.locale import numeric_date, say


def stale_facts(
    course: Course, codes: tuple[str, ...], today: date
) -> tuple[Fact, ...]:
    """Return the facts that were only sure until a day gone by.

    Args:
        course: the course that holds the facts.
        codes: facts as blocks name them, by their id or by a code of the dossiers.
        today: the day on which they are judged.
    """
    return tuple(
        fact
        for fact in course.facts_named(codes).values()
        if fact.valide_jusqu_au is not None and fact.valide_jusqu_au < today
    )


def stale_text(course: Course, codes: tuple[str, ...], today: date) -> str:
    """Return the line shown above a block that rests on such facts, or nothing.

    It says the day and not the fact, which could give the answer away.

    Args:
        course: the course that holds the facts.
        codes: facts as the block names them.
        today: the day on which they are judged.
    """
    days = [fact.valide_jusqu_au for fact in stale_facts(course, codes, today)]
    first = min((day for day in days if day is not None), default=None)
    return "" if first is None else say("play.stale.fact", date=numeric_date(first))


def stale_file_text(head: FrontMatter, today: date) -> str:
    """Return the line shown at the top of a file whose own date has passed.

    Args:
        head: the head of the file.
        today: the day on which it is judged.
    """
    expiry = head.valide_jusqu_au
    if expiry is None or expiry >= today:
        return ""
    return say("play.stale.file", date=numeric_date(expiry))
