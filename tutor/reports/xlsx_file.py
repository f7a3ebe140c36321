"""A report as a workbook: real numbers, frozen heads, filters; nothing that runs."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tutor.domain.figures import Figures, Table
from tutor.locale import say
from tutor.reports.cells import (
    CREDITS,
    WHOLE,
    clean,
    fault_text,
    table_note,
    table_title,
)
from tutor.reports.flat import Head, flattened
from tutor.reports.mark import MARK
from tutor.reports.story import limits, opening, subject_of, title_of
from tutor.reports.views import tables_of

SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
WIDEST, NARROWEST = 60, 9
"""Characters a column may be wide."""
_UNNAMEABLE = re.compile(r"[\[\]:*?/\\']")
_FORMATS = {"count": "#,##0", "mean": "0.0", "shift": "+0.00;-0.00;0.00"}


def xlsx_report(figures: Figures) -> bytes:
    """Return a report as a workbook, a sheet a table.

    Args:
        figures: on a group or on one intern.
    """
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, SAFE) as book:
        book.set_properties(
            {
                "title": title_of(figures),
                "comments": MARK,
                "created": figures.made_at.replace(tzinfo=None),
            }
        )
        pen = _Pen(book)
        pen.front(figures)
        for table in tables_of(figures):
            pen.table(table, figures.least_group)
        if figures.refused:
            rows = [(clean(each.path), fault_text(each)) for each in figures.refused]
            pen.closing(say("faculty.part.faults"), rows)
        if figures.missing:
            names = [(clean(each),) for each in figures.missing]
            pen.closing(say("faculty.part.missing"), names)
    return held.getvalue()


class _Pen:
    """Writes the sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._formats: dict[str, Format] = {}
        self._names: set[str] = set()

    def front(self, figures: Figures) -> None:
        """Write what a reader must know before the tables."""
        sheet = self._sheet(say("faculty.sheet.read"))
        sheet.set_column(0, 0, 100)
        sheet.write_string(0, 0, title_of(figures), self._format(bold=True, size=16))
        sheet.write_string(1, 0, subject_of(figures))
        when = figures.made_at.replace(tzinfo=None)
        sheet.write_datetime(2, 0, when, self._format("dd/mm/yyyy", align="left"))
        wrapped = self._format(wrap=True)
        row = 4
        for sentence in opening(figures):
            sheet.write_string(row, 0, sentence, wrapped)
            row += 1
        row += 1
        sheet.write_string(row, 0, say("faculty.part.limits"), self._format(bold=True))
        for sentence in limits(figures):
            row += 1
            sheet.write_string(row, 0, sentence, wrapped)

    def table(self, table: Table, least: int) -> None:
        """Write a table: its note, its heads, which stay in sight, and its rows."""
        sheet, flat = self._sheet(table_title(table)), flattened(table, least)
        sheet.write_string(0, 0, table_note(table), self._format(italic=True))
        self._heads(sheet, [head.title for head in flat.heads], len(flat.rows))
        for number, row in enumerate(flat.rows):
            for rank, value in enumerate(row):
                self._write(sheet, number + 2, rank, value, flat.heads[rank])
        self._widths(sheet, [head.title for head in flat.heads], flat.rows)

    def closing(self, title: str, rows: Sequence[Sequence[str]]) -> None:
        """Write a sheet of texts."""
        sheet = self._sheet(title)
        sheet.write_string(0, 0, title, self._format(bold=True))
        for number, row in enumerate(rows):
            for rank, text in enumerate(row):
                sheet.write_string(number + 2, rank, text)
        self._widths(sheet, [""] * len(rows[0]), rows)

    def _sheet(self, title: str) -> Worksheet:
        """Return a new sheet; the name of each is new, and one that Excel takes."""
        plain = _UNNAMEABLE.sub(" ", clean(title)).strip()[:LONGEST_NAME].strip()
        name, number = plain, 2
        while name.casefold() in self._names:
            end = f" {number}"
            name, number = plain[: LONGEST_NAME - len(end)] + end, number + 1
        self._names.add(name.casefold())
        sheet: Worksheet = self._book.add_worksheet(name)
        return sheet

    def _heads(self, sheet: Worksheet, titles: Sequence[str], rows: int) -> None:
        """Write the heads of a table, which stay in sight and can be filtered by."""
        head = self._format(bold=True, wrap=True, under=True)
        for rank, title in enumerate(titles):
            sheet.write_string(1, rank, title, head)
        sheet.freeze_panes(2, 1)
        if titles:
            sheet.autofilter(1, 0, max(rows, 1) + 1, len(titles) - 1)

    def _write(
        self, sheet: Worksheet, row: int, rank: int, value: Any, head: Head
    ) -> None:
        """Write a cell as what it is."""
        match value:
            case None:
                return
            case str() if head.kind in {"text", "place"}:
                sheet.write_string(row, rank, value)
            case str():
                sheet.write_string(row, rank, value, self._format(align="right"))
            case _:
                sheet.write_number(row, rank, value, self._format(_number_format(head)))

    def _widths(
        self, sheet: Worksheet, titles: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Give each column the room its longest text asks for."""
        held = list(rows)
        for rank, title in enumerate(titles):
            words = [len(word) for word in title.split()]
            texts = [len(text) for text in texts_of(held, rank)]
            widest = max([NARROWEST, *words, *texts]) + 2
            sheet.set_column(rank, rank, min(widest, WIDEST))

    def _format(
        self,
        number: str = "General",
        *,
        bold: bool = False,
        italic: bool = False,
        wrap: bool = False,
        under: bool = False,
        size: int = 11,
        align: str = "",
    ) -> Format:
        """Return a look of cells, made once."""
        wanted = {
            "num_format": number,
            "bold": bold,
            "italic": italic,
            "text_wrap": wrap,
            "bottom": int(under),
            "font_size": size,
            "align": align or "general",
            "valign": "top",
        }
        key = repr(wanted)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(wanted)
        return self._formats[key]


def texts_of(rows: Sequence[Sequence[object]], rank: int) -> list[str]:
    """Return the texts of a column.

    Args:
        rows: cells of any kind.
        rank: which column, from 0.
    """
    column = (row[rank] for row in rows)
    return [text for text in column if isinstance(text, str)]


def _number_format(head: Head) -> str:
    """Return how a spreadsheet shows the numbers of a column."""
    if head.kind == "share":
        return "0.00" if head.column.id in CREDITS else "0%"
    if head.column.id in WHOLE:
        return "#,##0"
    return _FORMATS.get(head.kind, "0.00")
