"""A report as French Excel opens CSV: semicolons, a mark of order, decimal commas."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from tutor.domain.figures import Figures, Table
from tutor.locale import say
from tutor.reports.cells import clean, fault_text, table_note, table_title
from tutor.reports.flat import flattened
from tutor.reports.mark import MARK
from tutor.reports.story import limits, opening, subject_of, title_of
from tutor.reports.views import tables_of

MOST_DIGITS = 6
"""Decimals written: more than any interval of this report has a use for."""
_FORMULA = re.compile(r"[\s'\u200b\ufeff]*[=+\-@＝＋－＠]")
"""How a text begins that a spreadsheet would run: after spaces too."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)

Line = Sequence[str | int | float | None]


def csv_report(figures: Figures) -> str:
    """Return a report as one text, its tables one after the other.

    Args:
        figures: on a group or on one intern.
    """
    lines: list[Line] = [*_front(figures)]
    for table in tables_of(figures):
        lines += [(), (table_title(table),), (table_note(table),)]
        lines += _table(table, figures.least_group)
    for _, title, rows in _closing(figures):
        lines += [(), (title,), *rows]
    return _text(lines)


def csv_archive(figures: Figures) -> bytes:
    """Return a report as an archive with a file for each table."""
    pages = {"lire.csv": _text(_front(figures))}
    for table in tables_of(figures):
        pages[f"{table.id}.csv"] = _text(_table(table, figures.least_group))
    for name, title, rows in _closing(figures):
        pages[name] = _text([(title,), *rows])
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = MARK.encode()
        for name, text in pages.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode("utf-8"))
    return held.getvalue()


def written(value: str | float | None) -> str:
    """Return a value as a French spreadsheet reads it.

    A text that would be run as a formula gets an apostrophe before it; numbers stay
    numbers, negative ones too.

    Args:
        value: what a cell holds.
    """
    match value:
        case None:
            return ""
        case int():
            return str(value)
        case float():
            digits = f"{value:.{MOST_DIGITS}f}".rstrip("0").rstrip(".")
            return ("0" if digits == "-0" else digits).replace(".", ",")
        case str():
            text = clean(value)
            is_run = _FORMULA.match(value) or _FORMULA.match(text)
            return f"'{text}" if is_run else text


def _front(figures: Figures) -> Iterator[Line]:
    """Yield what a reader must know before the tables."""
    yield (title_of(figures), MARK)
    yield (subject_of(figures),)
    for sentence in (*opening(figures), *limits(figures)):
        yield (sentence,)


def _table(table: Table, least: int) -> list[Line]:
    """Return the heads of a table and its rows."""
    sheet = flattened(table, least)
    return [tuple(head.title for head in sheet.heads), *sheet.rows]


def _closing(figures: Figures) -> tuple[tuple[str, str, list[Line]], ...]:
    """Return the files that had a fault and who has handed in nothing, if any.

    Returns:
        The name of a file, a title and rows, for each of the two there is.
    """
    faults: list[Line] = [(each.path, fault_text(each)) for each in figures.refused]
    missing: list[Line] = [(each,) for each in figures.missing]
    found = (
        ("fichiers.csv", say("faculty.part.faults"), faults),
        ("attendus.csv", say("faculty.part.missing"), missing),
    )
    return tuple(each for each in found if each[-1])


def _text(lines: Iterable[Line]) -> str:
    """Return lines as the text of a file."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    for line in lines:
        writer.writerow([written(value) for value in line])
    return "\ufeff" + held.getvalue()
