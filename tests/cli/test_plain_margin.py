"""Line by line: what was passed, what seems wrong, the recap that is kept."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE


@pytest.mark.parametrize(("said", "questions"), [("o", 2), ("n", 1), ("", 1)])
def test_questions_passed_are_offered_once_before_the_sum(
    tutor: Command, said: str, questions: int
) -> None:
    out = tutor.play("banque", f"p\n1 2\n3\n{said}\na\n1\n").out
    assert "1 question passée. La reprendre (o ou n) : " in out
    assert len(tutor.answers) == questions
    assert f"Réponses : {questions} sur 2." in out
    assert out.index("La reprendre") < out.index("Fin de")
    (run,) = tutor.rows("runs")
    assert run["ended"]


def test_leaving_at_the_offer_comes_back_to_it(tutor: Command) -> None:
    tutor.play("banque", "p\n1 2\n3\nq\n")
    assert not tutor.rows("runs")[0]["ended"]
    said = tutor.resume("banque", "peut-être\no\na\n1\n")
    assert "La reprendre" in said.out
    assert "Répondez o ou n." in said.err
    assert [row["question"] for row in tutor.answers] == ["b-longue", "b-une"]


def test_a_dossier_offers_nothing_back(tutor: Command) -> None:
    said = tutor.play("cas", "p\n" * 9)
    assert "reprendre (o ou n)" not in said.out


def test_an_objection_is_kept_with_the_answer_just_corrected(tutor: Command) -> None:
    said = tutor.play("banque", "! trop tôt\na\n3\n! la clé\n1 2\n3\n!\nla liste\n")
    assert "Répondez d'abord" in said.out
    assert said.out.count("Objection gardée avec votre réponse.") == 2
    rows = {row["question"]: row for row in tutor.rows("disputes")}
    answers = {row["question"]: row for row in tutor.answers}
    assert {name: row["text"] for name, row in rows.items()} == {
        "b-une": "la clé",
        "b-longue": "la liste",
    }
    assert all(rows[q]["answer"] == answers[q]["id"] for q in answers)
    assert all(rows[q]["key_hash"] == answers[q]["key_hash"] for q in answers)


def test_the_recap_is_kept_at_the_end_and_its_file_is_named(tutor: Command) -> None:
    said = tutor.play("banque", "a\n3\n1 2\n3\nk\n\n")
    path = tutor.home / "recaps" / "banque.md"
    assert f"Récapitulatif écrit : {path}." in said.out
    assert path.read_text(encoding="utf-8").startswith("# Petite banque\n")


def test_recap_prints_or_writes_and_never_writes_over(
    tutor: Command, tmp_path: Path
) -> None:
    words = ("--course", str(COURSE), "recap")
    assert tutor(*words, "lecon").out.startswith("# Petite leçon\n")
    file = tmp_path / "lecon.md"
    said = tutor(*words, "lecon", "-o", str(file))
    assert (said.status, said.out) == (0, "")
    assert "# Petite leçon" in file.read_text(encoding="utf-8")
    assert tutor(*words, "lecon", "-o", str(file)).status == 3
    assert tutor(*words, "l-une").status == 2


def test_opening_again_what_is_done_says_so_and_begins_anew(tutor: Command) -> None:
    tutor.play("banque", "a\n3\n1 2\n3\n")
    said = tutor.resume("banque")
    assert "Déjà fait le" in said.out
    assert "Première question de banque" in said.out
    assert len(tutor.answers) == 2
