"""Which dated facts a course uses, and which of its blocks rest on old ones."""

from calendar import monthrange
from datetime import date

from tutor.domain.course import Callout, Course
from tutor.domain.question import Asked
from tutor.domain.value import Value

MONTHS_AHEAD = 6
"""How soon a fact must expire for what rests on it to be named."""
_MONTHS = 12


class Resting(Value):
    """A block that rests on a fact whose date has passed, or soon will."""

    path: str
    line: int
    block: str
    """The id of the block, or the kind of a callout without one."""
    fact: str
    until: date
    has_expired: bool


class FactUse(Value):
    """What a course does with its facts on a given day."""

    horizon: date
    """Facts that expire up to this day are named."""
    unused: tuple[str, ...]
    """Facts that no question and no callout cites."""
    resting: tuple[Resting, ...]
    """What rests on facts that expire, the soonest first."""


def fact_use(course: Course, today: date) -> FactUse:
    """Return what a course does with its facts.

    A block that cites a code of the research dossiers rests on every fact that
    carries it.

    Args:
        course: the course.
        today: the day on which dates are judged.
    """
    horizon = months_after(today, MONTHS_AHEAD)
    used: set[str] = set()
    resting: list[Resting] = []
    for path, block in _citing(course):
        for name, fact in course.facts_named(block.facts).items():
            used.add(name)
            until = fact.valide_jusqu_au
            if until is not None and until <= horizon:
                made = Resting(
                    path=path,
                    line=block.line,
                    block=_name_of(block),
                    fact=name,
                    until=until,
                    has_expired=until < today,
                )
                resting.append(made)
    return FactUse(
        horizon=horizon,
        unused=tuple(name for name in course.facts if name not in used),
        resting=tuple(sorted(resting, key=lambda r: (r.until, r.path, r.line, r.fact))),
    )


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or the last of a shorter month.

    Args:
        day: any day.
        months: how many months.
    """
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _citing(course: Course) -> list[tuple[str, Asked | Callout]]:
    """Return the questions and callouts that cite facts, each with its file."""
    return [
        (unit.path, part)
        for unit in course.units
        for part in unit.blocks
        if isinstance(part, Asked | Callout) and part.facts
    ]


def _name_of(block: Asked | Callout) -> str:
    """Return the id of a block, or the kind of a callout without one."""
    return (block.id or block.kind) if isinstance(block, Callout) else block.id
