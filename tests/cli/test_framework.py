"""`tutor framework`: the competencies as CASE, a faculty's grid in their place, back."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Said
from tests.cli.small import COURSE, eased
from tests.interop.case_check import faults
from tests.interop.packages import uuid_of, write_grid

pytestmark = pytest.mark.no_cover

TABLE = "leur code;notre code\nCOOR-1;C5.N.1\nCOOR-2;C5.I.1\nPRO-1;C4.N.1\n"


def framework(tutor: Command, *words: object) -> Said:
    """Run the command at the small course."""
    return tutor("--course", str(COURSE), "framework", *map(str, words))


def imported(tutor: Command, folder: Path) -> Said:
    """Put the grid in place."""
    grid, table = write_grid(folder, TABLE)
    return framework(tutor, "--import", grid, "--map", table)


def test_the_framework_in_force_is_listed_an_item_a_line(tutor: Command) -> None:
    said = framework(tutor)
    assert said.status == 0
    assert "C5.N.1\t" in said.out
    assert said.err == "Référentiel du cours : Petit référentiel.\n"


def test_the_package_goes_to_the_output_or_to_a_file(
    tutor: Command, tmp_path: Path
) -> None:
    said = framework(tutor, "--format", "case")
    assert (said.status, said.err) == (0, "")
    assert faults(json.loads(said.out)) == []
    path = tmp_path / "cadre.json"
    told = framework(tutor, "--format", "case", "-o", path)
    assert (told.status, told.out) == (0, "")
    assert str(path) in told.err
    assert eased(path.read_text(encoding="utf-8")) == said.out


def test_a_grid_takes_the_place_of_the_framework_and_gives_it_back(
    tutor: Command, tmp_path: Path
) -> None:
    said = imported(tutor, tmp_path)
    assert said.status == 0
    assert "Grille « Grille du DMG » : 2 compétences, 4 items." in said.out
    assert "dont parle une question du cours : 3 sur 4." in said.out
    assert "- PRO-2 Évalue un projet\n" in said.out
    assert "Items du cours repris par la grille : 3 sur 4." in said.out
    assert "- C5.N.2 " in said.out
    assert "COOR-1\tJoint" in framework(tutor).out
    status = json.loads(tutor("--course", str(COURSE), "status", "--json").out)
    assert [row["code"] for row in status["items"]] == [
        *("COOR-1", "COOR-2", "PRO-1", "PRO-2"),
    ]
    told = tutor("--course", str(COURSE), "des", "coor")
    assert "Niveau Novice." in told.out
    assert framework(tutor, "--remove").status == 0
    assert "C5.N.1\t" in framework(tutor).out
    assert "Aucune grille" in framework(tutor, "--remove").err


def test_the_courses_own_framework_is_exported_whatever_grid_is_in_force(
    tutor: Command, tmp_path: Path
) -> None:
    before = framework(tutor, "--format", "case").out
    imported(tutor, tmp_path)
    assert framework(tutor, "--format", "case").out == before


def test_a_dry_run_says_everything_and_keeps_nothing(
    tutor: Command, tmp_path: Path
) -> None:
    grid, table = write_grid(tmp_path, TABLE)
    said = framework(tutor, "--import", grid, "--map", table, "--dry-run")
    assert said.out == imported(tutor, tmp_path).out
    framework(tutor, "--remove")
    framework(tutor, "--import", grid, "--map", table, "--dry-run")
    assert "C5.N.1\t" in framework(tutor).out


def test_a_table_to_fill_is_written_then_read_as_it_is(
    tutor: Command, tmp_path: Path
) -> None:
    grid, _ = write_grid(tmp_path)
    path = tmp_path / "remplir.csv"
    assert framework(tutor, "--import", grid, "--template", path).status == 0
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "leur code;notre code;leur formulation"
    assert lines[1] == "COOR-1;;Joint les autres soignants"
    empty = framework(tutor, "--import", grid, "--map", path)
    assert empty.status == 3
    assert "La table ne relie aucun item." in empty.err
    text = path.read_text(encoding="utf-8").replace("COOR-1;;", "COOR-1;C5.N.1;")
    path.write_text(text, encoding="utf-8")
    assert framework(tutor, "--import", grid, "--map", path).status == 0
    again = framework(tutor, "--import", grid, "--template", path)
    assert again.status == 3
    assert path.read_text(encoding="utf-8") == text


def test_wrong_lines_are_all_said_and_nothing_is_kept(
    tutor: Command, tmp_path: Path
) -> None:
    grid, table = write_grid(tmp_path, f"{TABLE}NON;C5.N.1\nPRO-2;C9\n")
    said = framework(tutor, "--import", grid, "--map", table)
    assert said.status == 1
    assert "Ligne 5 de la table" in said.err
    assert "Ligne 6 de la table" in said.err
    assert "2 lignes à corriger" in said.err
    assert "C5.N.1\t" in framework(tutor).out


def test_a_grid_without_a_table_says_how_to_get_one(
    tutor: Command, tmp_path: Path
) -> None:
    grid, _ = write_grid(tmp_path)
    said = framework(tutor, "--import", grid)
    assert said.status == 3
    assert "--template TABLE.csv" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "case", "--remove"),
        ("--import", "x.json", "--remove"),
        ("--map", "x.csv"),
        ("--template", "x.csv"),
        ("--dry-run", "--format", "case"),
        ("-o", "x.json"),
        ("--format", "xml"),
        ("encore",),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    tutor: Command, words: tuple[str, ...]
) -> None:
    said = framework(tutor, *words)
    assert (said.status, said.out) == (2, "")
    assert said.err


@pytest.mark.parametrize("text", ["", "{", "[]", '{"CFDocument": {}}', "\x1b[2J"])
def test_a_file_that_is_no_grid_is_said_in_one_clear_line(
    tutor: Command, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "grille.json"
    path.write_text(text, encoding="utf-8")
    said = framework(tutor, "--import", path)
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith("tutor : ")
    assert "\x1b" not in said.err


def test_a_file_that_is_not_there_is_said(tutor: Command, tmp_path: Path) -> None:
    assert framework(tutor, "--import", tmp_path / "absent.json").status == 3


def test_a_position_typed_by_the_grids_code_is_stored_under_its_identifier(
    tutor: Command, tmp_path: Path
) -> None:
    imported(tutor, tmp_path)
    said = tutor("--course", str(COURSE), "des", "coor-1", "3")
    assert said.status == 0
    (row,) = tutor.rows("positionings")
    assert (row["code"], row["value"]) == (uuid_of("COOR-1"), "3")


def test_a_new_file_still_speaks_of_the_courses_items(
    tutor: Command, tmp_path: Path
) -> None:
    imported(tutor, tmp_path)
    words = ("new", "bank", "essai", "--dir", str(tmp_path))
    assert tutor("--course", str(COURSE), *words).status == 0
    text = (tmp_path / "essai.md").read_text(encoding="utf-8")
    assert "COOR" not in text
    checked = tutor("--course", str(COURSE), "check", str(tmp_path / "essai.md"))
    assert checked.status == 0
