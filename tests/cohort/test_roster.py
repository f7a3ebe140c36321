"""A roster is read as any spreadsheet of a secretary saves it."""

from pathlib import Path

import pytest

from tutor.cohort.roster import Expected, folded, read_roster
from tutor.domain.errors import TutorError

THREE = (
    Expected("mésange", "2025", 3),
    Expected("Merle noir", "2024"),
    Expected("grive"),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_encodings_and_separators(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "liste.csv"
    lines = (
        f'"mésange"{separator}2025{separator}S3\r\n\r\n'
        f"Merle noir {separator} 2024\r\ngrive\r\nMESANGE{separator}2023\r\n"
    )
    path.write_bytes(lines.encode(encoding))

    assert read_roster(path) == THREE


def test_a_line_of_titles_is_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "liste.txt"
    path.write_text("Pseudonyme;Promotion;Semestre\ngrive;;\n")

    assert read_roster(path) == (Expected("grive"),)


@pytest.mark.parametrize(
    ("written", "semester"),
    [("3", 3), ("S12", 12), ("s. 4", 4), ("13", None), ("trois", None), ("", None)],
)
def test_semesters_as_people_write_them(
    tmp_path: Path, written: str, semester: int | None
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(f"grive;2025;{written}\n")

    assert read_roster(path) == (Expected("grive", "2025", semester),)


def test_signs_that_hide_do_not_stay(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("gr\u200bive\x1b[2J;=1+1\n", encoding="utf-8")

    assert read_roster(path) == (Expected("grive[2J", "=1+1"),)


def test_names_are_compared_without_capitals_and_accents() -> None:
    assert folded("  MÉSANGE\u200b ") == folded("mesange")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"pseudonyme\n", "empty"), (b"a\n" * 5_000_000, "huge")],
    ids=["nothing", "titles", "huge"],
)
def test_what_is_no_roster_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(data)
    with pytest.raises(TutorError) as told:
        read_roster(path)
    assert told.value.message_id == f"report.roster.{reason}"


@pytest.mark.parametrize("name", ["rien.csv", ".", "a\0b"])
def test_a_roster_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(TutorError) as told:
        read_roster(tmp_path / name)
    assert told.value.message_id == "report.roster.unreadable"
