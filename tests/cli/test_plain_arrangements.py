"""Pairs, an order, a hand-over message and what follows from it, line by line."""

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE
from tests.cli.test_faults import Saboteur
from tests.cli.test_plain_leaving import GOODBYE, Interrupted

NO_SHUFFLE = ("--course", str(COURSE), "play")
SENT = "Mme R. sort ce soir.\nPoids 61 kg, FUROSEMIDE 40.\n.\n"
"""A message with the first two atoms."""
FOUND = (
    "1. présent : Le poids de sortie\n"
    "2. présent : Le diurétique\n"
    "3. pas retrouvé : L'absence de la fille\n"
    "4. pas retrouvé : Qui rappeler\n"
)


def letters(said: str, *texts: str) -> list[str]:
    """Return the letters that texts have on the screen."""
    lines = said.splitlines()
    return [next(ln[0] for ln in lines if ln[1:] == f". {text}") for text in texts]


def shown(tutor: Command, target: str) -> str:
    """Return a question as it is shown; the run waits at it."""
    return tutor.play(target).out


def test_pairs_are_typed_as_numbers_and_letters_and_judged(tutor: Command) -> None:
    said = shown(tutor, "r-qui")
    assert "Une lettre par ligne." in said
    assert "1. CPTS\n2. MSP\n3. DAC\n" in said
    assert "Vos paires, par exemple 1b 2a (1 à 3, a à c ; ? aide) :" in said
    one, two, three = letters(
        said,
        "organise les soins d'un territoire",
        "réunit une équipe autour d'une patientèle",
        "appuie les situations complexes",
    )
    end = tutor.resume("r-qui", f"3{three} 1{two.upper()},2{one}\n2\n").out
    assert "En partie juste. 0,33 sur 1." in end
    assert (
        "CPTS : réunit une équipe autour d'une patientèle, attendu : organise les soins "
        "d'un territoire.\n"
    ) in end
    assert "DAC : appuie les situations complexes, juste.\n" in end
    assert "Explication : Le nom ne dit pas le rôle." in end
    row = tutor.answer
    assert (row["response"], row["credit"]) == ([1, 0, 2], 0.333333)
    assert (row["kind"], row["certainty"]) == ("appariement", 2)


def test_an_order_is_typed_as_letters_and_judged_by_its_neighbours(
    tutor: Command,
) -> None:
    said = shown(tutor, "r-ordre")
    see, call, send, visit = letters(
        said,
        "Voir si le domicile est prêt",
        "Appeler l'infirmière",
        "Envoyer la synthèse",
        "Fixer la visite",
    )
    end = tutor.resume("r-ordre", f"{call} {send} {visit} {see}\n\n").out
    assert "En partie juste. 0,67 sur 1.\n2 enchaînements justes sur 3.\n" in end
    assert (
        "1. Voir si le domicile est prêt ; vous aviez mis : Appeler l'infirmière.\n"
    ) in end
    row = tutor.answer
    assert (row["response"], row["credit"]) == ([1, 2, 3, 0], 0.666667)
    assert row["certainty"] is None


REFUSED = [
    ("r-qui", "", "Donnez 3 paires, une par ligne de gauche"),
    ("r-qui", "1a 2b", "Donnez 3 paires, une par ligne de gauche"),
    ("r-qui", "1a 2b 3b", "Donnez 3 paires, une par ligne de gauche"),
    ("r-qui", "1a 1b 2c", "Donnez 3 paires, une par ligne de gauche"),
    ("r-qui", "bonjour", "« bonjour » n'est pas une paire."),
    ("r-ordre", "", "Donnez les 4 lettres"),
    ("r-ordre", "a b c", "Donnez les 4 lettres"),
    ("r-ordre", "a a b c d", "Donnez les 4 lettres"),
    ("r-ordre", "a b c z", "« z » n'est pas une proposition."),
    ("r-message", "\n\n.", "Écrivez quelques mots."),
    ("r-message", ".", "Écrivez quelques mots."),
]


@pytest.mark.parametrize(("target", "line", "reason"), REFUSED)
def test_what_does_not_answer_is_refused_in_french_and_asked_again(
    tutor: Command, target: str, line: str, reason: str
) -> None:
    said = tutor.play(target, f"{line}\n")
    assert said.err.startswith(reason)
    assert said.out.count("? aide) :") == 2
    assert (tutor.answers, tutor.rows("notes")) == ([], [])


@pytest.mark.parametrize("target", ["r-qui", "r-ordre", "r-message"])
def test_p_passes_and_the_help_says_how_to_answer(tutor: Command, target: str) -> None:
    said = tutor.play(target, "?\np\n")
    how = {
        "r-qui": "par exemple 1b 2a. i : un indice ; p : passer",
        "r-ordre": "Toutes les lettres, dans l'ordre",
        "r-message": "un point seul sur une ligne termine. i : un indice",
    }
    assert how[target] in said.out
    assert "Passée." in said.out
    assert "Fin de " in said.out
    assert tutor.answers == []


def test_a_message_is_read_to_its_full_stop_searched_corrected_and_judged(
    tutor: Command,
) -> None:
    said = tutor.play("r-message", f"i\n{SENT}4\n")
    assert "- ce qu'il faut surveiller\n- qui est là\n" in said.out
    assert "Indice : Que doit-elle savoir pour décider seule ?" in said.out
    assert FOUND in said.out
    assert "En partie juste. 0,75 sur 1." in said.out
    assert "Reçu : Le diurétique.\n" in said.out
    assert "Pas reçu : L'absence de la fille. Samedi, personne n'ouvre.\n" in said.out
    assert "Certitude" not in said.out
    row = tutor.answer
    assert (row["response"], row["credit"]) == ([0, 1, 3], 0.75)
    assert (row["hints"], row["certainty"], row["kind"]) == (1, None, "relais")
    (note,) = tutor.rows("notes")
    assert note["subject"] == "r-message"
    assert note["text"] == "Mme R. sort ce soir.\nPoids 61 kg, FUROSEMIDE 40."


def test_a_message_without_what_matters_is_worth_nothing_and_says_why(
    tutor: Command,
) -> None:
    said = tutor.play("r-message", f"{SENT}2,3 ; 4\n")
    assert "Faux. 0 sur 1.\nUne information indispensable manque" in said.out
    assert (
        "Pas reçu, indispensable : Le diurétique. Elle ne peut rien adapter."
        in said.out
    )
    assert (tutor.answer["response"], tutor.answer["credit"]) == ([0, 2, 3], 0)


@pytest.mark.parametrize("line", ["9", "0", "un", "1 9", "1-2"])
def test_a_correction_that_names_no_atom_is_refused_and_asked_again(
    tutor: Command, line: str
) -> None:
    said = tutor.play("r-message", f"{SENT}{line}\n?\n\n")
    assert said.err == "Répondez par un nombre de 1 à 4.\n"
    assert said.out.count("Numéros à corriger") == 3
    assert "ligne vide : tout est juste" in said.out
    assert tutor.answer["response"] == [0, 1]


@pytest.mark.parametrize("typed", [SENT, f"{SENT}q\n", f"{SENT}9\nq\n"])
def test_leaving_at_the_correction_keeps_the_message_as_it_was_found(
    tutor: Command, typed: str
) -> None:
    said = tutor.play("r-message", typed)
    assert said.out.endswith(f"{GOODBYE}\n")
    assert (tutor.answer["response"], tutor.answer["credit"]) == ([0, 1], 0.5)
    assert len(tutor.rows("notes")) == 1


def test_input_that_ends_in_the_middle_of_a_message_keeps_its_words(
    tutor: Command,
) -> None:
    said = tutor.play("r-message", "Le poids\nest de 61")
    assert said.out.endswith(f"{GOODBYE}\n")
    assert (tutor.answers, tutor.rows("notes")) == ([], [])
    again = tutor.resume("r-message").out
    assert "Votre brouillon, là où vous l'avez laissé.\nLe poids\nest de 61\n" in again


def test_ctrl_c_in_the_middle_of_a_message_keeps_its_words(tutor: Command) -> None:
    keyboard = Interrupted("Le poids\n")
    said = tutor.reading(keyboard, *NO_SHUFFLE, "r-message", "--plain")
    assert said.status == 130
    assert tutor.rows("runs")[0]["drafts"] == [["r-message", "Le poids"]]


def test_input_that_ends_in_the_middle_of_a_note_keeps_its_words(
    tutor: Command,
) -> None:
    tutor.play("cartes", "Une sortie\nmal préparée")
    (note,) = tutor.rows("notes")
    assert (note["subject"], note["text"]) == ("c-note", "Une sortie\nmal préparée")


@pytest.mark.parametrize(("typed", "before"), [(f"{SENT}\n", 4), ("Le poids\n", 2)])
def test_a_message_the_disk_refuses_ends_with_3_and_claims_nothing(
    tutor: Command, typed: str, before: int
) -> None:
    store = tutor.home / "progress.json"
    words = (*NO_SHUFFLE, "r-message", "--plain", "--no-shuffle")
    said = tutor.reading(Saboteur(typed, before, store), *words)
    assert said.status == 3
    assert "n'a pas pu être écrit" in said.err
    assert "nregistré" not in said.out.replace("réponse est enregistrée", "")


WALKS = [
    (f"{SENT}3\n", "La voisine ouvre.", ["r-poids", "b-une"], 5),
    (f"{SENT}\n", "Personne n'ouvre.", ["r-porte", "r-poids", "b-une", "r-fin"], 7),
    (f"{SENT}1\n", "Personne n'ouvre.", ["r-porte", "b-une", "r-fin"], 6),
    ("p\n", "Personne n'ouvre.", ["r-porte", "b-une", "r-fin"], 6),
]


@pytest.mark.parametrize(("message", "scene", "after", "total"), WALKS)
def test_a_message_decides_what_follows_and_the_run_ends_well(
    tutor: Command, message: str, scene: str, after: list[str], total: int
) -> None:
    said = tutor.play("relais", f"p\np\n{message}" + "a\n\n" * len(after) + "n\n")
    others = {"La voisine ouvre.", "Personne n'ouvre."} - {scene}
    assert scene in said.out
    assert not any(other in said.out for other in others)
    asked = [row["question"] for row in tutor.answers if row["kind"] == "qru"]
    assert asked == after
    assert f"Question {total} sur {total}." in said.out
    assert "La suite de samedi." in said.out
    assert "Dernier mot.\n\n2 questions passées." in said.out
    assert "\nFin de « Passer la main »." in said.out
    assert tutor.rows("runs")[0]["ended"]


@pytest.mark.parametrize(("message", "scene", "after", "total"), WALKS)
def test_a_run_left_after_its_message_goes_on_the_same_way(
    tutor: Command, message: str, scene: str, after: list[str], total: int
) -> None:
    tutor.play("relais", f"p\np\n{message}")
    said = tutor.resume("relais", "a\n\n" * len(after) + "n\n")
    assert scene in said.out
    assert [r["question"] for r in tutor.answers if r["kind"] == "qru"] == after
    assert f"Question {total} sur {total}." in said.out
    assert tutor.rows("runs")[0]["ended"]
