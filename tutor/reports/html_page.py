"""A report as one page of HTML: no network, no script, light or dark, ready to print."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tutor.domain.figures import Cell, Column, Estimate, Figures
from tutor.locale import listed, numeric_date, say
from tutor.locale.language import language
from tutor.reports.attention import flagged_questions
from tutor.reports.cells import cell_text, clean, fault_text
from tutor.reports.drawings import drawing_of
from tutor.reports.mark import MARK
from tutor.reports.story import (
    faults_line,
    limits,
    missing_line,
    opening,
    subject_of,
    title_of,
)
from tutor.reports.views import OWN, parts_of

TEMPLATES = Path(__file__).parent / "templates"
STEPS = (0.1, 0.2, 0.3, 0.45)
"""Widths of an interval between which an item of the strip grows paler."""


class Patch(NamedTuple):
    """An item of the strip."""

    code: str
    text: str
    strength: int
    """From 1, an interval so wide that it says little, to 5; 0 where nothing is shown."""
    percent: int
    """The estimate, for the bar under the number."""


def html_report(figures: Figures) -> str:
    """Return a report as a whole page of HTML.

    Args:
        figures: on a group or on one intern.
    """
    return (
        environment()
        .get_template("page.html")
        .render(
            mark=MARK,
            lang=language(),
            title=title_of(figures),
            subject=subject_of(figures),
            opening=opening(figures),
            parts=parts_of(figures),
            drawings=_drawings(figures),
            strip=_strip(figures),
            flagged=flagged_questions(figures),
            faults=[(clean(each.path), fault_text(each)) for each in figures.refused],
            faults_line=faults_line(figures),
            missing=[clean(each) for each in figures.missing],
            missing_line=missing_line(figures),
            limits=limits(figures),
            figures=figures,
        )
    )


@cache
def environment() -> Environment:
    """Return what fills the templates: every text is escaped, a gap is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    functions: dict[str, Any] = {"say": say, "day": numeric_date, "listed": listed}
    made.globals.update(functions, style=_style)
    return made


def _style(name: str) -> Markup:
    """Return a style sheet of ours, to stand inside the page."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - ours


def _drawings(figures: Figures) -> dict[str, Markup]:
    """Return the drawings, by the table each shows; `drawings` escapes its words."""
    found = {
        table.id: drawing_of(table, figures.least_group) for table in figures.tables
    }
    return {
        name: Markup(svg)  # noqa: S704 - escaped where it is drawn
        for name, svg in found.items()
        if svg
    }


def _strip(figures: Figures) -> tuple[Patch, ...]:
    """Return the items as a strip: how wide the interval, the number inside."""
    patches = []
    for table in figures.tables:
        ids = [column.id for column in table.columns]
        if table.id.removeprefix(OWN) != "items" or "estimate" not in ids:
            continue
        column = table.columns[ids.index("estimate")]
        for row in table.rows:
            cell, code = row[ids.index("estimate")], clean(str(row[0]))
            patches.append(_patch(code, cell, column, figures.least_group))
    return tuple(patches)


def _patch(code: str, cell: Cell, column: Column, least: int) -> Patch:
    """Return an item of the strip."""
    if not isinstance(cell, Estimate):
        return Patch(code, cell_text(cell, column, least), 0, 0)
    width = cell.high - cell.low
    text = say(
        "faculty.strip",
        value=cell_text(cell.value, column, least),
        half=cell_text(width / 2, column, least),
    )
    strength = 5 - sum(width > step for step in STEPS)
    return Patch(code, text, strength, round(cell.value * 100))
