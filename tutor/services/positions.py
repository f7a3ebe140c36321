"""Where a person has placed themself over time, in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tutor.domain.answer import Positioning
from tutor.domain.clock import Clock
from tutor.locale import numeric_date, say


class Stand(NamedTuple):
    """The last position of one local day."""

    day: date
    value: str


def stands_of(
    positionings: Iterable[Positioning], clock: Clock
) -> dict[str, tuple[Stand, ...]]:
    """Return the positions on each code, the earliest first, one a day.

    A position changed the same day is one that was pressed by mistake.

    Args:
        positionings: in any order.
        clock: says on which local day each was taken.
    """
    days: dict[str, dict[date, str]] = {}
    for each in sorted(positionings, key=lambda entry: entry.at):
        days.setdefault(each.code, {})[clock.local_day(each.at)] = each.value
    return {
        code: tuple(Stand(day, value) for day, value in sorted(found.items()))
        for code, found in days.items()
    }


def value_text(value: str) -> str:
    """Return a position in words.

    Args:
        value: 1 to 5 on the supervision scale, or N, I or C.
    """
    return say(f"des.scale.{value}" if value.isdecimal() else f"des.level.{value}")


def stands_text(value: str, stands: Sequence[Stand]) -> str:
    """Return where a person places themself: the first and the last time, dated.

    Args:
        value: the last position.
        stands: all of them, as `stands_of` returns them; none where dates are unknown.
    """
    if not stands:
        return say("des.positioning.yours", level=value_text(value))
    first, last = stands[0], stands[-1]
    now = {"level": value_text(last.value), "date": numeric_date(last.day)}
    if first is last:
        return say("des.positioning.yours-dated", **now)
    was = {"first": value_text(first.value), "first_date": numeric_date(first.day)}
    return say("des.positioning.moved", **was, **now)
