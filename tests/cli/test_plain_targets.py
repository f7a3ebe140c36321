"""What can be played: ids, files, reviews; and what cannot."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep, long_ago
from tests.course.shipped import known_at
from tutor.services.places import find_course

HEADS = [
    ("lecon", "Leçon « Petite leçon ».", "Question 1 sur 5."),
    ("banque", "Banque « Petite banque ».", "Question 1 sur 2."),
    ("cas", "Dossier « M. B., une plaie ».", "Question 1 sur 4."),
    ("b-longue", "", "Question 1 sur 1."),
    ("cas-3", "", "Question 1 sur 1."),
]


@pytest.mark.parametrize(("target", "head", "first"), HEADS)
def test_an_id_opens_what_it_names(
    tutor: Command, target: str, head: str, first: str
) -> None:
    said = tutor.play(target)
    assert said.out.startswith(head)
    assert first in said.out


def test_the_lesson_that_ships_can_be_played_from_its_first_question(
    tutor: Command,
) -> None:
    known_at(tutor.home)
    said = tutor("play", "bases-qru-01", "--plain", "--no-shuffle", typed="b\n3\n")
    row = tutor.answer
    assert row["course"] == "exercice-coordonne"
    assert (row["response"], row["credit"]) == ([1], 1)
    assert "Source : Lenoir 2023" in said.out
    assert (find_course() / "content" / "01-bases.md").is_file()


def test_a_dossier_stores_its_steps_and_ends_on_its_mean(tutor: Command) -> None:
    said = tutor.play("cas", "a\n3\nrcp\n2\nb\n1\na\n\n")
    steps = [(row["question"], row["dossier"], row["step"]) for row in tutor.answers]
    assert steps == [
        ("cas-1", "cas", 0),
        ("cas-2", "cas", 1),
        ("cas-3", "cas", 1),
        ("cas-4", "cas", 2),
    ]
    assert "Moyenne du dossier : 0,75 sur 1." in said.out


def test_a_dossier_tells_a_step_only_once_the_step_before_is_answered(
    tutor: Command,
) -> None:
    said = tutor.play("cas", "a\n3\n")
    answered = said.out.index("Réponse enregistrée.")
    assert said.out.index("Étape 1") < answered < said.out.index("l'os est visible")
    assert "M. B. marche." not in said.out


def test_a_question_of_a_dossier_alone_keeps_its_place_there(tutor: Command) -> None:
    tutor.play("cas-3", "a\n3\n")
    row = tutor.answer
    assert (row["dossier"], row["step"]) == ("cas", 1)


def test_letters_follow_what_is_shown_and_the_store_keeps_source_positions(
    tutor: Command,
) -> None:
    shown = tutor.play("l-deux", "", "--seed", "5").out
    letter = next(
        line[0] for line in shown.splitlines() if line.endswith("auprès d'elle ?")
    )
    assert letter != "c"
    tutor.play("l-deux", f"{letter}\n2\n", "--seed", "5")
    assert tutor.answer["response"] == [2]


def test_an_option_marked_last_stays_last_whatever_the_seed(tutor: Command) -> None:
    orders = set()
    for seed in range(8):
        out = tutor.play("l-une", "", "--seed", str(seed)).out
        options = [line[3:] for line in out.splitlines() if line[1:3] == ". "]
        orders.add(tuple(options))
        assert options[-1] == "À personne"
    assert len(orders) == 2


def test_the_same_seed_shows_the_same_order(tutor: Command) -> None:
    first = tutor.play("lecon", "", "--seed", "11").out
    assert tutor.play("lecon", "", "--seed", "11").out == first


OUTSIDE = """---
id: dehors
titre: "Une leçon du dehors"
---

# Une leçon du dehors

::: qru {#d-une comp="C5.N.1"}
La vôtre ?

- [x] Oui
  > C'est la mienne.
- [ ] Non
  > C'est la mienne pourtant.

:::

::: qru {#l-une comp="C5.N.1"}
Un identifiant déjà pris ?

- [x] Oui
  > Il l'est.
- [ ] Non
  > Il l'est pourtant.

:::

::: qru {#d-cassee comp="C5.N.1"}
Deux bonnes réponses ?

- [x] Oui
  > L'une.
- [x] Non
  > L'autre.

:::
"""


def test_a_file_is_played_within_the_course_and_stored_like_it(
    tutor: Command, tmp_path: Path
) -> None:
    path = tmp_path / "dehors.md"
    path.write_text(OUTSIDE, encoding="utf-8")
    said = tutor.play(str(path), "a\n2\n")
    row = tutor.answer
    assert (row["course"], row["question"], row["credit"]) == (
        "petit-cours",
        "d-une",
        1,
    )
    assert "Question 1 sur 1." in said.out
    assert "Un identifiant déjà pris" not in said.out
    assert "Deux bonnes réponses" not in said.out
    assert "2 fautes" in said.err
    assert "ligne 18" in said.err
    assert "ligne 28" in said.err


def test_a_file_of_the_course_is_the_lesson_itself(tutor: Command) -> None:
    said = tutor.play(str(COURSE / "quizzes" / "banque.md"), "a\n3\np\n")
    assert said.out.startswith("Banque « Petite banque ».")
    assert tutor.answer["question"] == "b-une"


BROKEN: list[tuple[str, int, str]] = [
    ("---\nid: lecon\ntitre: x\n---\n\n# X\n", 2, "déjà pris"),
    ("# Sans en-tête\n", 3, "ne peut pas être joué"),
]


@pytest.mark.parametrize(("text", "status", "reason"), BROKEN)
def test_a_file_that_cannot_be_played_says_why(
    tutor: Command, tmp_path: Path, text: str, status: int, reason: str
) -> None:
    path = tmp_path / "casse.md"
    path.write_text(text, encoding="utf-8")
    said = tutor.play(str(path))
    assert (said.status, said.out) == (status, "")
    assert reason in said.err
    assert str(path) in said.err


def test_nothing_to_review_says_so(tutor: Command) -> None:
    said = tutor("--course", str(COURSE), "review")
    assert said.out == "Rien n'est à revoir aujourd'hui.\n"
    assert said.status == 0


def test_what_is_due_is_asked_again_and_stored(tutor: Command) -> None:
    keep(tutor.home, *long_ago("b-une", "l-sans", "cas-1"))
    said = tutor("--course", str(COURSE), "review", "--plain", typed="p\np\n")
    assert said.out.startswith("Révision.")
    assert "Question 1 sur 2." in said.out
    assert "Votre première demande" not in said.out
    assert said.status == 0


def test_a_review_left_in_the_middle_goes_on_with_the_same_questions(
    tutor: Command,
) -> None:
    keep(tutor.home, *long_ago("b-une", "l-une"))
    words = ("--course", str(COURSE), "review")
    first = tutor(*words, typed="p\n")
    again = tutor(*words, typed="p\n")
    asked = [
        "À qui écrivez-vous ?" in said.out.partition("Passée.")[0]
        for said in (first, again)
    ]
    assert asked[0] != asked[1]
    assert "Question 2 sur 2." in again.out
    assert len(tutor.rows("runs")) == 1
