"""Pairs, an order, a hand-over message and what follows from it, at the full screen."""

from pathlib import Path

import pytest

from tests.tui.person import USUAL, Person, opened, sitting
from tests.tui.test_store import NOT_WRITTEN, break_disk, mend_disk
from tutor.domain.response import Handed
from tutor.tui.app import Errand
from tutor.tui.widgets.matching_grid import MatchingGrid
from tutor.tui.widgets.order_list import OrderList

pytestmark = pytest.mark.no_cover

WORDS = "Poids 61 kg, furosemide."
"""A message with the first two atoms."""
BARS = [
    ("r-qui", ["a b c donner la lettre", "⏎ répondre", "i indice", "? aide"]),
    ("r-ordre", ["espace prendre ou poser", "⏎ répondre", "i indice", "? aide"]),
    ("r-message", ["ctrl+s envoyer", "F2 indice", "F3 passer", "échap accueil"]),
]


def bar(person: Person) -> str:
    """Return what the key bar says, in one line."""
    return " ".join(" ".join(person.lines[-3:]).split())


async def send(person: Person, words: str = WORDS, *turned: str) -> None:
    """Write a message, correct what was found in it and send it."""
    await person.read()
    await person.type(words)
    await person.press("ctrl+s", *turned, "enter")


@pytest.mark.parametrize(("target", "named"), BARS)
async def test_the_key_bar_names_the_keys_of_each_kind(
    home: Path, target: str, named: list[str]
) -> None:
    async with sitting(home, target, size=USUAL) as person:
        await person.read()
        assert [key for key in named if key not in bar(person)] == []


@pytest.mark.parametrize(
    ("target", "widget"), [("r-qui", MatchingGrid), ("r-ordre", OrderList)]
)
async def test_an_answer_is_locked_once_it_is_given(
    home: Path, target: str, widget: type[MatchingGrid | OrderList]
) -> None:
    async with sitting(home, target, size=USUAL) as person:
        await person.read()
        await person.press("a", "b", "c", "enter")
        assert person.focus == "CertaintyBar"
        assert person.app.screen.query_one(widget).disabled
        before = person.seen.partition("╰")[0]
        await person.click_text("CPTS" if target == "r-qui" else "Fixer la visite")
        assert person.seen.partition("╰")[0] == before
        await person.click_text("plutôt sûr")
        assert person.answer["certainty"] == 2
        assert not person.app.screen.query(widget)


async def test_pairs_that_are_not_complete_are_refused_once_on_the_screen(
    home: Path,
) -> None:
    async with sitting(home, "r-qui", size=USUAL) as person:
        await person.read()
        await person.press("a", "enter", "enter", "enter")
        assert person.told.count("Donnez 3 paires") == 1
        assert person.answers == []


async def test_a_message_is_written_searched_corrected_and_corrected_again(
    home: Path,
) -> None:
    async with sitting(home, "r-message", size=USUAL) as person:
        await person.read()
        assert person.focus == "MessageArea"
        await person.type(WORDS)
        await person.press("ctrl+s")
        assert person.focus == "AtomList"
        assert "■ a Le poids de sortie" in person.seen
        assert "□ c L'absence de la fille" in person.seen
        assert "espace cocher" in bar(person)
        assert "passer" not in bar(person)
        await person.press("p", "f3")
        assert person.focus == "AtomList"
        await person.click_text("L'absence de la fille")
        await person.press("b", "enter")
        assert "✗ faux · 0 / 1" in person.seen
        assert "Votre message" in person.seen
        assert "✗ ┄┄┄┄" in person.seen
        assert "✗ Le diurétique  ← indispensable" in person.seen
        assert "Elle ne peut rien adapter." in person.seen
        row = person.answer
        assert (row["response"], row["credit"]) == ([0, 2], 0)
        assert row["certainty"] is None
        (note,) = person.rows("notes")
        assert (note["subject"], note["text"]) == ("r-message", WORDS)


async def test_hints_of_a_message_come_while_it_is_written(home: Path) -> None:
    async with sitting(home, "r-message") as person:
        await person.type("pi")
        await person.press("f2")
        assert "Indice : Que doit-elle savoir" in person.seen
        await send(person, " poids 61 kg")
        assert person.answer["hints"] == 1
        assert [note["text"] for note in person.rows("notes")] == ["pi poids 61 kg"]


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_leaving_in_the_middle_of_a_message_keeps_its_words(
    home: Path, key: str
) -> None:
    async with sitting(home, "r-message") as person:
        await person.type("Le poids")
        await person.press(key)
        assert (person.rows("notes"), person.answers) == ([], [])
    async with opened(home, Errand("r-message")) as person:
        assert "Votre brouillon" in person.seen
        await send(person, " est de 61 kg.")
        assert [note["text"] for note in person.rows("notes")] == [
            "Le poids est de 61 kg."
        ]
        assert person.rows("runs")[0]["drafts"] == []


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_leaving_at_the_correction_keeps_the_message_as_it_was_found(
    home: Path, key: str
) -> None:
    async with sitting(home, "r-message") as person:
        await person.type(WORDS)
        await person.press("ctrl+s", "a", key)
        assert (person.answer["response"], person.answer["credit"]) == ([0, 1], 0.5)
        assert len(person.rows("notes")) == 1


async def test_leaving_in_the_middle_of_a_note_keeps_its_words(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.type("Une sortie")
        await person.press("escape")
        assert [note["text"] for note in person.rows("notes")] == ["Une sortie"]


async def test_a_message_the_disk_refuses_waits_and_enter_tries_again(
    home: Path,
) -> None:
    async with sitting(home, "r-message", size=USUAL) as person:
        await person.read()
        await person.type(WORDS)
        break_disk(home)
        await person.press("ctrl+s")
        assert NOT_WRITTEN in person.seen
        assert person.focus == "AtomList"
        await person.press("enter")
        assert NOT_WRITTEN in person.seen
        mend_disk(home)
        await person.press("enter", "enter")
        assert NOT_WRITTEN not in person.seen
        assert person.answer["response"] == [0, 1]
        assert [note["text"] for note in person.rows("notes")] == [WORDS]


async def test_words_the_disk_refuses_hold_the_door_once(home: Path) -> None:
    async with sitting(home, "r-message") as person:
        await person.type("Le poids")
        break_disk(home)
        await person.press("escape")
        assert (person.place, NOT_WRITTEN in person.seen) == ("RunScreen", True)
        mend_disk(home)
        await person.press("escape")
        assert person.place == "HomeScreen"
        assert person.rows("runs")[0]["drafts"] == [["r-message", "Le poids"]]


@pytest.mark.usefixtures("other_tutor")
async def test_a_second_tutor_takes_no_message(home: Path) -> None:
    async with sitting(home, "r-message") as person:
        await person.read()
        await person.type(WORDS)
        await person.press("ctrl+s")
        assert person.flow.shown.key == "fin:r-message"
        assert "lecture seule" in person.seen
    assert not (home / "progress.json").exists()


async def test_a_message_decides_what_the_next_step_shows_and_asks(home: Path) -> None:
    async with sitting(home, "r-cas") as person:
        await send(person, WORDS, "c")
        assert "Question 1 sur 2." in person.seen
        await person.go_on()
        assert "La voisine ouvre." in person.seen
        assert "Personne n'ouvre." not in person.seen
        assert person.flow.shown.key == "r-poids"
        assert "La suite de samedi." in person.seen
        assert "Question 2 sur 2." in person.seen
        await person.press("a", "enter", "3")
        await person.go_on()
        assert person.flow.shown.key == "fin:r-cas"
        assert "Réponses : 2 sur 2." in person.seen
        await person.press("escape")
        assert person.rows("runs")[0]["ended"]


async def test_a_run_resumes_past_a_question_that_was_ruled_out(home: Path) -> None:
    async with sitting(home, "relais") as person:
        await person.press("p")
        await person.read()
        await person.press("p")
        await send(person, WORDS, "c")
        await person.go_on()
        await person.read()
        await person.press("a", "enter", "3")
        await person.go_on()
        assert person.flow.shown.key == "b-une"
        await person.press("escape")
    async with opened(home, Errand("relais")) as person:
        assert person.flow.shown.key == "b-une"
        await person.press("pageup", "pageup", "pageup")
        assert "Question 3  ~ 0,75 / 1" in person.seen
        assert "Que faites-vous dimanche" not in person.seen
        await person.read()
        await person.press("a", "enter", "2")
        await person.go_on()
        assert person.flow.shown.key == "fin:relais"
        assert "Dernier mot." in person.seen


async def test_a_lesson_whose_last_question_is_ruled_out_ends(home: Path) -> None:
    async with sitting(home, "relais") as person:
        run = person.flow._run
        for _ in range(2):
            run.pass_by()
        run.respond(Handed(atoms=frozenset({0, 1, 2})))
        run.settle()
        for _ in range(2):
            run.pass_by()
        assert run.is_over
        assert run.stop.key == "fin:relais"
