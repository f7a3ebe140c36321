"""`tutor marks`: bookmarks and notes, and the place of one read again."""

from tests.cli.conftest import Command
from tests.cli.small import COURSE

SMALL = ("--course", str(COURSE))


def test_without_any_it_says_how_to_put_one(tutor: Command) -> None:
    said = tutor(*SMALL, "marks")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Aucun repère ni note.")


def test_bookmarks_and_notes_are_numbered_lines_with_their_place(
    tutor: Command,
) -> None:
    tutor.play("lecon", ".b\nb\n2\n.n la clé\n")
    said = tutor(*SMALL, "marks")
    one, two = said.out.splitlines()
    assert one.startswith("1. Repère : Petite leçon, ")
    assert two.startswith("2. Note : Petite leçon, ")
    assert two.endswith(" : la clé")
    assert said.err == "Pour relire un endroit : tutor marks 1\n"


def test_the_place_of_one_is_read_with_the_answer_and_the_notes(tutor: Command) -> None:
    tutor.play("lecon", ".b\n.n à revoir\nb\n2\n.b\n")
    said = tutor(*SMALL, "marks", "1")
    assert said.status == 0
    assert "Une lettre part le vendredi" in said.out
    assert "b, votre réponse, juste : C'est lui qui décide lundi." in said.out
    assert said.out.splitlines()[-1].endswith(": à revoir")
    said = tutor(*SMALL, "marks", "3")
    assert "Que faites-vous avant la sortie ?" in said.out
    assert "Appeler l'infirmière" not in said.out
    assert "Pas encore de réponse" in said.out


def test_a_number_nobody_has_is_refused(tutor: Command) -> None:
    said = tutor(*SMALL, "marks", "1")
    assert (said.status, said.out) == (2, "")
    assert "le numéro 1" in said.err


def test_a_bookmark_is_taken_away_and_a_note_is_erased_from_the_store(
    tutor: Command,
) -> None:
    tutor.play("lecon", ".b\n.n la clé\n")
    said = tutor(*SMALL, "marks", "2", "--remove")
    assert (said.status, said.out[:12]) == (0, "Note effacée")
    assert tutor.rows("notes") == []
    assert tutor(*SMALL, "marks", "1", "--remove").out == "Repère ôté.\n"
    assert tutor(*SMALL, "marks").out.startswith("Aucun repère ni note.")


def test_only_what_is_named_goes(tutor: Command) -> None:
    tutor.play("lecon", ".n un\n.n deux\n")
    assert tutor(*SMALL, "marks", "1", "--remove").status == 0
    assert [row["text"] for row in tutor.rows("notes")] == ["deux"]
