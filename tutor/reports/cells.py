"""Every number of a report as text, once: all formats that show words show these."""

from functools import lru_cache

from tutor.domain.figures import (
    Cell,
    Column,
    Estimate,
    Figures,
    Hidden,
    Place,
    Refused,
    Table,
)
from tutor.locale import advise, decimal, grouped, no_break, say
from tutor.locale.language import Language, language
from tutor.locale.typography import NO_BREAK

NOTHING = "–"
"""What stands where there is nothing to say."""
CREDITS = frozenset({"estimate", "difficulty", "right"})
"""Columns of mean credits: shown as the tutor shows an intern's, 0,71 and not 71 %."""
WHOLE = frozenset({"seconds"})
"""Numbers whose decimals would mean nothing."""
_NO_BREAK = "\u00a0\u202f"
SIGNED = frozenset({"shift", "number"})
"""Kinds that may be negative: their interval is said with a word, not with a dash."""


def column_title(column: Column) -> str:
    """Return what heads a column."""
    return say(f"report.column.{column.id}")


def table_title(table: Table) -> str:
    """Return the title of a table."""
    return say(f"report.table.{table.id}")


def table_note(table: Table) -> str:
    """Return what a table says and cannot say."""
    return say(f"report.note.{table.id}")


def cell_text(cell: Cell, column: Column, least: int) -> str:
    """Return a cell in the language of the moment.

    Args:
        cell: what the table holds.
        column: where it stands.
        least: the smallest group shown, in people.
    """
    match cell:
        case None:
            return NOTHING
        case Estimate():
            return estimate_text(cell, column)
        case Hidden():
            return hidden_text(cell, least)
        case Place():
            return place_text(cell)
        case str():
            return clean(cell)
        case _:
            return number_text(cell, column)


def number_text(number: float, column: Column) -> str:
    """Return a number as its column shows numbers.

    Args:
        number: any.
        column: its kind says what the number is.
    """
    if column.kind == "count":
        return grouped(round(number))
    if column.kind == "share" and column.id not in CREDITS:
        return _percent(round(number * 100), language())
    if column.id in WHOLE:
        return grouped(round(number))
    if column.kind == "mean":
        return decimal(number, 1)
    return _signed(number) if column.kind in SIGNED else decimal(number)


def estimate_text(cell: Estimate, column: Column) -> str:
    """Return a number, its interval, and how many it rests on.

    Args:
        cell: the three.
        column: its kind says what the number is.
    """
    value, interval = number_text(cell.value, column), interval_text(cell, column)
    return f"{value} {interval} n{NO_BREAK}={NO_BREAK}{grouped(cell.n)}"


def interval_text(cell: Estimate, column: Column) -> str:
    """Return the interval of a number, in brackets."""
    low, high = number_text(cell.low, column), number_text(cell.high, column)
    if column.kind in SIGNED:
        return say("faculty.interval", low=low, high=high)
    if column.kind == "share" and column.id not in CREDITS:
        low = str(round(cell.low * 100))
    return f"[{low}–{high}]"


def hidden_text(cell: Hidden, least: int) -> str:
    """Return what is said in the place of a number that is not shown."""
    if cell.hidden == "few":
        return f"n{NO_BREAK}<{NO_BREAK}{least}"
    return say("faculty.masked")


def place_text(place: Place) -> str:
    """Return a place as editors and terminals open it."""
    return f"{clean(place.file)}:{place.line}"


def clean(text: str) -> str:
    """Return a text in one line, without what drives a terminal or a page."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter in _NO_BREAK else " "
        for letter in text
    )


def fault_text(fault: Refused) -> str:
    """Return what is the matter with a file and what to do about it."""
    said = say(fault.message_id, **fault.values)
    advice = advise(fault.message_id, **fault.values)
    return f"{said} {advice}" if advice else said


def covered_text(figures: Figures) -> str:
    """Return whom a report is about: a person, a promotion or everybody."""
    if figures.learner is not None:
        return say("faculty.covers.learner", learner=clean(figures.learner))
    if figures.promotion is not None:
        return say("faculty.covers.promotion", promotion=clean(figures.promotion))
    return say("faculty.covers.all")


@lru_cache(maxsize=500)
def _percent(number: int, _language: Language) -> str:
    """Return a share in per cent, said once for each: a report has thousands of them."""
    return no_break(say("faculty.percent", number=number))


def _signed(number: float) -> str:
    """Return a number with two decimals and its sign, a true minus."""
    text = decimal(abs(number))
    if not any(digit in "123456789" for digit in text):
        return text
    return f"{'−' if number < 0 else '+'}{text}"
