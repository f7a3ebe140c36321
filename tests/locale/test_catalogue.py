"""Messages are looked up, filled in, counted, and never drive a terminal."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.locale import advise, count, say
from tutor.locale.typography import NO_BREAK

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SAID = [
    ("home.title", {}, "Tuteur CPTS"),
    ("home.questions", {"n": 3}, "3 questions"),
    ("play.hint", {"text": "relisez"}, f"Indice{NO_BREAK}: relisez"),
    ("des.state.solide", {}, "solide"),
    ("cli.usage.option", {"name": "-x"}, f"Option inconnue{NO_BREAK}: -x."),
    ("check.severity.error", {}, "erreur"),
    ("errors.nothing-due", {}, "Rien n'est à revoir aujourd'hui."),
    ("answers.empty-text", {}, "Écrivez quelques mots."),
    (
        "errors.no-course",
        {"path": Path("a b")},
        f"Aucun cours dans «{NO_BREAK}a b{NO_BREAK}».",
    ),
]
UNKNOWN = ["home.nowhere", "errors.nowhere", "nowhere.title", "title", "", "home."]
COUNTED = [
    (0, "0 question"),
    (1, "1 question"),
    (2, "2 questions"),
    (21, "21 questions"),
]
HOSTILE = [
    "\x1b[31mrouge",
    "\x1b]0;titre\x07",
    "\x9b2J",
    "\x9d52;c;Zm9v\x9c",
    "fin\rdébut",
    "a\x08b",
    "\x00",
    "\x7f",
    "\u202egpj.exe",
    "\u2066caché\u2069",
]


@pytest.mark.parametrize(("name", "values", "text"), SAID)
def test_a_message_is_said_with_its_values(
    name: str, values: dict[str, object], text: str
) -> None:
    assert say(name, **values) == text


def test_notices_are_said_too() -> None:
    said = say("notices.reading-copy", copy="copie.json")
    assert said.startswith("Le carnet")
    assert f"«{NO_BREAK}copie.json{NO_BREAK}»" in said


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_message_nobody_wrote_is_a_bug(name: str) -> None:
    with pytest.raises(KeyError) as raised:
        say(name)
    assert raised.value.args == (name,)


def test_a_value_that_is_missing_is_a_bug() -> None:
    with pytest.raises(KeyError, match="title"):
        say("play.lesson")


@pytest.mark.parametrize(("number", "text"), COUNTED)
def test_french_takes_the_plural_from_two_on(number: int, text: str) -> None:
    assert count("home.questions", number) == text


def test_advice_is_said_where_there_is_some() -> None:
    assert advise("errors.file-absent", path="x").startswith("Vérifiez le chemin")
    assert advise("check.bloc-inconnu", kind="qcm", known="qru").endswith("qru.")
    assert advise("errors.nothing-due") == ""
    assert advise("errors.nowhere") == ""
    assert advise("nowhere.title") == ""


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("wrap", [str, Path])
def test_a_value_that_would_drive_a_terminal_is_shown_as_unknown_signs(
    value: str, wrap: type
) -> None:
    said = say("errors.no-course", path=wrap(value))
    assert not CONTROL.search(said)
    assert "�" in said


def test_line_ends_tabs_and_accents_pass() -> None:
    assert say("play.hint", text="é\tœ\n−2 ✓").endswith("é\tœ\n−2 ✓")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_value_at_all_drives_a_terminal(value: str) -> None:
    assert not CONTROL.search(say("play.end", title=value))
    assert not CONTROL.search(advise("check.bloc-inconnu", kind=value, known=value))
    assert not CONTROL.search(count("home.questions", 2, other=value))


@pytest.mark.parametrize("value", ["{n}", "{0}", "{", "}}", "{title.__class__}"])
def test_braces_in_a_value_are_only_braces(value: str) -> None:
    assert value in say("play.lesson", title=value)


def test_numbers_are_said_as_they_are() -> None:
    assert say("play.expected", text=0.5) == f"Réponse attendue{NO_BREAK}: 0.5."
    assert say("home.minutes", n=12).startswith("12")
