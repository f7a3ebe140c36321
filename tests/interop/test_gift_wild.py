"""GIFT from the wild: each problem has its line, and the rest is converted."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import at_least
from tutor.interop.gift_reading import category_of, read_gift
from tutor.interop.importing import import_file, write_banks
from tutor.locale import advise, say

CASES = Path(__file__).parent / "cases" / "gift.md"


class Case(NamedTuple):
    """One file, and what must come of it."""

    name: str
    text: str
    problems: list[tuple[int, str]]
    pieces: list[str]


def cases() -> list[Case]:
    """Return the cases of the file."""
    found = []
    for section in CASES.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, rest = section.partition("\n")
        text, _, after = rest.partition("```\n")[2].partition("```\n")
        lines = after.split("\n")
        slips = [line.split()[1:] for line in lines if re.match(r"- \d", line)]
        problems = [(int(line), code) for line, code in slips]
        pieces = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
        found.append(Case(name, text, problems, pieces))
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_file_from_the_wild(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "sauvage.gift"
    path.write_text(case.text, encoding="utf-8")
    made = import_file(path)
    whole = "\n".join(bank.text for bank in made.banks).replace("\u00a0", " ")

    assert sorted((p.line, p.code) for p in made.problems) == sorted(case.problems)
    assert [piece for piece in case.pieces if piece not in whole] == []
    for problem in made.problems:
        assert say(f"exchange.problem.{problem.code}", **problem.values)
        assert advise(f"exchange.problem.{problem.code}", **problem.values)
    for each in write_banks(made.banks, tmp_path / "banques"):
        assert {problem.code for problem in each.problems} <= {"retour-absent"}


TEXT = "::É::Où ? {=là#à côté ~ici#é}\n\n::B::« Quoi » ? {=x’}\n"


@pytest.mark.parametrize(
    ("raw", "noted"),
    [
        (TEXT.encode(), []),
        (TEXT.encode("utf-8-sig"), []),
        (TEXT.replace("\n", "\r\n").encode(), []),
        (TEXT.encode("cp1252"), ["encoding"]),
        (TEXT.encode("utf-16"), ["encoding"]),
        (TEXT.encode("utf-16-le"), ["encoding"]),
        (TEXT.encode("utf-16-be"), ["encoding"]),
    ],
)
def test_any_usual_encoding_is_read(
    raw: bytes, noted: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "essai.txt"
    path.write_bytes(raw)
    made = import_file(path)

    assert [problem.code for problem in made.problems] == noted
    (bank,) = made.banks
    assert "- [x] là\n  > à côté" in bank.text
    assert bank.questions == 2


def test_nothing_in_a_file_is_said_and_a_huge_one_is_not_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "vide.gift"
    path.write_text("// rien\n", encoding="utf-8")
    assert [each.code for each in import_file(path).problems] == ["empty"]

    with path.open("wb") as file:
        file.truncate(20_000_001)
    assert [each.code for each in import_file(path).problems] == ["too-big"]

    path.write_text("a" * 4_000_001, encoding="utf-8")
    assert [each.code for each in import_file(path).problems] == ["too-big"]


def test_a_question_of_endless_options_is_left_out_at_once(tmp_path: Path) -> None:
    path = tmp_path / "sans-fin.gift"
    path.write_text("::a::Q {=x" + "~y" * 100_000 + "}\n\n::b::Q {=x}\n", "utf-8")
    made = import_file(path)

    assert [(each.line, each.code) for each in made.problems] == [(1, "no-answer")]
    assert [bank.questions for bank in made.banks] == [1]


def test_a_category_has_its_path_without_its_roots() -> None:
    assert category_of("$course$/top/A/B // C").path == ("A", "B / C")
    assert category_of("$module$/Défaut").path == ("Défaut",)
    assert category_of("top").path == ()


@at_least(60)
@given(st.text(st.sampled_from("~=#{}:%\\\n a>-[]T$/é<"), max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = read_gift(text, "x.gift")

    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in read.problems)
    assert all(say(f"exchange.problem.{p.code}", **p.values) for p in read.problems)
