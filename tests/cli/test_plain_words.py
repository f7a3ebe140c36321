"""Words that could identify somebody, line by line: masked, written again or kept."""

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE
from tests.cli.test_plain_leaving import Interrupted

NOTE = "Vu Mme Dupont, née le 3 mai 1944.\n.\n"
WORDS = "Vu Mme Dupont, née le 3 mai 1944."
SAFE = "Vu Mme [nom], née le [date]."
MESSAGE = "Mme Roussel sort. M. Payet vient. Furosémide 40.\n.\n"
CHOICE = "Ligne vide : garder la version masquée ; m : reprendre ; o :"


def notes(tutor: Command) -> list[tuple[str, str | None]]:
    """Return the words stored, and what of them may leave."""
    return [(row["text"], row["shared_text"]) for row in tutor.rows("notes")]


def test_an_empty_line_keeps_the_masked_version_alone(tutor: Command) -> None:
    said = tutor.play("cartes", NOTE + "\n")
    assert said.out.index(SAFE) < said.out.index(CHOICE)
    assert "Note gardée sur cette machine." in said.out
    assert notes(tutor) == [(SAFE, None)]
    assert "Dupont" not in (tutor.home / "progress.json").read_text("utf-8")


def test_o_keeps_the_words_and_beside_them_what_may_leave(tutor: Command) -> None:
    tutor.play("cartes", NOTE + "o\n")
    assert notes(tutor) == [(WORDS, SAFE)]


def test_m_lets_one_write_again_and_the_first_words_are_gone(tutor: Command) -> None:
    said = tutor.play("cartes", NOTE + "m\nUne chute.\n.\n")
    assert "Rien n'est enregistré." in said.out
    assert said.out.count("Votre note, terminée par un point") == 2
    assert notes(tutor) == [("Une chute.", None)]


def test_another_letter_is_refused_and_asked_again(tutor: Command) -> None:
    said = tutor.play("cartes", NOTE + "z\n\n")
    assert said.err == "Répondez par une ligne vide, m ou o.\n"
    assert said.out.count(CHOICE) == 2


LEFT = ["", "q\n", "m\n", "m\nq\n", "z\n"]


@pytest.mark.parametrize("typed", LEFT)
def test_leaving_before_the_choice_keeps_the_words_here_and_masked_to_leave(
    tutor: Command, typed: str
) -> None:
    tutor.play("cartes", NOTE + typed)
    assert notes(tutor) == [(WORDS, SAFE)]
    assert tutor.rows("runs")[0]["passed"] == []


def test_leaving_in_the_middle_of_a_note_asks_nothing(tutor: Command) -> None:
    said = tutor.play("cartes", "Vu Mme Dupont")
    assert CHOICE not in said.out
    assert notes(tutor) == [("Vu Mme Dupont", "Vu Mme [nom]")]


def test_ctrl_c_at_the_choice_keeps_the_words(tutor: Command) -> None:
    words = ("play", "cartes", "--plain", "--no-shuffle")
    said = tutor.reading(Interrupted(NOTE), "--course", str(COURSE), *words)
    assert said.status == 130
    assert notes(tutor) == [(WORDS, SAFE)]


def test_a_text_too_long_stays_as_a_draft_and_a_shorter_one_is_asked(
    tutor: Command,
) -> None:
    long = "mot " * 5001
    said = tutor.play("cartes", f"{long}\n.\nCourt.\n.\n")
    assert said.err.startswith("Ce texte fait 20 003 caractères, 20 000 au plus.")
    assert [text for text, _ in notes(tutor)] == [long.strip(), "Court."]


def test_a_million_signs_do_no_harm(tutor: Command) -> None:
    said = tutor.play("cartes", "mot " * 250_000 + "\n.\n.\n")
    assert said.status == 0
    assert [len(text) for text, _ in notes(tutor)] == [999_999]


@pytest.mark.parametrize(
    ("choice", "stored"),
    [
        ("\n", ("Mme [nom] sort. M. [nom] vient. Furosémide 40.", None)),
        (
            "o\n",
            (
                "Mme Roussel sort. M. Payet vient. Furosémide 40.",
                "Mme [nom] sort. M. [nom] vient. Furosémide 40.",
            ),
        ),
    ],
)
def test_a_message_is_scored_as_written_and_stored_as_chosen(
    tutor: Command, choice: str, stored: tuple[str, str | None]
) -> None:
    said = tutor.play("r-message", MESSAGE + choice + "\n")
    assert "2. présent : Le diurétique" in said.out
    assert tutor.answer["response"] == [1]
    assert notes(tutor) == [stored]


def test_a_message_about_its_own_patient_asks_nothing_and_leaves_masked(
    tutor: Command,
) -> None:
    said = tutor.play("r-message", "Mme Roussel sort.\n.\n\n")
    assert CHOICE not in said.out
    assert notes(tutor) == [("Mme Roussel sort.", "Mme [nom] sort.")]


def test_m_makes_a_draft_of_a_message_again(tutor: Command) -> None:
    said = tutor.play("r-message", MESSAGE + "m\n")
    assert "Votre message redevient un brouillon." in said.out
    assert (tutor.answers, notes(tutor)) == ([], [])
    again = tutor.resume("r-message", "-\nFurosémide.\n.\n\n")
    assert "M. Payet vient." in again.out
    assert notes(tutor) == [("Furosémide.", None)]


@pytest.mark.parametrize("typed", ["", "q\n"])
def test_leaving_at_the_choice_counts_the_message(tutor: Command, typed: str) -> None:
    tutor.play("r-message", MESSAGE + typed)
    assert tutor.answer["response"] == [1]
    ((text, shared),) = notes(tutor)
    assert "Payet" in text
    assert "Payet" not in str(shared)


def test_a_message_too_long_stays_as_a_draft(tutor: Command) -> None:
    said = tutor.play("r-message", "mot " * 6000 + "\n.\n")
    assert "Il reste sur cette machine, comme brouillon." in said.err
    assert tutor.answers == []
    assert "mot mot" in tutor.resume("r-message").out


def test_an_objection_is_looked_at_too(tutor: Command) -> None:
    tutor.play("banque", "a\n3\n! Mme Payet dit le contraire.\n\nq\n")
    (row,) = tutor.rows("disputes")
    assert row["text"] == "Mme [nom] dit le contraire."
