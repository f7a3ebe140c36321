"""Words that could identify somebody, in full screen."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from tests.tui.person import Person, sitting

WORDS = "Vu Mme Dupont, née le 3 mai 1944."
SAFE = "Vu Mme [nom], née le [date]."


def notes(person: Person) -> list[tuple[str, str | None]]:
    """Return the words stored, and what of them may leave."""
    return [(row["text"], row["shared_text"]) for row in person.rows("notes")]


async def test_a_note_is_shown_masked_changed_then_kept_masked_alone(
    home: Path,
) -> None:
    async with sitting(home, "cartes", size=(80, 24)) as person:
        await person.type(WORDS)
        await person.press("ctrl+s")
        assert person.place == "IdentityScreen"
        assert SAFE in person.seen
        assert "reconnaître quelqu'un" in person.seen
        assert notes(person) == []
        await person.press("m")
        assert (person.place, person.focus) == ("RunScreen", "ReflectionArea")
        assert WORDS in person.seen
        await person.press("ctrl+s", "enter")
        assert notes(person) == [(SAFE, None)]
        assert SAFE in person.seen
        assert "Pistes" in person.seen
        assert "Dupont" not in (home / "progress.json").read_text("utf-8")


@pytest.mark.no_cover
async def test_o_keeps_the_words_and_leaving_an_unfinished_note_asks_nothing(
    home: Path,
) -> None:
    async with sitting(home, "cartes") as person:
        await person.type(WORDS)
        await person.press("ctrl+s", "o")
        assert notes(person) == [(WORDS, SAFE)]
        await person.go_on()
        await person.press("p")
        await person.type("Vu M. Payet")
        await person.press("escape")
        assert person.place == "HomeScreen"
        assert notes(person)[1:] == [("Vu M. Payet", "Vu M. [nom]")]


@pytest.mark.no_cover
async def test_leaving_before_the_choice_keeps_the_words_here(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.type(WORDS)
        await person.press("ctrl+s", "ctrl+c")
        assert person.has_left
        assert notes(person) == [(WORDS, SAFE)]


async def test_a_message_is_scored_as_written_and_kept_masked(home: Path) -> None:
    async with sitting(home, "r-message") as person:
        await person.type("Sa fille Zoé vient. Furosémide.")
        await person.press("ctrl+s")
        assert person.place == "IdentityScreen"
        await person.press("enter")
        assert person.focus == "AtomList"
        await person.press("enter")
        assert person.answer["response"] == [1, 2]
        assert notes(person) == [("Sa fille [nom] vient. Furosémide.", None)]


async def test_what_is_too_long_stays_in_the_field_and_a_paste_is_refused(
    home: Path,
) -> None:
    async with sitting(home, "cartes") as person:
        area = person.app.screen.query_one(TextArea)
        await person.type("Début. ")
        area.post_message(events.Paste("mot " * 250_000))
        await person.settle()
        assert area.text == "Début. "
        assert "rien n'a été collé" in person.told.casefold()
        area.post_message(events.Paste("mot " * 4_900))
        await person.settle()
        area.insert("x" * 500)
        whole = area.text
        await person.press("ctrl+s")
        assert "20 107 caractères, 20 000 au plus" in person.told
        assert (area.text, notes(person)) == (whole, [])
        await person.press("escape")
        assert [len(text) for text, _ in notes(person)] == [20_107]


@pytest.mark.no_cover
async def test_a_note_in_the_margin_is_looked_at_too(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("b", "enter", "3", "n")
        await person.type("Comme Mme Payet")
        await person.press("ctrl+s")
        assert person.place == "IdentityScreen"
        await person.press("enter")
        assert notes(person) == [("Comme Mme [nom]", None)]
