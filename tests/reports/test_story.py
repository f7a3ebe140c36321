"""What a report says in sentences, and the questions it asks to read again."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from tests.reports.pieces import columns, table
from tests.reports.samples import figures
from tutor.cli.gauge import FEWEST, LINES, Gauge
from tutor.domain.figures import (
    Cell,
    Column,
    ColumnKind,
    Estimate,
    Figures,
    Hidden,
    Place,
)
from tutor.reports.attention import flagged_questions
from tutor.reports.cells import cell_text
from tutor.reports.drawings import flower
from tutor.reports.html_page import html_report
from tutor.reports.story import opening

FIGURES = figures()
TEMPLATES = Path(html_report.__code__.co_filename).parent / "templates"


def changed(**fields: object) -> Figures:
    """Return the figures with other fields."""
    return Figures(**{**dict(FIGURES), **fields})


@pytest.mark.parametrize(
    ("value", "kind", "column", "text"),
    [
        (0.625, "share", "done", "62\xa0%"),
        (0.625, "share", "estimate", "0,62"),
        (1234, "count", "answers", "1\xa0234"),
        (3.14, "mean", "before", "3,1"),
        (-0.2, "shift", "shift", "−0,20"),
        (0.0, "shift", "shift", "0,00"),
        (0.4, "number", "correlation", "+0,40"),
        (31.6, "number", "seconds", "32"),
        (None, "share", "done", "–"),
        (Hidden(hidden="few"), "share", "done", "n\xa0<\xa05"),
        (Hidden(hidden="subtraction"), "share", "done", "masqué"),
        (Place(file="a.md", line=3), "place", "place", "a.md:3"),
        (
            Estimate(n=37, value=0.5, low=0.4, high=0.6),
            "share", "done", "50\xa0% [40–60\xa0%] n\xa0=\xa037",
        ),
        (
            Estimate(n=37, value=0.5, low=0.4, high=0.6),
            "share", "estimate", "0,50 [0,40–0,60] n\xa0=\xa037",
        ),
        (
            Estimate(n=9, value=-0.1, low=-0.3, high=0.1),
            "number", "correlation", "−0,10 [−0,30 à +0,10] n\xa0=\xa09",
        ),
        ("a\nb\x07\u202ec", "text", "title", "a b  c"),
    ],
)  # fmt: skip
def test_a_cell_is_said_one_way(
    value: object, kind: ColumnKind, column: str, text: str
) -> None:
    head = Column(id=column, kind=kind)
    assert cell_text(value, head, 5) == text  # type: ignore[arg-type]


def test_the_first_paragraph_says_who_handed_in() -> None:
    assert opening(FIGURES)[0] == "37 internes sur 41 ont remis un carnet."
    few = changed(missing=("a",) * 10)
    assert opening(few)[:2] == (
        "31 internes sur 41 ont remis un carnet.",
        "6 autres, hors de la liste, aussi.",
    )
    assert opening(changed(tables=())) == (
        "37 internes ont remis un carnet.",
        "Rien n'est montré pour moins de 5 personnes.",
    )


def test_a_report_on_one_intern_opens_by_what_it_is_not() -> None:
    said = opening(changed(learner="mésange"))
    assert "pas une évaluation" in " ".join(said)


def test_a_question_is_named_only_where_its_whole_interval_is_on_the_wrong_side() -> (
    None
):
    def row(
        name: str, difficulty: float, flat: float, sure: float, said: int
    ) -> list[Cell]:
        near = [
            Estimate(n=20, value=value, low=value - 0.1, high=value + 0.1)
            for value in (difficulty, flat, sure)
        ]
        return [name, Place(file="q.md", line=1), *near, said]

    heads = columns(
        question="text",
        place="place",
        difficulty="share",
        discrimination="number",
        sure_wrong="share",
        disputes="count",
    )
    rows: list[list[Cell]] = [
        row("well", 0.5, 0.3, 0.1, 0),
        row("nearly", 0.26, 0.01, 0.24, 0),
        row("hard", 0.2, 0.3, 0.1, 0),
        row("all", 0.2, -0.1, 0.4, 2),
        ["hidden", Place(file="q.md", line=1), *[Hidden(hidden="few")] * 4],
    ]
    found = flagged_questions(changed(tables=(table("questions", heads, rows),)))
    assert [(each.question, len(each.reasons)) for each in found] == [
        ("all", 4), ("hard", 1),
    ]  # fmt: skip


def test_the_flower_draws_nothing_that_is_hidden() -> None:
    svg = flower(FIGURES.table("competencies"), 5)
    assert svg.count('class="petal"') == 5
    assert svg.count('class="outline"') == 1
    assert "n\xa0&lt;\xa05" in svg


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_and_taken_away() -> None:
    seen = Terminal()
    with contextlib.suppress(KeyboardInterrupt), Gauge(seen) as gauge:
        gauge(0, 10)
        gauge(5, 10)
        raise KeyboardInterrupt
    assert "5 fichiers lus sur 10" in seen.getvalue()
    assert seen.getvalue().endswith("\r\x1b[K")


def test_lines_are_few_and_only_where_the_reading_is_long() -> None:
    for total, lines in ((FEWEST - 1, 0), (FEWEST, LINES), (14_000, LINES)):
        seen = io.StringIO()
        with Gauge(seen) as gauge:
            for done in range(total + 1):
                gauge(done, total)
        assert len(seen.getvalue().splitlines()) == lines
        assert "\x1b" not in seen.getvalue()


def luminance(colour: str) -> float:
    """Return how bright a colour is, as WCAG counts."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand apart, as WCAG counts."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sheet", ["page.css", "debrief.css"])
def test_every_text_stands_out_light_and_dark_and_printed(sheet: str) -> None:
    css = (TEMPLATES / sheet).read_text(encoding="utf-8")
    looks: list[dict[str, str]] = []
    for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL):
        found = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6})", block))
        whole = {n: c if len(c) == 7 else "#" + c[1] * 2 + c[2] * 2 + c[3] * 2
                 for n, c in found.items()}  # fmt: skip
        looks.append({**(looks[0] if looks else {}), **whole})
    assert len(looks) == 3
    for look in looks:
        for ink in ("ink", "soft", "accent"):
            assert contrast(look[ink], look["paper"]) >= 4.5, (sheet, ink, look)
        if "tint" in look:
            assert contrast(look["ink"], look["tint"]) >= 4.5
