"""The survey, the directory and the placement test, line by line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command, Said
from tests.services.courses import write_course
from tests.services.own_words import FILES


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course that asks about oneself."""
    return write_course(tmp_path / "cours", FILES)


def play(tutor: Command, course: Path, target: str, typed: str) -> Said:
    """Play a target of it, in source order."""
    words = ("play", target, "--plain", "--no-shuffle")
    return tutor("--course", str(course), *words, typed=typed)


def test_the_survey_keeps_each_degree_and_scores_nothing(
    tutor: Command, course: Path
) -> None:
    said = play(tutor, course, "enquete", "2\n\n")
    assert [(r["question"], r["value"]) for r in tutor.rows("survey")] == [
        ("e-libre", 2)
    ]
    assert tutor.rows("positionings") == []
    assert "Questionnaire « Votre regard »." in said.out
    assert "vous verrez ce qui a bougé" in said.out
    assert "/ 1" not in said.out

    again = play(tutor, course, "enquete", "4\n1\n")
    assert "De « degré 2 » à « degré 4 »." in again.out


def test_each_field_is_kept_at_once_and_shown_where_the_lesson_speaks_of_it(
    tutor: Command, course: Path
) -> None:
    said = play(tutor, course, "chez-moi", "\nMme Payet, 02 62\n\nq\n")
    assert "Nom et numéro au travail." in said.out
    assert [(r["field"], r["text"]) for r in tutor.rows("local_names")] == [
        ("coordo", "Mme Payet, 02 62")
    ]
    assert "Chez vous, Coordonnatrice : Mme Payet, 02 62" in said.out


def test_a_field_can_be_changed_cleared_passed_and_left(
    tutor: Command, course: Path
) -> None:
    play(tutor, course, "contacts", "CPTS du lagon\nMme Payet\n\n")
    said = play(tutor, course, "contacts", "-\nMme Hoarau\np\n")
    assert "Nom de la CPTS : CPTS du lagon" in said.out
    texts = [(r["field"], r["text"]) for r in tutor.rows("local_names")]
    assert texts[2:] == [("cpts", ""), ("coordo", "Mme Hoarau")]
    left = play(tutor, course, "contacts", "CPTS des hauts\nq\n")
    assert left.status == 0
    assert tutor.rows("local_names")[-1]["text"] == "CPTS des hauts"


def test_the_placement_test_says_which_lessons_can_be_passed_over(
    tutor: Command, course: Path
) -> None:
    said = play(tutor, course, "placement", "a\n3\na\n3\na\n3\nb\n1\n")
    known = said.out.index("vous pouvez passer ces leçons")
    take = said.out.index("vous apprendront davantage")
    assert known < said.out.index("- Titre de chez-moi (moyenne 1 / 1)") < take
    assert take < said.out.index("- Titre de apres (moyenne 0,5 / 1)")
