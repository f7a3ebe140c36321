"""What the command says of itself, and how it refuses what it cannot do."""

import json
from pathlib import Path

import pytest

import tutor as package
from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep, long_ago
from tutor.cli.main import COMMANDS, run

SMALL = ("--course", str(COURSE))


def test_version_is_printed_alone(tutor: Command) -> None:
    assert tutor("--version") == (0, f"tutor {package.__version__}\n", "")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("words", "status"), [(["--version"], 0), (["--inconnu"], 2)])
def test_the_process_ends_with_the_status_of_the_command(
    words: list[str], status: int
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == status


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(tutor: Command, option: str) -> None:
    said = tutor(option)
    assert (said.status, said.err) == (0, "")
    assert all(f"  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_explains_itself_in_french(tutor: Command, name: str) -> None:
    said = tutor(name, "--help")
    assert (said.status, said.err) == (0, "")
    assert any(letter in said.out for letter in "éèêôà")


MISUSES: list[tuple[tuple[str, ...], int, str]] = [
    (("--inconnu",), 2, "Option inconnue : --inconnu."),
    (("play", "--inconnu", "lecon"), 2, "Option inconnue : --inconnu."),
    (("inconnue",), 2, "Commande inconnue : inconnue."),
    (("play",), 2, "Argument manquant : TARGET."),
    (("play", "lecon", "banque"), 2, "Argument de trop : banque."),
    (("play", "lecon", "--seed", "x"), 2, "Valeur impossible pour seed."),
    (("play", "lecon", "--seed"), 2, "Commande mal écrite."),
    (("--lang", "de", "status"), 2, "Langue inconnue : « de » (--lang)."),
    (("status", "--lang"), 2, "Commande mal écrite."),
    (("status", "lecon"), 2, "Argument de trop : lecon."),
    ((*SMALL, "play", "inconnue"), 2, "Rien ne s'appelle « inconnue » dans ce cours."),
    ((*SMALL, "play", "absent.md"), 3, "Le fichier « absent.md » n'existe pas."),
    ((*SMALL, "play", str(COURSE)), 2, f"Rien ne s'appelle « {COURSE} » dans"),
    (("--course", "/nulle/part", "status"), 3, "Aucun cours dans « /nulle/part »."),
    (("--course", "/nulle/part", "play", "x"), 3, "Aucun cours dans"),
    (("--course", "/nulle/part"), 3, "Aucun cours dans"),
]


@pytest.mark.parametrize(("words", "status", "reason"), MISUSES)
def test_a_misuse_is_one_french_line_on_stderr_with_what_to_do(
    tutor: Command, words: tuple[str, ...], status: int, reason: str
) -> None:
    said = tutor(*words)
    assert (said.status, said.out) == (status, "")
    lines = [line for line in said.err.splitlines() if "Pas de terminal" not in line]
    assert lines[0].startswith(f"tutor : {reason}")
    assert [line[:9] for line in lines[1:]] == ["  à faire"]


def test_a_control_character_of_the_person_never_reaches_the_terminal(
    tutor: Command,
) -> None:
    said = tutor(*SMALL, "play", "\x1b[31mrouge")
    assert "\x1b" not in said.err
    assert "[31mrouge" in said.err


def test_status_says_what_is_there_and_how_to_study(tutor: Command) -> None:
    said = tutor(*SMALL, "status")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines() == [
        "Petit cours d'essai",
        "0 réponse enregistrée.",
        "0 question à revoir aujourd'hui.",
        "Prochaine étape : leçon « Petite leçon ».",
        "Pourquoi : l'essentiel, en partant d'un patient ; aucun prérequis.",
        "L'ouvrir ligne à ligne : tutor play lecon --plain",
        "pas commencé : Petite leçon (lecon)",
        "pas commencé : Raisonner dans l'incertitude (panel)",
        "pas commencé : Cartes à écrire (cartes)",
        "pas commencé : Passer la main (relais)",
        "pas commencé : Vendredi, 17 h (r-cas)",
        "pas commencé : M. B., une plaie (cas)",
        "banque : Petite banque (banque)",
        "banque : Dossiers d'essai (dossiers)",
        "Pour étudier ligne à ligne : tutor play lecon --plain",
    ]


def test_status_names_where_the_intern_left_off(tutor: Command) -> None:
    tutor.play("cas", "a\n3\nrcp\n2\n")
    said = tutor(*SMALL, "status")
    assert "2 réponses enregistrées." in said.out
    assert "en cours : M. B., une plaie (cas)" in said.out
    assert said.out.endswith("tutor play cas --plain\n")


def test_status_offers_a_lesson_where_a_review_was_left(tutor: Command) -> None:
    keep(tutor.home, *long_ago("b-une"))
    tutor(*SMALL, "review")
    said = tutor(*SMALL, "status")
    assert "1 question à revoir aujourd'hui." in said.out
    assert said.out.endswith("tutor play lecon --plain\n")


def test_status_shows_no_estimate_before_the_intern_has_taken_position(
    tutor: Command,
) -> None:
    tutor.play("l-une", "b\n3\n")
    said = tutor(*SMALL, "status")
    hidden = "C5.N.1, Revoit ses patients : situez-vous d'abord, « tutor des C5.N.1 »"
    assert hidden in said.out
    assert "n = " not in said.out


def test_status_shows_the_estimate_once_the_intern_has_taken_position(
    tutor: Command,
) -> None:
    tutor.play("l-une", "b\n3\n")
    tutor.play("lecon", "p\np\np\np\n.\n3\n")
    said = tutor(*SMALL, "status")
    known = "C5.N.1, Revoit ses patients : données insuffisantes, 0,67, entre "
    assert known in said.out
    assert ", réponses : 1\n" in said.out


def test_status_json_has_the_shape_of_the_contract(tutor: Command) -> None:
    tutor.play("l-une", "a\n3\n")
    tutor.play("lecon", "p\np\np\np\n.\n3\n")
    said = tutor(*SMALL, "status", "--json")
    facts = json.loads(said.out)
    assert list(facts) == ["answers", "lessons", "items", "due", "ledger"]
    assert (facts["answers"], facts["due"]) == (1, 0)
    assert facts["lessons"] == [
        {"id": "lecon", "state": "started"},
        {"id": "panel", "state": "new"},
        {"id": "cartes", "state": "new"},
        {"id": "relais", "state": "new"},
    ]
    assert [item["code"] for item in facts["items"]] == [
        "C4.N.1",
        "C5.N.1",
        "C5.N.2",
        "C5.I.1",
    ]
    assert facts["ledger"] == [{"code": "IF-01", "count": 1}]
    first, second = facts["items"][:2]
    unknown = dict.fromkeys(["estimate", "low", "high", "positioning"])
    assert first == {
        "code": "C4.N.1",
        "n": 0,
        "n_eff": 0.0,
        "state": "insuffisant",
        **unknown,
    }
    assert (second["n"], second["positioning"]) == (1, "3")
    assert second["low"] < second["estimate"] < second["high"]


def test_bare_tutor_in_a_pipe_prints_where_the_intern_stands(tutor: Command) -> None:
    bare, status = tutor(*SMALL), tutor(*SMALL, "status")
    assert (bare.status, bare.out) == (0, status.out)
    assert bare.err == "Pas de terminal ici : voici où vous en êtes.\n"


def test_the_environment_can_name_the_course(
    tutor: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(COURSE))
    assert tutor("status").out.startswith("Petit cours d'essai")


def test_status_writes_nothing_of_the_person(tutor: Command) -> None:
    tutor(*SMALL, "status")
    left = {path.name for path in Path(tutor.home).iterdir()}
    assert left <= {"cache"}
