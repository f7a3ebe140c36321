"""Backing up, restoring, forgetting, profiles, attestation and doctor, as typed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep, long_ago, stored
from tests.cli.terminals import Terminal
from tests.factories import NOON
from tutor.store.opening import open_for_writing
from tutor.store.place import Place

SMALL = ("--course", str(COURSE))
ANNE = ("--profile", "Anne D.")


@pytest.fixture(autouse=True)
def _no_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no profile of the machine's show through."""
    monkeypatch.delenv("TUTOR_PROFILE", raising=False)


def test_a_backup_goes_to_another_profile_and_back(
    tutor: Command, tmp_path: Path
) -> None:
    tutor.play("l-une", "b\n3\n")
    path = str(tmp_path / "carnet.json")

    said = tutor("backup", path)
    assert (said.status, said.out.splitlines()[-1]) == (
        0,
        f"Sauvegarde écrite : {path}",
    )
    assert "réponses : 1" in said.out
    assert "en clair" in said.err

    said = tutor(*ANNE, "restore", path)
    assert said.status == 0
    assert said.out.startswith("Rien n'était enregistré ici")
    assert "réponses : 1 en plus, 0 déjà là" in said.out
    assert tutor(*ANNE, *SMALL, "status").out.splitlines()[1] == (
        "1 réponse enregistrée."
    )

    tutor.play("b-une", "a\n3\n")
    tutor("backup", path)
    said = tutor(*ANNE, "restore", path)
    assert "rien n'a été retiré" in said.out
    assert "réponses : 1 en plus, 1 déjà là" in said.out
    assert "avant-restauration-" in said.out
    assert "Rien de neuf" in tutor(*ANNE, "restore", path).out


def test_replacing_shows_what_is_lost_and_needs_a_yes(
    tutor: Command, tmp_path: Path
) -> None:
    tutor.play("l-une", "b\n3\n")
    path = str(tmp_path / "carnet.json")
    tutor("backup", path)
    tutor.play("b-une", "a\n3\n")

    said = tutor("restore", path, "--replace")
    assert said.status == 2
    assert (
        "Seront perdus ici, car absents de la sauvegarde :\n  réponses : 1\n"
        in said.out
    )
    assert "--yes" in said.err
    assert len(tutor.answers) == 2

    said = tutor("restore", path, "--replace", "--yes")
    assert said.status == 0
    assert "Remplacé.\n" in said.out
    assert "avant-restauration-" in said.out
    assert [row["question"] for row in tutor.answers] == ["l-une"]
    assert "Rien de ce qui est ici ne sera perdu." in (
        tutor("restore", path, "--replace", "--yes").out
    )


@pytest.mark.parametrize("raw", ["{", "[]", '{"un": {}}', ""])
def test_what_is_no_backup_is_refused_in_one_line(
    tutor: Command, tmp_path: Path, raw: str
) -> None:
    path = tmp_path / "autre.json"
    path.write_text(raw, encoding="utf-8")
    said = tutor("restore", str(path))

    assert (said.status, said.out) == (3, "")
    assert len(said.err.splitlines()) == 2
    assert "Rien n'a été changé." in said.err
    assert not (tutor.home / "progress.json").exists()


def test_forget_without_a_terminal_shows_and_needs_yes(tutor: Command) -> None:
    tutor.play("l-une", "b\n3\n")
    said = tutor(*SMALL, "forget")

    assert said.status == 2
    assert "Sera effacé, pour le cours « Petit cours d'essai »" in said.out
    assert "réponses : 1" in said.out
    assert str(tutor.home / "progress.json") in said.out
    assert "--yes" in said.err
    assert len(tutor.answers) == 1

    said = tutor(*SMALL, "forget", "--yes")
    assert (said.status, said.out.splitlines()[-1]) == (0, "Effacé.")
    assert tutor.answers == tutor.rows("runs") == []
    assert tutor(*SMALL, "forget").out == "Rien à effacer.\n"


def test_forget_all_needs_no_course_and_leaves_other_profiles(tutor: Command) -> None:
    tutor.play("l-une", "b\n3\n")
    tutor(*ANNE, *SMALL, "play", "l-une", "--plain", typed="b\n3\n")
    said = tutor("--course", "/nulle/part", "forget", "--all", "--yes")

    assert said.status == 0
    assert "Restent les autres profils" in said.out
    assert not (tutor.home / "progress.json").exists()
    assert not (tutor.home / "backups").exists()
    anne = tutor.home / "profiles" / "anne-d"
    assert len(stored(anne, "answers")) == 1
    assert "Profil : anne-d" in tutor(*ANNE, "forget", "--all", "--yes").out
    assert not anne.exists()


@pytest.mark.parametrize("words", [("forget",), ("forget", "--all")])
def test_forget_under_another_tutor_is_refused(
    tutor: Command, words: tuple[str, ...]
) -> None:
    keep(tutor.home, *long_ago("l-une"))
    opened = open_for_writing(Place(tutor.home), NOON)
    said = tutor(*SMALL, *words, "--yes")
    assert opened.lock is not None
    opened.lock.release()

    assert said.status == 3
    assert "est ouvert dans un autre tuteur" in said.err
    assert len(tutor.answers) == 1


@pytest.mark.parametrize(("line", "left"), [("o\r", 0), ("n\r", 1), ("\r", 1)])
def test_forget_asks_in_a_terminal(tutor: Command, line: str, left: int) -> None:
    tutor.play("l-une", "b\n3\n")
    terminal = Terminal(tutor.home, "forget")
    try:
        terminal.wait_for("(o/n)")
        terminal.press(line)
        status, said = terminal.ended()
    finally:
        terminal.close()
    assert status == 0
    assert ("Effacé." in said) == (not left)
    assert len(tutor.answers) == left


def test_profiles_are_listed_and_a_new_one_is_said(tutor: Command) -> None:
    said = tutor(*ANNE, *SMALL, "play", "l-une", "--plain", typed="b\n3\n")
    assert "Nouveau profil : anne-d." in said.err
    assert "Nouveau" not in tutor(*ANNE, *SMALL, "play", "b-une", "--plain").err

    said = tutor("profiles")
    rows = [line.split("  ")[0] for line in said.out.splitlines()]
    assert rows[:3] == ["Profil", "(sans profil)", "anne-d"]
    assert "mot de passe" in said.out
    assert "(ici)" in said.out.splitlines()[1]
    assert "(ici)" in tutor(*ANNE, "profiles").out.splitlines()[2]


def test_the_environment_names_a_profile(
    tutor: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_PROFILE", "Bob")
    tutor.play("l-une", "b\n3\n")

    assert len(stored(tutor.home / "profiles" / "bob", "answers")) == 1
    assert tutor.answers == []


def test_a_name_that_cannot_be_a_profile_is_misuse(tutor: Command) -> None:
    said = tutor("--profile", "../..", *SMALL, "status")

    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("tutor : « ../.. » ne peut pas nommer un profil.")


def test_an_attestation_is_written_once_in_the_form_of_its_name(
    tutor: Command, tmp_path: Path
) -> None:
    tutor.play("l-une", "b\n3\n")
    page, text = tmp_path / "suivi.html", tmp_path / "suivi.md"

    said = tutor(*SMALL, "attestation", "-o", str(page), "--name", "Anne")
    assert (said.status, said.out) == (0, "")
    assert said.err == f"Écrit : {page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert tutor(*SMALL, "attestation", "-o", str(text)).status == 0
    assert text.read_text(encoding="utf-8").startswith("# Attestation de suivi\n")
    assert "Anne" not in text.read_text(encoding="utf-8")

    said = tutor(*SMALL, "attestation", "-o", str(page))
    assert said.status == 3
    assert "existe déjà" in said.err
    assert tutor(*SMALL, "attestation").out == text.read_text(encoding="utf-8").replace(
        "\u00a0", " "
    )
    alone = tutor(*SMALL, "attestation", "--format", "html", "--no-progress").out
    assert "<section" not in alone


def test_doctor_reads_only_and_ends_with_1_where_something_is_wrong(
    tutor: Command,
) -> None:
    tutor.play("l-une", "b\n3\n")
    before = (tutor.home / "progress.json").read_bytes()
    said = tutor(*SMALL, "doctor")
    assert said.status == 0, said.out
    assert "Rien d'anormal." in said.out
    assert "état : lisible" in said.out
    assert (tutor.home / "progress.json").read_bytes() == before

    (tutor.home / "progress.json").write_text("{", encoding="utf-8")
    said = tutor(*SMALL, "doctor")
    assert said.status == 1
    assert "À voir : Carnet abîmé" in said.out
    assert "Traceback" not in said.err
