"""One set of figures, five formats: each is read back and compared cell by cell."""

import csv
import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
import typst

from tests.reports.pieces import HOSTILE
from tests.reports.reading import Page
from tests.reports.samples import figures
from tutor.domain.figures import Cell, Column, Estimate, Figures, Hidden, Place
from tutor.reports.cells import cell_text, clean, hidden_text, place_text, table_title
from tutor.reports.csv_files import csv_archive, csv_report
from tutor.reports.flat import flattened
from tutor.reports.html_page import html_report
from tutor.reports.json_file import json_report, read_report, report_schema
from tutor.reports.pdf_file import PAPER, pdf_report, printed
from tutor.reports.views import LONG, tables_of
from tutor.reports.xlsx_file import xlsx_report

FIGURES = figures()
TABLES = tables_of(FIGURES)


def words(cell: Cell, column: Column) -> str:
    """Return a cell as every format that shows words must show it."""
    return cell_text(cell, column, FIGURES.least_group)


def spread(cell: Cell, *, wide: bool) -> list[str | int | float | None]:
    """Return a cell as every format that keeps numbers must keep it."""
    match cell:
        case Estimate():
            return [cell.value, cell.low, cell.high, cell.n]
        case Hidden():
            found: str | int | float | None = hidden_text(cell, FIGURES.least_group)
        case Place():
            found = place_text(cell)
        case str():
            found = clean(cell)
        case _:
            found = cell
    return [found, None, None, None] if wide else [found]


def kept(table_id: str) -> list[list[str | int | float | None]]:
    """Return the rows of a table as numbers and texts."""
    table = next(each for each in TABLES if each.id == table_id)
    wide = [
        any(isinstance(row[n], Estimate) for row in table.rows)
        for n in range(len(table.columns))
    ]
    return [
        [
            value
            for cell, is_wide in zip(row, wide, strict=True)
            for value in spread(cell, wide=is_wide)
        ]
        for row in table.rows
    ]


def csv_value(text: str) -> str | float | None:
    """Return what a French spreadsheet makes of a cell."""
    if text.startswith("'"):
        return text[1:]
    try:
        return float(text.replace(",", ".")) if text else None
    except ValueError:
        return text


def alike(read: Any, meant: Any) -> bool:
    """Return whether what was read is what was meant, six decimals deep."""
    if isinstance(meant, int | float) and isinstance(read, int | float):
        return read == pytest.approx(meant, abs=1e-6)
    return bool(read == meant)


def rows_alike(read: list[list[Any]], meant: list[list[Any]]) -> bool:
    """Return whether rows that were read are those that were meant."""
    return [len(row) for row in read] == [len(row) for row in meant] and all(
        alike(one, other)
        for row, known in zip(read, meant, strict=True)
        for one, other in zip(row, known, strict=True)
    )


def test_the_samples_hold_every_kind_of_cell() -> None:
    cells = [cell for table in TABLES for row in table.rows for cell in row]
    assert {type(cell) for cell in cells} == {
        str, int, float, Estimate, Hidden, Place, type(None),
    }  # fmt: skip
    assert {cell for cell in cells if isinstance(cell, str)} >= set(HOSTILE)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_the_page_shows_every_cell(table: Any) -> None:
    found = Page(html_report(FIGURES)).tables[table.id][1:]
    assert found == [
        [words(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]


def test_the_page_shows_every_table() -> None:
    page = Page(html_report(FIGURES))
    assert list(page.tables) == [table.id for table in TABLES]
    assert page.captions == {table.id: table_title(table) for table in TABLES}


def test_csv_holds_every_number_with_its_interval() -> None:
    with zipfile.ZipFile(io.BytesIO(csv_archive(FIGURES))) as archive:
        for table in TABLES:
            text = archive.read(f"{table.id}.csv").decode("utf-8")
            assert text.startswith("\ufeff")
            _, *rows = csv.reader(io.StringIO(text[1:]), delimiter=";")
            read = [[csv_value(cell) for cell in row] for row in rows]
            meant = [
                [csv_value(cell) if isinstance(cell, str) else cell for cell in row]
                for row in kept(table.id)
            ]
            assert rows_alike(read, meant), table.id


def test_one_csv_holds_what_the_files_of_the_archive_do() -> None:
    whole = csv_report(FIGURES)
    with zipfile.ZipFile(io.BytesIO(csv_archive(FIGURES))) as archive:
        for name in archive.namelist():
            assert archive.read(name).decode("utf-8").removeprefix("\ufeff") in whole
        assert len(archive.namelist()) == len(TABLES) + 3


def test_no_cell_of_a_csv_is_run_by_a_spreadsheet() -> None:
    cells = [
        cell
        for row in csv.reader(io.StringIO(csv_report(FIGURES)[1:]), delimiter=";")
        for cell in row
    ]
    for text in HOSTILE[:6]:
        assert f"'{clean(text)}" in cells
    for cell in cells:
        stripped = cell.strip()
        if stripped[:1] in {*"=+-@＝＋－＠"}:
            float(stripped.replace(",", "."))  # only a number may begin so


def test_the_workbook_holds_every_number_with_its_interval() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_report(FIGURES)))
    for number, table in enumerate(TABLES, start=1):
        sheet = book.worksheets[number]
        read = [
            [cell.value for cell in row][: len(flattened(table, 5).heads)]
            for row in sheet.iter_rows(min_row=3)
        ]
        assert rows_alike(read, kept(table.id)), table.id
        assert sheet.freeze_panes == "B3"
        assert sheet.auto_filter.ref


def test_the_workbook_has_types_and_runs_nothing() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_report(FIGURES)))
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert {cell.hyperlink for cell in cells} == {None}
    assert {"0%", "0.00", "#,##0", "dd/mm/yyyy"} <= {c.number_format for c in cells}


def test_json_reads_back_as_it_was() -> None:
    assert read_report(json_report(FIGURES)) == FIGURES


def test_the_schema_names_every_field_of_a_report() -> None:
    found = json.loads(json_report(FIGURES))
    schema = report_schema()
    assert set(found) == set(schema["properties"])
    assert schema["properties"]["schema"] == {"const": found["schema"]}
    assert set(schema["required"]) <= set(found)


def test_paper_shows_every_cell() -> None:
    found = typst.query(
        str(PAPER),
        "table",
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(printed(FIGURES))},
    )
    tables = json.loads(found)
    assert len(tables) == len(TABLES)
    annexed = sorted(TABLES, key=lambda table: table.id in LONG)
    for table, drawn in zip(annexed, tables, strict=True):
        meant = [
            words(cell, column)
            for row in table.rows
            for cell, column in zip(row, table.columns, strict=True)
        ]
        assert [cell_of(each) for each in drawn["children"][1:]] == meant


def cell_of(child: dict[str, Any]) -> str:
    """Return the text of a cell as typst laid it out."""
    return text_of(child["body"])


def text_of(body: Any) -> str:
    """Return the text of a piece of typst."""
    if isinstance(body, dict):
        if body.get("func") == "space":
            return " "
        return text_of(body.get("text", body.get("children", body.get("body", ""))))
    return body if isinstance(body, str) else "".join(map(text_of, body))


def test_paper_is_a_pdf_made_without_the_fonts_of_the_machine() -> None:
    made = pdf_report(FIGURES)
    assert made.startswith(b"%PDF-")
    assert pdf_report(FIGURES) == made


def test_nothing_anybody_wrote_becomes_markup() -> None:
    page = Page(html_report(FIGURES))
    names = [tag for tag, _ in page.tags]
    assert "script" not in names
    assert "img" not in names
    assert "".join(page.text).count("<script>") >= 2
    assert "{{ 7 * 7 }} {% raw %}" in page.text


def test_the_page_loads_nothing() -> None:
    page = Page(html_report(FIGURES))
    for tag, given in page.tags:
        for name, value in given.items():
            assert name not in {"src", "srcset", "style", "action", "onload"}, tag
            if name == "href":
                assert (value or "").startswith("#")
            elif name != "xmlns":
                assert "//" not in (value or ""), (tag, name)
    assert "url(" not in html_report(FIGURES)
    assert "@import" not in html_report(FIGURES)


def test_a_screen_reader_finds_its_way() -> None:
    page = Page(html_report(FIGURES))
    names = [tag for tag, _ in page.tags]
    assert {"header", "main", "nav", "footer", "section"} <= set(names)
    assert names.count("h1") == 1
    assert names.count("caption") == names.count("table") == len(TABLES)
    ids = [given["id"] for _, given in page.tags if "id" in given]
    assert len(ids) == len(set(ids))
    for tag, given in page.tags:
        if tag == "th":
            assert given["scope"] in {"row", "col"}
        if tag == "a":
            assert (given["href"] or "")[1:] in ids
        if tag == "svg" and "aria-hidden" not in given:
            assert given["role"] == "img"
            assert set((given["aria-labelledby"] or "").split()) <= set(ids)
    assert page.open == []


@pytest.mark.parametrize("people", [0, 1, 5, 14_000])
def test_every_format_takes_any_number_of_people(people: int) -> None:
    made = figures(2, people=people)
    assert html_report(made)
    assert csv_report(made)
    assert xlsx_report(made)


def test_a_report_without_tables_says_its_limits() -> None:
    bare = Figures(**{**dict(FIGURES), "tables": (), "refused": (), "missing": ()})
    page = "".join(Page(html_report(bare)).text)
    assert "aucun niveau n'est calculé" in page
    assert pdf_report(bare).startswith(b"%PDF-")
    assert "aucun niveau n'est calculé" in csv_report(bare)
