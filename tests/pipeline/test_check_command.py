"""`tutor check`: what it prints, and with which exit status."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.pipeline.reading import COURSE, course_at
from tutor.cli.main import status_of

pytestmark = pytest.mark.no_cover

FIELDS = ["path", "line", "column", "code", "severity", "message", "hint"]
LESSON = "---\nid: seul\ntitre: Seul\n{0}---\n\n{1}\n"
WARNED = LESSON.format("", "::: regle {faits=perdu}\nUn mot.\n:::")
BROKEN = LESSON.format(
    "", "::: quizz\n:::\n\nQui ?\n\n::: regle {faits=perdu}\nUn mot.\n:::"
)


class Said(NamedTuple):
    """What the command gave back."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return the JSON on stdout."""
        return list(json.loads(self.out))


class Command:
    """`tutor check` with the small course as the current one."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str, course: Path = COURSE) -> Said:
        """Run it."""
        status = status_of(["--course", str(course), "check", *words])
        out, err = self._capsys.readouterr()
        return Said(status, out.replace("\u00a0", " "), err.replace("\u00a0", " "))

    def on(self, text: str, *words: str) -> Said:
        """Run it on a file with this text."""
        path = self.folder / "seul.md"
        path.write_text(text, encoding="utf-8")
        return self(str(path), *words)


@pytest.fixture
def checked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """The command, in an empty folder and with a home of its own."""
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TUTOR_COURSE", raising=False)
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)


def test_the_shipped_course_passes(
    checked: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(["check"]) == 0
    assert "erreur:" not in capsys.readouterr().out


def test_a_sound_course_says_so_and_prints_no_data(checked: Command) -> None:
    assert checked() == (0, "", "Aucun problème dans 10 fichiers.\n")


def test_a_problem_is_a_place_a_cause_and_a_cure(checked: Command) -> None:
    said = checked.on(LESSON.format("couleur: bleu\n", ""))

    assert said.status == 1
    assert said.out == (
        f"{checked.folder}/seul.md:4:1: erreur: Le champ « couleur » n'existe pas dans "
        "l'en-tête. [champ-inconnu]\n    remède: Vérifiez son nom ; la liste est dans "
        "docs/guide-auteur.md.\n"
    )
    assert said.err == "1 erreur, 0 avertissement, 0 remarque dans 1 fichier.\n"


def test_json_has_the_fields_of_the_contract(checked: Command) -> None:
    said = checked.on(BROKEN, "--format", "json")

    assert said.status == 1
    assert said.err == ""
    assert [list(row) for row in said.rows] == [FIELDS] * 3
    places = [(row["line"], row["column"], row["code"]) for row in said.rows]
    assert places == [
        (6, 1, "bloc-inconnu"),
        (9, 4, "espace-ordinaire"),
        (11, 1, "fait-inconnu"),
    ]
    assert [row["severity"] for row in said.rows] == ["error", "info", "warning"]
    assert said.rows[0]["path"] == str(checked.folder / "seul.md")
    assert said.rows[2]["message"] == "Le fait « perdu » n'est pas dans faits.toml."
    assert said.rows[2]["hint"] == "Ajoutez-le à faits.toml, ou corrigez le code."


def test_json_of_no_problem_is_an_empty_list(checked: Command) -> None:
    said = checked("--format", "json")

    assert (said.status, said.rows) == (0, [])


def test_warnings_and_remarks_alone_pass(checked: Command) -> None:
    said = checked.on(f"{WARNED}\nQui ?\n")

    assert said.status == 0
    assert "avertissement: Le fait « perdu »" in said.out
    assert "remarque: Espace ordinaire" in said.out
    assert said.err == "0 erreur, 1 avertissement, 1 remarque dans 1 fichier.\n"


def test_paths_in_a_course_are_relative_to_it(checked: Command) -> None:
    root = course_at(checked.folder / "cours", {"quizzes/z.md": BROKEN})

    said = checked("--format", "json", course=root)

    assert {row["path"] for row in said.rows} == {"quizzes/z.md"}
    said = checked("cours", "--format", "json")
    assert {row["path"] for row in said.rows} == {"cours/quizzes/z.md"}


@pytest.mark.parametrize(
    "words", [["perdu.md"], ["--couleur"], ["--format", "xml"], ["", "x"]]
)
def test_wrong_use_is_two_and_says_what_to_do(
    checked: Command, words: list[str]
) -> None:
    said = checked(*words)

    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tutor : ")
    assert "à faire" in said.err


def test_an_unknown_path_is_named(checked: Command) -> None:
    said = checked("perdu.md", "--format", "json")

    assert (said.status, said.out) == (2, "")
    assert "« perdu.md » n'existe pas." in said.err


def test_a_course_that_is_none_is_three(checked: Command) -> None:
    said = checked(course=checked.folder)

    assert (said.status, said.out) == (3, "")
    assert said.err.startswith(f"tutor : Aucun cours dans « {checked.folder} ».")


def test_a_folder_in_place_of_a_file_is_three(checked: Command) -> None:
    root = course_at(checked.folder / "cours")
    (root / "quizzes" / "z.md").mkdir()

    said = checked(course=root)

    assert (said.status, said.out) == (3, "")
    assert "z.md » n'est pas un fichier de texte." in said.err


def test_a_name_from_outside_cannot_drive_the_terminal(checked: Command) -> None:
    (checked.folder / "a\x1b[31m.md").write_text(BROKEN, encoding="utf-8")

    said = checked("a\x1b[31m.md")

    assert said.status == 1
    assert "\x1b" not in said.out + said.err
    assert "a\ufffd[31m.md:6:1: erreur" in said.out


def test_what_a_file_quotes_cannot_drive_the_terminal(checked: Command) -> None:
    said = checked.on(LESSON.format('"\\e[2J": x\nlangue: "\\e[2J"\n', ""))

    assert said.status == 1
    assert "\x1b" not in said.out + said.err
