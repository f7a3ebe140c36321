"""A report on paper: A4, the fonts that travel with typst, no network.

The words of a report are handed to the template as data: nothing that somebody wrote
is ever read as typst.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

import typst

from tutor.domain.figures import Figures
from tutor.locale import listed, numeric_date, say
from tutor.locale.language import language
from tutor.reports.attention import flagged_questions
from tutor.reports.cells import clean, fault_text
from tutor.reports.drawings import PRINTED, drawing_of
from tutor.reports.mark import MARK
from tutor.reports.story import (
    faults_line,
    limits,
    missing_line,
    opening,
    subject_of,
    title_of,
)
from tutor.reports.views import Grid, parts_of

PAPER = Path(__file__).parent / "templates" / "paper.typ"
NARROWEST, WIDEST = 5, 26
"""Characters between which a column of paper gets its share of the width."""


def pdf_report(figures: Figures) -> bytes:
    """Return a report as a PDF.

    Args:
        figures: on a group or on one intern.
    """
    with tempfile.TemporaryDirectory() as root:
        source = Path(root) / PAPER.name
        source.write_bytes(PAPER.read_bytes())
        made: bytes = typst.compile(
            str(source),
            root=root,
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(printed(figures), ensure_ascii=False)},
            timestamp=int(figures.made_at.timestamp()),
        )
    return made


def printed(figures: Figures) -> dict[str, Any]:
    """Return what the template prints: words and drawings only.

    Args:
        figures: on a group or on one intern.
    """
    parts = parts_of(figures)
    return {
        **_front(figures),
        "parts": [
            {
                "title": part.title,
                "grids": [_grid(one, figures) for one in part.grids if not one.is_long],
                "flagged": _flagged(figures) if part.id == "questions" else [],
            }
            for part in parts
        ],
        "annex": [
            _grid(one, figures) for part in parts for one in part.grids if one.is_long
        ],
        "faults_line": faults_line(figures),
        "faults": [(clean(each.path), fault_text(each)) for each in figures.refused],
        "limits": limits(figures),
        "missing_line": f"{missing_line(figures)} {say('faculty.missing.note')}",
        "missing": [clean(each) for each in figures.missing],
    }


def _front(figures: Figures) -> dict[str, str]:
    """Return the titles, and what stands before the tables."""
    day = numeric_date(figures.made_at.date())
    return {
        "mark": MARK,
        "lang": language(),
        "kicker": say("faculty.kicker"),
        "title": title_of(figures),
        "subject": subject_of(figures),
        "made": say("faculty.made", date=day, mark=""),
        "opening": " ".join(opening(figures)),
        "empty": say("faculty.empty"),
        "flag": say("faculty.flag"),
        "flag_how": say("faculty.flag.how"),
        "annex_title": say("faculty.annex"),
        "faults_title": say("faculty.part.faults"),
        "limits_title": say("faculty.part.limits"),
        "missing_title": say("faculty.part.missing"),
    }


def _flagged(figures: Figures) -> list[tuple[str, str, str]]:
    """Return the questions to read again, their places and the reasons."""
    found = flagged_questions(figures)
    return [(each.question, each.place, listed(each.reasons)) for each in found]


def _grid(grid: Grid, figures: Figures) -> dict[str, Any]:
    """Return a table as the template prints it."""
    texts = [[cell.text for cell in row] for row in grid.rows]
    found: dict[str, Any] = {
        "title": grid.title,
        "note": grid.note,
        "heads": grid.heads,
        "numbers": grid.is_number,
        "widths": _widths(grid.heads, texts),
        "rows": texts,
    }
    drawing = drawing_of(figures.table(grid.id), figures.least_group)
    if drawing:
        head, tag, rest = drawing.partition(">")
        found["drawing"] = head + tag + PRINTED + rest
    return found


def _widths(heads: tuple[str, ...], rows: list[list[str]]) -> list[int]:
    """Return the share of the width each column gets, by what it holds."""
    widths = []
    for rank, head in enumerate(heads):
        words = [len(word) for word in head.split()]
        texts = sorted(len(row[rank]) for row in rows)
        usual = texts[len(texts) * 9 // 10] if texts else 0
        widths.append(min(max(NARROWEST, *words, usual), WIDEST))
    return widths
