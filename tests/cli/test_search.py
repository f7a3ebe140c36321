"""`tutor search` and `tutor questions`: one place a line, and a place opened."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

ASKED = "# Vos questions\n\n## Qui paie ? {#vq-paie}\n\nLa caisse.\n\nLeçons : lecon\n"


@pytest.fixture
def course(tmp_path: Path) -> str:
    """Return the small course, with a question of interns and a term."""
    root = tmp_path / "cours"
    shutil.copytree(COURSE, root)
    (root / "content" / "vos-questions.md").write_text(ASKED, encoding="utf-8")
    glossary = "Réseau\n:   Des gens qui s'appellent.\n"
    (root / "content" / "glossaire.md").write_text(glossary, encoding="utf-8")
    return str(root)


def test_each_place_is_a_numbered_line_and_how_to_open_it_is_said(
    tutor: Command, course: str
) -> None:
    said = tutor("--course", course, "search", "petite", "LECON")
    assert said.status == 0
    lines = said.out.splitlines()
    assert lines[0].startswith("1. Leçon : Petite leçon. Une lettre part")
    assert said.err == "Pour en ouvrir un : tutor search petite LECON --open 1\n"


def test_a_place_is_read_in_its_lesson_and_the_lesson_opened_from_there(
    tutor: Command, course: str
) -> None:
    words = ("--course", course, "search", "derniere", "page", "--open", "1")
    out = tutor(*words, typed="p\n\n\n").out
    here, before, again, found, *_ = out.split("Petite leçon, partie ")[1:] + [""] * 4
    assert here.startswith("2 sur 2.\nPour finir\nDernière page.\nFin.")
    assert before.startswith("1 sur 2.\nPetite leçon\nUne lettre part")
    assert "o : ouvrir la leçon" in here
    assert again.startswith("2 sur 2.")
    assert "1. Leçon : Petite leçon, Pour finir. Dernière page.\n" in again
    assert found == ""
    assert tutor.rows("runs") == []

    out = tutor(*words, typed="o\nb\n2\nq\n").out
    assert "Leçon « Petite leçon »." in out
    assert [row["question"] for row in tutor.answers] == ["l-une"]


def test_a_question_of_a_bank_is_played_and_one_comes_back_to_the_results(
    tutor: Command, course: str
) -> None:
    words = ("--course", course, "search", "premiere", "question", "--open", "1")
    out = tutor(*words, typed="a\n3\n\n").out
    assert "Question de « Petite banque »." in out
    assert out.rstrip().endswith("Numéro à lire, ligne vide pour finir :")
    assert tutor.answer["question"] == "b-une"


def test_what_is_only_read_is_read_whole(tutor: Command, course: str) -> None:
    words = ("--course", course, "search", "reseau", "--open", "1")
    assert "Glossaire, Réseau.\nDes gens qui s'appellent.\n" in tutor(*words).out


@pytest.mark.parametrize("number", ["0", "2", "-1"])
def test_a_number_no_result_has_is_refused(
    tutor: Command, course: str, number: str
) -> None:
    said = tutor("--course", course, "search", "reseau", "--open", number)
    assert said.status == 2
    assert f"n'a pas de résultat {number}" in said.err


def test_a_term_and_a_question_of_interns_are_told(tutor: Command, course: str) -> None:
    said = tutor("--course", course, "search", "reseau")
    assert said.out == "1. Glossaire : Réseau. Des gens qui s'appellent.\n"
    said = tutor("--course", course, "search", "qui", "paie")
    assert said.out == "1. Vos questions : Qui paie ? La caisse.\n"


def test_nothing_found_proposes_words_and_is_no_failure(
    tutor: Command, course: str
) -> None:
    said = tutor("--course", course, "search", "resaeu")
    assert said.status == 0
    assert "Rien dans le cours pour « resaeu »." in said.out
    assert "Mots proches : réseau." in said.out
    assert "un seul mot" in tutor("--course", course, "search", "zzz").out


def test_words_are_needed(tutor: Command) -> None:
    assert tutor("search").status == 2


def test_questions_of_interns_are_told_all_or_one(tutor: Command, course: str) -> None:
    said = tutor("--course", course, "questions")
    assert said.status == 0
    assert said.out.splitlines() == [
        "Qui paie ? (vq-paie)",
        "La caisse.",
        "Pour en savoir plus : Petite leçon, tutor play lecon",
    ]
    assert tutor("--course", course, "questions", "vq-paie").out == said.out
    assert tutor("--course", course, "questions", "vq-x").status == 2


def test_a_course_without_questions_of_interns_says_so(tutor: Command) -> None:
    said = tutor("--course", str(COURSE), "questions")
    assert said.out == "Ce cours n'a pas de questions d'internes.\n"
