"""`tutor coverage`: short lines for a person, the contract's JSON, a whole page."""

import errno
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE
from tests.course.shipped import known_at


def full(descriptor: int) -> None:
    """Fail as a disk without room does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


SMALL = ("--course", str(COURSE), "coverage")


def test_what_the_course_covers_fits_eighty_columns(tutor: Command) -> None:
    said = tutor(*SMALL)
    lines = said.out.splitlines()

    assert (said.status, said.err) == (0, "")
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Ce que le cours couvre"
    assert lines[1].startswith("Petit cours d'essai, au ")
    for part in ("Totaux", "Leçons et banques", "Items du référentiel", "Missions"):
        assert part in lines


@pytest.mark.no_cover
def test_the_shipped_course_fits_eighty_columns_too(tutor: Command) -> None:
    known_at(tutor.home)
    said = tutor("coverage")

    assert said.status == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert " C5.C.10 " in said.out


def test_a_lack_is_said_in_words(tutor: Command) -> None:
    said = tutor(*SMALL)
    rows = {line.split()[0]: line for line in said.out.splitlines() if line.strip()}

    assert rows["C4.N.1"].endswith("1    1      1 moins de 5")
    assert rows["crise"].endswith("0 aucune question")
    assert "  2 questions : IF-01" in said.out
    assert "\x1b" not in said.out


def test_the_json_is_that_of_the_contract(tutor: Command) -> None:
    said = tutor(*SMALL, "--json")
    facts = json.loads(said.out)

    assert (said.status, said.err) == (0, "")
    assert list(facts) == [
        *("lessons", "minutes", "questions", "dossiers", "items", "missions"),
        *("misconceptions", "primary", "warnings"),
    ]
    assert (facts["lessons"], facts["minutes"], facts["dossiers"]) == (4, 5, 2)
    checked = tutor("--course", str(COURSE), "check", "--format", "json")
    problems = json.loads(checked.out)
    warnings = [each for each in problems if each["severity"] == "warning"]
    assert facts["warnings"] == len(warnings) > 0


@pytest.mark.no_cover
def test_an_added_folder_counts_with_the_course(tutor: Command, tmp_path: Path) -> None:
    alone = json.loads(tutor(*SMALL, "--json").out)
    made = tutor("new", "bank", "locale", "--dir", str(tmp_path))
    assert made.status == 0
    said = tutor("--add", str(tmp_path), *SMALL, "--json")

    facts = json.loads(said.out)
    assert facts["questions"]["qrpl"] == alone["questions"]["qrpl"] + 1


def test_the_page_is_written_whole_in_the_place_of_another(
    tutor: Command, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("avant", encoding="utf-8")
    said = tutor(*SMALL, "--html", str(page))

    assert (said.status, said.out) == (0, "")
    assert said.err == f"Page écrite : {page}\n"
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "Petit cours d&#x27;essai" in text
    assert text.endswith("</html>\n")
    assert [path.name for path in tmp_path.glob("*.html")] == ["page.html"]
    assert not list(tmp_path.glob(".*"))


def test_the_page_and_the_json_can_be_asked_together(
    tutor: Command, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    said = tutor(*SMALL, "--json", "--html", str(page))

    assert json.loads(said.out)["lessons"] == 4
    assert page.is_file()


def test_a_folder_is_not_written_over(tutor: Command, tmp_path: Path) -> None:
    said = tutor(*SMALL, "--html", str(tmp_path))

    assert (said.status, said.out) == (3, "")
    assert said.err.startswith(f"tutor : « {tmp_path} » est un dossier.")


def test_a_page_in_no_folder_is_refused_with_what_to_do(
    tutor: Command, tmp_path: Path
) -> None:
    said = tutor(*SMALL, "--html", str(tmp_path / "absent" / "page.html"))

    assert (said.status, said.out) == (3, "")
    assert f"Le dossier « {tmp_path / 'absent'} » n'existe pas." in said.err
    assert "à faire" in said.err


def test_a_full_disk_leaves_what_was_there(
    tutor: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text("avant", encoding="utf-8")
    tutor(*SMALL)
    monkeypatch.setattr(os, "fsync", full)
    said = tutor(*SMALL, "--html", str(page))

    assert said.status == 3
    assert "ne peut pas être écrit" in said.err
    assert page.read_text(encoding="utf-8") == "avant"
    assert {path.name for path in tmp_path.iterdir()} == {"page.html", "home"}


def test_a_name_without_end_is_refused_and_leaves_nothing(
    tutor: Command, tmp_path: Path
) -> None:
    said = tutor(*SMALL, "--html", str(tmp_path / f"{'x' * 300}.html"))

    assert said.status == 3
    assert "ne peut pas être écrit" in said.err
    assert [path for path in tmp_path.iterdir() if path.name != "home"] == []


def test_a_course_that_is_not_there_is_said(tutor: Command) -> None:
    said = tutor("--course", "/nulle/part", "coverage", "--json")

    assert (said.status, said.out) == (3, "")
    assert "Aucun cours dans « /nulle/part »." in said.err
