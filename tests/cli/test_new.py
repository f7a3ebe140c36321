"""`tutor new`: where a template goes, what is said next, what is refused."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE
from tests.course.shipped import known_at

KINDS = ("lesson", "bank", "dossier")
each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(autouse=True)
def _shipped_course(home: Path) -> None:
    """Where no course is named, it is the one that ships: it was parsed before."""
    known_at(home)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    folder = tmp_path / "vide"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A course of one's own."""
    folder = tmp_path / "mon cours"
    shutil.copytree(COURSE, folder)
    return folder


@each_kind
def test_an_empty_folder_is_enough(tutor: Command, empty: Path, kind: str) -> None:
    said = tutor("new", kind, "essai")

    assert (said.status, said.out) == (0, "essai.md\n")
    assert said.err.splitlines() == [
        "Ensuite :",
        "  tutor check essai.md",
        "  tutor preview essai.md",
    ]
    assert [path.name for path in empty.iterdir()] == ["essai.md"]
    checked = tutor("check", "essai.md")
    assert (checked.status, checked.out) == (0, "")


def test_a_template_is_played_as_it_is(tutor: Command, empty: Path) -> None:
    tutor("new", "bank", "essai", "--titre", "Après la sortie")
    said = tutor("play", "essai.md", "--plain", typed="a c\n2\nq\n")

    assert said.status == 0
    assert "Après la sortie" in said.out
    assert tutor.answer["question"] == "essai-qrp"


@each_kind
def test_a_course_of_ones_own_gets_it_in_its_place(
    tutor: Command, empty: Path, own: Path, kind: str
) -> None:
    folder = "content" if kind == "lesson" else "quizzes"
    shutil.rmtree(own / "quizzes")
    said = tutor("--course", str(own), "new", kind, "essai")

    path = own / folder / "essai.md"
    assert (said.status, said.out) == (0, f"{path}\n")
    assert path.is_file()
    assert f"  tutor --course '{own}' check '{path}'" in said.err
    assert list(empty.iterdir()) == []


def test_the_environment_can_name_the_course(
    tutor: Command, empty: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(own))
    said = tutor("new", "lesson", "essai")

    assert said.out == f"{own / 'content' / 'essai.md'}\n"


def test_dir_goes_before_the_course(
    tutor: Command, empty: Path, own: Path, tmp_path: Path
) -> None:
    said = tutor("--course", str(own), "new", "lesson", "essai", "--dir", str(tmp_path))

    assert said.out == f"{tmp_path / 'essai.md'}\n"
    assert not (own / "content" / "essai.md").exists()


REFUSED = [
    (("lesson", "Ma Leçon"), 2, "Écrivez par exemple : ma-lecon"),
    (("lesson", "../fuite"), 2, "Écrivez par exemple : fuite"),
    (("lesson", "bases"), 2, "déjà pris"),
    (("bank", "mis-acces-01"), 2, "déjà pris"),
    (("lesson", "glossaire"), 2, "fichier de référence"),
    (("lesson", "essai", "--titre", "un\ndeux"), 2, "titre"),
    (("lesson", "essai", "--dir", "absent"), 2, "Aucun dossier « absent »"),
    (("qcm", "essai"), 2, "Valeur impossible"),
    (("lesson",), 2, "Argument manquant : ID"),
]


@pytest.mark.parametrize(("words", "status", "reason"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_written(
    tutor: Command, empty: Path, words: tuple[str, ...], status: int, reason: str
) -> None:
    said = tutor("new", *words)

    assert (said.status, said.out) == (status, "")
    assert reason in said.err
    assert list(empty.iterdir()) == []


def test_a_file_that_is_there_stays_as_it_is(tutor: Command, empty: Path) -> None:
    (empty / "essai.md").write_text("à moi", encoding="utf-8")
    said = tutor("new", "lesson", "essai")

    assert (said.status, said.out) == (3, "")
    assert "« essai.md » existe déjà." in said.err
    assert (empty / "essai.md").read_text(encoding="utf-8") == "à moi"


def test_a_full_disk_leaves_no_part_of_a_template(
    tutor: Command, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    tutor("status")
    monkeypatch.setattr(os, "fsync", full)
    said = tutor("new", "lesson", "essai")

    assert (said.status, said.out) == (3, "")
    assert list(empty.iterdir()) == []


def test_an_id_of_the_course_at_hand_is_refused(
    tutor: Command, empty: Path, own: Path
) -> None:
    said = tutor("--course", str(own), "new", "lesson", "b-une")

    assert said.status == 2
    assert "« b-une », déjà pris" in said.err


def test_nothing_is_ever_written_where_the_tutor_is_installed(
    tutor: Command, empty: Path, monkeypatch: pytest.MonkeyPatch, own: Path
) -> None:
    """The course that travels in the wheel lies inside the package."""
    package = own.parent / "paquet"
    shutil.copytree(own, package / "_bundled")
    monkeypatch.setattr("tutor.__file__", str(package / "__init__.py"))
    bundled = package / "_bundled"
    said = tutor("--course", str(bundled), "new", "lesson", "essai")

    assert (said.status, said.out) == (0, "essai.md\n")
    assert not (bundled / "content" / "essai.md").exists()
    refused = tutor("new", "lesson", "autre", "--dir", str(bundled / "content"))
    assert refused.status == 3
    assert "appartient au tuteur installé" in refused.err
