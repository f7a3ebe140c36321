"""Plain mode reads one answer a line, stores it, and says what it was worth."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE

TAKEN: list[tuple[str, str, tuple[list[int] | str, float, int | None]]] = [
    ("l-une", "b\n3\n", ([1], 1, 3)),
    ("l-une", "B\n2\n", ([1], 1, 2)),
    ("l-une", "  b  \n1\n", ([1], 1, 1)),
    ("l-une", "a\n 2 \n", ([0], 0, 2)),
    ("l-une", "b\n\n", ([1], 1, None)),
    ("l-une", "b\r\n3\r\n", ([1], 1, 3)),
    ("l-plusieurs", "a b\n2\n", ([0, 1], 1, 2)),
    ("l-plusieurs", "b,a\n2\n", ([0, 1], 1, 2)),
    ("l-plusieurs", "a, B\n2\n", ([0, 1], 1, 2)),
    ("l-plusieurs", "a a b\n2\n", ([0, 1], 1, 2)),
    ("l-plusieurs", "a\n2\n", ([0], 0.5, 2)),
    ("l-plusieurs", "a c\n2\n", ([0, 2], 0.2, 2)),
    ("l-plusieurs", "b\n2\n", ([1], 0, 2)),
    ("l-plusieurs", "a b d\n2\n", ([0, 1, 3], 0, 2)),
    ("l-deux", "c a\n2\n", ([0, 2], 1, 2)),
    ("l-deux", "a b\n2\n", ([0, 1], 0.5, 2)),
    ("l-deux", "a\n2\n", ([0], 0.5, 2)),
    ("l-mots", "MSSanté\n3\n", ("MSSanté", 1, 3)),
    ("l-mots", "  La messagerie  SECURISEE \n3\n", ("La messagerie  SECURISEE", 1, 3)),
    ("l-mots", "courriel\n1\n", ("courriel", 0, 1)),
    ("l-sans", "a\n", ([0], 1, None)),
    ("p-sortie", "-2 +1\n", ([-2, 1], 1, None)),
    ("p-sortie", "−2, 1\n", ([-2, 1], 1, None)),
    ("p-sortie", "-1 0\n", ([-1, 0], 0.583333, None)),
    ("b-longue", "1 2\n3\n", ([0, 1], 1, 3)),
    ("b-longue", "10,1\n3\n", ([0, 9], 0.5, 3)),
]


@pytest.mark.parametrize(("target", "typed", "stored"), TAKEN)
def test_a_line_is_stored_as_source_positions_with_its_credit_and_certainty(
    tutor: Command,
    target: str,
    typed: str,
    stored: tuple[list[int] | str, float, int | None],
) -> None:
    said = tutor.play(target, typed)
    row = tutor.answer
    assert row["question"] == target
    assert (row["response"], row["credit"], row["certainty"]) == stored
    assert (said.status, said.err) == (0, "")
    assert "Réponse enregistrée." in said.out
    assert "Fin de « " in said.out


REFUSED = [
    ("l-une", "z", "b\n", "« z » n'est pas une proposition. Possibles : a b c."),
    ("l-une", "1", "b\n", "« 1 » n'est pas une proposition"),
    ("l-une", "a b", "b\n", "Une seule réponse pour cette question."),
    ("l-une", "", "b\n", "Cochez au moins une proposition."),
    ("l-une", " , ", "b\n", "Cochez au moins une proposition."),
    ("l-plusieurs", "ab", "a\n", "« ab » n'est pas une proposition"),
    ("l-deux", "a b c", "a c\n", "2 réponses au plus pour cette question."),
    ("l-mots", "", "RCP\n", "Écrivez quelques mots."),
    ("l-mots", "   ", "RCP\n", "Écrivez quelques mots."),
    ("l-mots", "x" * 201, "RCP\n", "200 caractères au plus."),
    ("p-sortie", "1", "0 0\n", "Donnez 2 valeur(s)"),
    ("p-sortie", "1 1 1", "0 0\n", "Donnez 2 valeur(s)"),
    ("p-sortie", "3 0", "0 0\n", "« 3 » n'est pas une valeur de −2 à +2."),
    ("b-longue", "a", "1 2\n", "Possibles : 1 2 3 4 5 6 7 8 9 10."),
]


@pytest.mark.parametrize(("target", "bad", "good", "reason"), REFUSED)
def test_a_line_that_does_not_fit_is_refused_on_stderr_and_the_question_asked_again(
    tutor: Command, target: str, bad: str, good: str, reason: str
) -> None:
    said = tutor.play(target, f"{bad}\n{good}")
    assert reason in said.err
    assert reason not in said.out
    assert said.out.count("? aide)") == 2
    assert tutor.answer["response"] != bad
    assert said.status == 0


@pytest.mark.parametrize("bad", ["4", "0", "oui", "1 2", "²"])
def test_a_certainty_that_is_none_is_refused_and_asked_again(
    tutor: Command, bad: str
) -> None:
    said = tutor.play("l-une", f"b\n{bad}\n2\n")
    assert said.err == "Répondez 1, 2 ou 3, ou une ligne vide.\n"
    assert said.out.count("Certitude") == 2
    assert tutor.answer["certainty"] == 2


OWN_MARKS: list[tuple[str, float, bool]] = [
    ("o", 1, True),
    ("oui", 1, True),
    ("O", 1, True),
    ("n", 0, False),
    ("Non", 0, False),
]


@pytest.mark.parametrize(("mark", "credit", "self_marked"), OWN_MARKS)
def test_a_wording_nobody_foresaw_is_judged_by_its_author_after_seeing_the_answer(
    tutor: Command, mark: str, credit: float, self_marked: bool
) -> None:
    said = tutor.play("l-mots", f"un pigeon voyageur\n2\n{mark}\n")
    row = tutor.answer
    assert (row["credit"], row["self_marked"]) == (credit, self_marked)
    assert row["certainty"] == 2
    shown, asked = (
        said.out.index("messagerie sécurisée ; MSSanté"),
        said.out.index("J'avais bon"),
    )
    assert said.out.index("Certitude") < shown < asked


def test_an_own_mark_that_is_neither_yes_nor_no_is_asked_again(tutor: Command) -> None:
    said = tutor.play("l-mots", "pigeon\n2\npeut-être\no\n")
    assert said.err == "Répondez o ou n.\n"
    assert tutor.answer["self_marked"] is True


@pytest.mark.parametrize("typed", ["courriel", "mssante"])
def test_a_wording_that_is_listed_offers_no_own_mark(
    tutor: Command, typed: str
) -> None:
    said = tutor.play("l-mots", f"{typed}\n2\n")
    assert "J'avais bon" not in said.out
    assert tutor.answer["self_marked"] is False


CORRECTIONS: list[tuple[str, str, list[str]]] = [
    (
        "l-une",
        "a\n3\n",
        [
            "Faux. 0 sur 1.",
            "a, votre réponse, à écarter : Elle ne suit pas de patients.",
            "b, attendu : C'est lui qui décide lundi.",
            "c, écarté à raison : Le relais se perd.",
            "Idée fausse : « Une CPTS est une grande MSP » (IF-01).",
            "Elle organise, elle ne suit pas de patientèle.",
            "Explication : Celui qui agira doit savoir.",
            "Source : Texte d'essai, I.",
            "Sûr et faux : cette question reviendra en premier.",
        ],
    ),
    ("l-une", "b\n3\n", ["Juste. 1 sur 1.", "b, votre réponse, juste : C'est lui"]),
    ("l-plusieurs", "a\n2\n", ["En partie juste. 0,5 sur 1.", "1 discordance."]),
    ("l-plusieurs", "a c\n2\n", ["En partie juste. 0,2 sur 1.", "2 discordances."]),
    (
        "l-plusieurs",
        "b d\n2\n",
        [
            "Une proposition inacceptable a été cochée",
            "Une proposition indispensable manque",
            "Sans elle, pas de passage. (indispensable)",
            "Le secret s'y oppose. (inacceptable)",
        ],
    ),
    (
        "l-mots",
        "courriel\n1\n",
        [
            "Vous avez écrit : « courriel ».",
            "Réponse attendue : messagerie sécurisée.",
            "Il n'est pas fait pour cela.",
            "Idée fausse : « Une CPTS",
        ],
    ),
    ("l-mots", "pigeon\n1\nn\n", ["Faux. 0 sur 1.", "Cherchez un canal réservé."]),
    ("l-mots", "pigeon\n1\no\n", ["Compté juste sur votre parole (poids moitié)."]),
    (
        "p-sortie",
        "-1 0\n",
        [
            "Accord avec le panel : 0,58 sur 1.",
            "Panel : −2 : 6, −1 : 4, 0 : 2, +1 : 0, +2 : 0.",
            "« Deux jours sans aide. » (infirmière)",
        ],
    ),
]


@pytest.mark.parametrize(("target", "typed", "lines"), CORRECTIONS)
def test_the_correction_gives_the_reason_of_every_option_and_what_follows(
    tutor: Command, target: str, typed: str, lines: list[str]
) -> None:
    out = tutor.play(target, typed).out
    places = [out.find(line) for line in lines]
    assert -1 not in places, lines[places.index(-1)]
    assert places == sorted(places)


def test_a_right_answer_said_without_certainty_does_not_come_back_first(
    tutor: Command,
) -> None:
    assert "reviendra en premier" not in tutor.play("l-une", "a\n2\n").out


ONE_LETTER = [
    ("?", "Lettres séparées par des espaces pour cocher"),
    ("i", "Indice : Qui décide lundi ?"),
    ("i\ni", "Indice : Il suit la patiente depuis dix ans."),
    ("i\ni\ni", "Pas d'autre indice."),
]


@pytest.mark.parametrize(("command", "line"), ONE_LETTER)
def test_one_letter_asks_for_help_or_a_hint_and_the_question_stays(
    tutor: Command, command: str, line: str
) -> None:
    said = tutor.play("l-une", f"{command}\nb\n3\n")
    assert line in said.out
    row: dict[str, Any] = tutor.answer
    assert (row["credit"], row["hints"]) == (1, min(command.count("i"), 2))
    assert said.err == ""


def test_p_goes_past_the_question_and_stores_no_answer(tutor: Command) -> None:
    said = tutor.play("banque", "p\n1 2\n3\nn\n")
    assert "Passée." in said.out
    assert tutor.answer["question"] == "b-longue"
    assert "Points : 1 sur 1. Réponses : 1 sur 2." in said.out


def test_help_explains_the_sigles_of_the_question(
    tutor: Command, tmp_path: Path
) -> None:
    root = tmp_path / "cours"
    shutil.copytree(COURSE, root)
    (root / "content" / "glossaire.md").write_text(
        "# Glossaire\n\nZZZ\n:   Un sigle expliqué.\n", encoding="utf-8"
    )
    lesson = root / "quizzes" / "zzz.md"
    lesson.write_text(
        '---\nid: zzz\ntitre: "Z"\n---\n\n::: qru {#z-1 comp="C5.N.1"}\nQue dit le ZZZ'
        "\u00a0?\n\n- [x] a\n  > oui\n- [ ] b\n  > non\n\n:::\n",
        encoding="utf-8",
    )
    said = tutor("--course", str(root), "play", "z-1", "--plain", typed="?\nq\n")

    assert "ZZZ : Un sigle expliqué." in said.out
