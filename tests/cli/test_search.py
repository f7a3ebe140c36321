"""`tutor search` and `tutor questions`: one place a line, and how to open it."""

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


def test_each_place_is_a_numbered_line_that_says_how_to_open_it(
    tutor: Command, course: str
) -> None:
    said = tutor("--course", course, "search", "petite", "LECON")
    assert said.status == 0
    lines = said.out.splitlines()
    assert lines[0].startswith("1. Leçon · Petite leçon – ")
    assert lines[0].endswith("→ tutor play lecon")
    assert said.err == ""


def test_a_term_is_told_whole_and_a_question_of_interns_by_its_id(
    tutor: Command, course: str
) -> None:
    said = tutor("--course", course, "search", "reseau")
    assert said.out == "1. Glossaire · Réseau – Des gens qui s'appellent.\n"
    said = tutor("--course", course, "search", "qui", "paie")
    assert said.out.endswith("→ tutor questions vq-paie\n")


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
        "→ Petite leçon : tutor play lecon",
    ]
    assert tutor("--course", course, "questions", "vq-paie").out == said.out
    assert tutor("--course", course, "questions", "vq-x").status == 2


def test_a_course_without_questions_of_interns_says_so(tutor: Command) -> None:
    said = tutor("--course", str(COURSE), "questions")
    assert said.out == "Ce cours n'a pas de questions d'internes.\n"
