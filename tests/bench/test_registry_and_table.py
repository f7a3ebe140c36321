import json
import re

import pytest

from bench.__main__ import main
from bench.figures import BAD, Row
from bench.measuring import measured
from bench.page import PAGE, renewed
from bench.registry import STANDS, chosen, names
from bench.table import HEADS, as_json, as_page, as_text, verdict
from tests.bench.stands import figure, stand

FIGURES = [each for known in STANDS for each in known.figures]
ROWS = [
    Row(figure("kept"), (1.0, 1.5, 2.0)),
    Row(figure("over"), (2.5,)),
    Row(figure("broken"), failure="OSError: full"),
    Row(figure("app"), absent="it is not installed"),
]


def test_no_two_figures_share_a_name() -> None:
    assert len(names()) == len(set(names())) == len(FIGURES)


def test_two_figures_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        names([stand({}, figure("twice"), figure("twice"))])


def test_every_budget_says_which_issue_asked_for_it() -> None:
    assert [f.name for f in FIGURES if (f.budget is None) != (not f.issue)] == []


@pytest.mark.parametrize(
    ("issue", "budget"),
    [
        ("2", 30), ("2", 5), ("2", 20), ("2", 4), ("2", 0.2), ("2", 1.3), ("3", 2.5),
        ("3", 1), ("5", 1.5), ("5", 0.1), ("5", 1.1), ("5", 1.3), ("6", 1.8), ("6", 1),
        ("6", 1.5), ("7", 2.5), ("7", 1), ("7", 1.05),
    ],
)  # fmt: skip
def test_the_table_holds_the_budgets_of_the_issues(issue: str, budget: float) -> None:
    held = [f for f in FIGURES if f.budget == budget and issue in f.issue]

    assert held


def test_what_takes_minutes_is_left_out_unless_it_is_named() -> None:
    slow = next(known for known in STANDS if known.left_out)
    name = slow.figures[0].name

    assert [each.left_out for each in chosen([name], nation=False)] == [""]
    assert all(not each.left_out for each in chosen([], nation=True))
    rows = [row for each in chosen([], nation=False) for row in _left_out(each)]
    assert name in {row.figure.name for row in rows}


def _left_out(known):
    return measured(known, 1) if known.left_out else []


def test_naming_figures_measures_no_other() -> None:
    stands = chosen(["save", "home-paint"], nation=True)

    assert [f.name for each in stands for f in each.figures] == ["home-paint", "save"]


def test_the_table_shows_the_spread_the_budget_and_the_verdict() -> None:
    lines = as_text(ROWS).splitlines()

    assert lines[0].split()[:7] == [*HEADS[:7]]
    assert re.split(r"  +", lines[1])[:7] == [
        *("kept", "1.00", "1.50", "2.00", "3", "≤ 2", "2"),
    ]
    assert " OVER " in lines[2]


def test_no_figure_is_hidden_by_a_failure_or_an_absence() -> None:
    for text in (as_text(ROWS), as_page(ROWS)):
        assert "FAILED broken (what is tried ÷ its floor): OSError: full" in text
        assert "left out app (what is tried ÷ its floor): it is not installed" in text


def test_a_failure_counts_as_missed_and_an_absence_does_not() -> None:
    assert [row.state in BAD for row in ROWS] == [False, True, True, False]
    assert verdict(ROWS) == "1 kept, 1 missed, 1 failed, 1 left out"


def test_json_says_what_the_table_says() -> None:
    said = json.loads(json.dumps([as_json(row) for row in ROWS]))

    assert [(each["name"], each["state"], each["median"]) for each in said] == [
        ("kept", "kept", 1.5),
        ("over", "missed", 2.5),
        ("broken", "failed", None),
        ("app", "left out", None),
    ]
    assert said[2]["reason"] == "OSError: full"


def test_the_table_of_a_page_has_as_many_cells_in_each_line() -> None:
    lines = [line for line in as_page(ROWS).splitlines() if line.startswith("|")]

    assert len(lines) == 4
    assert {line.count("|") for line in lines} == {10}


@pytest.mark.parametrize(
    "words",
    [["--only", "nothing"], ["--rounds", "0"], ["--page", "--only", "save"]],
)
def test_wrong_use_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)

    assert caught.value.code == 2


def test_a_place_of_the_page_is_renewed_and_the_rest_is_kept() -> None:
    page = "a\n<!-- one -->\nold\n<!-- /one -->\nb\n"

    assert renewed(page, "one", r"new \1") == (
        "a\n<!-- one -->\nnew \\1\n<!-- /one -->\nb\n"
    )
    with pytest.raises(ValueError, match="two"):
        renewed(page, "two", "new")


@pytest.mark.parametrize("place", ["budgets", "growth"])
def test_the_page_has_a_place_for_each_table(place: str) -> None:
    assert renewed(PAGE.read_text(encoding="utf-8"), place, "") != ""
