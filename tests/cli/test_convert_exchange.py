"""`tutor convert` to GIFT and Moodle XML, and back into banks."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

SMALL = ("--course", str(COURSE), "convert")


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_a_course_goes_out_and_comes_back(
    tutor: Command, tmp_path: Path, form: str
) -> None:
    target = tmp_path / ("cours.gift" if form == "gift" else "cours.xml")
    out = tutor(*SMALL, str(COURSE), "--to", form, "-o", str(target))

    assert (out.status, out.out) == (0, "")
    assert "Ce que cette forme ne peut pas dire" in out.err
    assert f"Écrit : {target} (" in out.err.replace("\u00a0", " ")
    assert "Ce que cette forme ne peut pas dire" in target.read_text(encoding="utf-8")

    back = tutor("convert", str(target), "-o", str(tmp_path / "banques"))
    files = sorted(map(str, (tmp_path / "banques").glob("*.md")))
    assert sorted(back.out.split()) == files
    assert files != []
    again = tutor(*SMALL, str(COURSE), "--to", form, "-o", str(target))
    assert "Remplacé" in again.err


def test_a_form_goes_to_the_screen_too(tutor: Command) -> None:
    said = tutor(*SMALL, str(COURSE), "--to", "gift")

    assert said.out.startswith("// Exporté")
    assert "$CATEGORY: $course$/top/" in said.out


def test_each_problem_is_a_line_and_the_rest_is_written(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "a.gift"
    path.write_text("::a::Un ? {=x}\n\n::b::Deux ? {=a#1 =b#2 ~c#3}\n", "utf-8")
    said = tutor("convert", str(path), "-o", str(tmp_path / "o"))

    assert said.status == 1
    assert said.out == f"{tmp_path / 'o' / 'a.md'}\n"
    assert f"{path}:3:1: erreur" in said.err
    assert "[several-right]" in said.err
    assert "remède" in said.err
    assert "1 question, 1 laissée de côté" in said.err


def test_what_lacks_a_reason_is_listed_in_the_file_written(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "a.gift"
    path.write_text("::a::Un ? {=x ~y#non}\n", encoding="utf-8")
    said = tutor("convert", str(path), "-o", str(tmp_path / "o"))

    assert said.status == 1
    assert f"{tmp_path / 'o' / 'a.md'}:11:1: erreur: Pas de retour" in said.err
    assert "1 chose à compléter par l'auteur" in said.err


def test_no_file_is_written_over(tutor: Command, tmp_path: Path) -> None:
    path, folder = tmp_path / "a.gift", tmp_path / "o"
    path.write_text(
        "$CATEGORY: z\n\n::a::Un ? {=x}\n\n$CATEGORY: a\n\nb{=x}\n", "utf-8"
    )
    folder.mkdir()
    (folder / "a.md").write_text("mien", encoding="utf-8")
    said = tutor("convert", str(path), "-o", str(folder))

    assert said.status == 3
    assert "existe déjà" in said.err
    assert [each.name for each in folder.iterdir()] == ["a.md"]
    assert (folder / "a.md").read_text(encoding="utf-8") == "mien"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("absent.gift", "-o", "{folder}"), 2),
        (("{file}",), 2),
        (("{file}", "-o", "{file}"), 2),
        (("{file}", "--to", "gift"), 2),
        (("{file}", "x.md", "-o", "{folder}"), 2),
        (("{folder}", "-o", "{folder}"), 2),
        (("{file}", "-o", "{folder}/a/b"), 3),
        (("{directory}", "-o", "{folder}"), 2),
    ],
)
def test_what_cannot_be_converted_is_refused(
    tutor: Command, tmp_path: Path, words: tuple[str, ...], status: int
) -> None:
    file, directory = tmp_path / "a.gift", tmp_path / "d.gift"
    file.write_text("::a::Un ? {=x}\n", encoding="utf-8")
    directory.mkdir()
    values = {"file": file, "folder": tmp_path / "o", "directory": directory}
    said = tutor("convert", *(word.format(**values) for word in words))

    assert (said.status, said.out) == (status, "")
    assert "à faire" in said.err
