"""Dates as French shortens them, whatever the machine's own language."""

from datetime import date

from tutor.locale.catalogue import say


def short_date(day: date) -> str:
    """Return a day as `dim. 22 nov.`."""
    name = say("home.days").split()[day.weekday()]
    month = say("home.months").split()[day.month - 1]
    return f"{name} {day.day} {month}"


def numeric_date(day: date) -> str:
    """Return a day as `22/11/2026`."""
    return f"{day:%d/%m/%Y}"
