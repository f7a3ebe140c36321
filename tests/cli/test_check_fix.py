"""`tutor check --fix`, `--diff` and `--format github`: files, words and exit status."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

SMALL = ("--course", str(COURSE))
HEAD = "---\nid: essai\ntitre: Essai\n---\n\n"
QUESTION = (
    '::: qru {{#essai-a comp="C5.N.1"}}\nChoisissez.\n\n{0}\n  > oui\n- [ ] toi\n'
    "  > non\n:::\n"
)
SLIP = HEAD + QUESTION.format("• [x] moi")
SOUND = HEAD + QUESTION.format("- [x] moi")
HALF = SLIP + "\n::: quizz\n:::\n"


def file_at(path: Path, text: str = SLIP) -> Path:
    """Return a new file, its ends of lines as written."""
    path.write_bytes(text.encode())
    return path


def written(path: Path) -> str:
    """Return a file with its ends of lines as they are."""
    return path.read_bytes().decode()


def test_a_slip_is_mended_and_said(tutor: Command, tmp_path: Path) -> None:
    path = file_at(tmp_path / "a.md")

    said = tutor(*SMALL, "check", "--fix", str(path))

    assert written(path) == SOUND
    assert (said.status, said.out) == (0, "")
    assert said.err.splitlines() == [
        f"{path} : puce-typographique (9)",
        "1 faute réparée dans 1 fichier.",
        "Aucun problème dans 1 fichier.",
    ]


def test_what_is_left_is_told_as_ever(tutor: Command, tmp_path: Path) -> None:
    path = file_at(tmp_path / "a.md", HALF)

    said = tutor(*SMALL, "check", "--fix", str(path))

    assert written(path) == HALF.replace("•", "-")
    assert said.status == 1
    assert said.out.startswith(f"{path}:15:1: erreur: Aucun bloc ne s'appelle")
    assert "1 erreur, 0 avertissement" in said.err


def test_a_second_time_changes_nothing(tutor: Command, tmp_path: Path) -> None:
    path = file_at(tmp_path / "a.md", HALF)
    tutor(*SMALL, "check", "--fix", str(path))
    before = path.stat()

    said = tutor(*SMALL, "check", "--fix", str(path))

    assert path.stat() == before
    assert "0 faute réparée dans 0 fichier." in said.err


def test_a_diff_is_shown_and_nothing_written(tutor: Command, tmp_path: Path) -> None:
    path = file_at(tmp_path / "a.md", SLIP.replace("\n", "\r\n"))

    said = tutor(*SMALL, "check", "--diff", str(path))

    assert said == tutor(*SMALL, "check", "--fix", "--diff", str(path))
    assert said.status == 1
    assert written(path) == SLIP.replace("\n", "\r\n")
    name = str(path).lstrip("/")
    assert said.out.splitlines() == [
        f"--- a/{name}",
        f"+++ b/{name}",
        "@@ -6,7 +6,7 @@",
        ' ::: qru {#essai-a comp="C5.N.1"}',
        " Choisissez.",
        " ",
        "-• [x] moi",
        "+- [x] moi",
        "   > oui",
        " - [ ] toi",
        "   > non",
    ]
    assert "1 faute réparable dans 1 fichier ; rien n'est écrit." in said.err


def test_a_diff_of_nothing_is_empty(tutor: Command, tmp_path: Path) -> None:
    said = tutor(*SMALL, "check", "--diff", str(file_at(tmp_path / "a.md", SOUND)))

    assert (said.status, said.out) == (0, "")


def test_a_diff_cannot_drive_the_terminal(tutor: Command, tmp_path: Path) -> None:
    path = file_at(tmp_path / "\x1b[31m.md", SLIP.replace("Choisissez", "\x1b[2JOui"))

    said = tutor(*SMALL, "check", "--diff", str(path))

    assert "+- [x] moi" in said.out
    assert "\x1b" not in said.out + said.err


def test_far_changes_are_hunks_of_their_own(tutor: Command, tmp_path: Path) -> None:
    between = "mot\n" * 9
    path = file_at(tmp_path / "a.md", f"{HEAD}Un ?\n{between}Deux ?\n")

    out = tutor(*SMALL, "check", "--diff", str(path)).out

    hunks = [line for line in out.splitlines() if line.startswith("@@")]
    assert hunks == ["@@ -3,7 +3,7 @@", "@@ -13,4 +13,4 @@"]


@pytest.mark.parametrize("form", ["json", "github"])
def test_a_diff_has_no_other_form(tutor: Command, form: str) -> None:
    said = tutor(*SMALL, "check", "--diff", "--format", form)

    assert (said.status, said.out) == (2, "")
    assert "--diff" in said.err


def test_json_after_a_repair_is_what_is_left(tutor: Command, tmp_path: Path) -> None:
    path = file_at(tmp_path / "a.md", HALF)

    said = tutor(*SMALL, "check", "--fix", "--format", "json", str(path))

    assert [row["code"] for row in json.loads(said.out)] == ["bloc-inconnu"]


def test_a_link_stays_a_link_and_rights_stay(tutor: Command, tmp_path: Path) -> None:
    (tmp_path / "loin").mkdir()
    path = file_at(tmp_path / "loin" / "a.md")
    path.chmod(0o640)
    link = tmp_path / "lien.md"
    link.symlink_to(path)

    assert tutor(*SMALL, "check", "--fix", str(link)).status == 0
    assert link.is_symlink()
    assert written(path) == SOUND
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["a.md"]


def test_a_protected_file_is_named_and_the_others_go_on(
    tutor: Command, tmp_path: Path
) -> None:
    first, second = file_at(tmp_path / "a.md"), file_at(tmp_path / "b.md")
    second.write_bytes(SLIP.replace("essai", "autre").encode())
    first.chmod(0o444)

    said = tutor(*SMALL, "check", "--fix", str(tmp_path))

    assert said.status == 3
    assert written(first) == SLIP
    assert written(second) == SOUND.replace("essai", "autre")
    assert f"« {first} » est en lecture seule" in said.err
    assert "[puce-typographique]" in said.out


@pytest.mark.parametrize(
    "raw",
    [b"\xe9" + SLIP.encode(), SLIP.encode() + b"a" * 20_001, SLIP.encode() * 40_000],
    ids=["not UTF-8", "an endless line", "too big"],
)
def test_what_check_does_not_read_is_left_alone(
    tutor: Command, tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(raw)

    assert tutor(*SMALL, "check", "--fix", str(path)).status == 1
    assert path.read_bytes() == raw


def test_an_unknown_path_stops_before_anything_is_written(
    tutor: Command, tmp_path: Path
) -> None:
    path = file_at(tmp_path / "a.md")

    said = tutor(*SMALL, "check", "--fix", str(path), str(tmp_path / "perdu.md"))

    assert said.status == 2
    assert written(path) == SLIP


def test_new_ids_are_free_in_the_whole_course(
    tutor: Command, tmp_path: Path, course: Path
) -> None:
    note = (
        "---\nid: note\ntitre: Note\n---\n\n::: reflexion {#essai-1}\nÉcrivez.\n:::\n"
    )
    (course / "quizzes" / "note.md").write_text(note, encoding="utf-8")
    text = f"{HEAD}::: reflexion\nÉcrivez.\n:::\n"
    (course / "content" / "essai.md").write_text(text, encoding="utf-8")

    said = tutor("--course", str(course), "check", "--fix")

    made = (course / "content" / "essai.md").read_text(encoding="utf-8")
    assert made == text.replace("reflexion", "reflexion {#essai-2}")
    assert "content/essai.md : identifiant-absent (6)" in said.err
    assert "identifiant-double" not in said.out


def test_reference_files_are_not_mended(tutor: Command, course: Path) -> None:
    path = course / "content" / "glossaire.md"
    path.write_text("CPTS\n:   Quoi ?\n", encoding="utf-8")

    tutor("--course", str(course), "check", "--fix", str(course / "content"))

    assert path.read_text(encoding="utf-8") == "CPTS\n:   Quoi ?\n"


def test_github_shows_problems_beside_their_lines(
    tutor: Command, tmp_path: Path
) -> None:
    path = file_at(tmp_path / "a,b:c%.md", f"{HALF}\nQui ?\n".replace("•", "-"))

    said = tutor(*SMALL, "check", "--format", "github", str(path))

    name = str(tmp_path / "a%2Cb%3Ac%25.md")
    error, notice = said.out.splitlines()
    assert said.status == 1
    assert error.startswith(
        f"::error file={name},line=15,col=1,title=bloc-inconnu::Aucun bloc ne "
        "s'appelle « quizz ».%0Aremède: Blocs connus : "
    )
    assert notice.startswith(f"::notice file={name},line=18,col=4,title=espace-ordin")


def test_github_calls_a_warning_a_warning(tutor: Command, tmp_path: Path) -> None:
    text = f"{HEAD}::: regle {{faits=perdu}}\nUn mot.\n:::\n"

    said = tutor(
        *SMALL, "check", "--format", "github", str(file_at(tmp_path / "a.md", text))
    )

    assert said.status == 0
    assert "::warning file=" in said.out


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights there")
def test_a_full_disk_leaves_the_file_as_it_was(
    tutor: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_at(tmp_path / "a.md")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = tutor(*SMALL, "check", "--fix", str(path))

    assert said.status == 3
    assert written(path) == SLIP
    assert [each.name for each in tmp_path.glob("*.md")] == ["a.md"]
    assert [each.name for each in tmp_path.glob(".tutor-*")] == []


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the small course."""
    return Path(shutil.copytree(COURSE, tmp_path / "cours"))
