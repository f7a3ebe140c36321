"""Dates as the language of the moment shortens them, whatever the machine's own."""

from datetime import date

from tutor.locale.catalogue import say

MINUTES = 60
"""In an hour."""


def short_date(day: date) -> str:
    """Return a day as `dim. 22 nov.`, or `Sun 22 Nov`."""
    name = say("home.days").split()[day.weekday()]
    month = say("home.months").split()[day.month - 1]
    return f"{name} {day.day} {month}"


def numeric_date(day: date) -> str:
    """Return a day as `22/11/2026`; a course about France keeps the day first."""
    return f"{day:%d/%m/%Y}"


def duration(minutes: int) -> str:
    """Return a time as one says it: 45 min, 2 h 05.

    Args:
        minutes: how many.
    """
    hours, rest = divmod(minutes, MINUTES)
    if not hours:
        return say("home.time.minutes", m=rest)
    return say("home.time.hours", h=hours, m=f"{rest:02}")
