"""When the disk refuses, another tutor is open, or the store is damaged."""

from pathlib import Path

import pytest

from tests.tui.person import USUAL, opened, sitting
from tutor.tui.app import Errand

NOT_WRITTEN = "n'a pas pu être écrit"


def break_disk(home: Path) -> None:
    """Put a folder where the store is: every write fails from now on."""
    store = home / "progress.json"
    if store.exists():
        store.rename(home / "avant.json")
    store.mkdir()


def set_aside(home: Path) -> list[Path]:
    """Return the damaged stores that were put aside."""
    return [*home.glob("progress-abime-*.json")]


def mend_disk(home: Path) -> None:
    """Give the disk back."""
    (home / "progress.json").rmdir()


async def test_a_refusal_is_said_in_place_and_enter_tries_again(home: Path) -> None:
    async with sitting(home, "banque", size=USUAL) as person:
        break_disk(home)
        await person.press("a", "enter", "3")
        assert NOT_WRITTEN in person.seen
        assert "C'est cela." in person.seen
        await person.press("enter")
        assert NOT_WRITTEN in person.seen
        assert person.flow.shown.key == "b-une"
        mend_disk(home)
        await person.press("enter")
        assert NOT_WRITTEN not in person.seen
        assert person.answer["certainty"] == 3
        await person.go_on()
        assert person.flow.shown.key == "b-longue"
        assert len(person.answers) == 1


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("key", "place"), [("escape", "HomeScreen"), ("q", ""), ("ctrl+c", "")]
)
async def test_leaving_with_an_unsaved_answer_is_refused_once(
    home: Path, key: str, place: str
) -> None:
    async with sitting(home, "l-une") as person:
        break_disk(home)
        await person.press("b", "enter", "3", key)
        assert person.place == "RunScreen"
        assert not person.has_left
        assert NOT_WRITTEN in person.seen
        await person.press(key)
        assert person.place == place or person.has_left


@pytest.mark.no_cover
async def test_leaving_after_the_disk_is_back_saves_the_answer(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        break_disk(home)
        await person.press("b", "enter", "3", "escape")
        mend_disk(home)
        await person.press("escape")
        assert person.place == "HomeScreen"
        assert person.answer["response"] == [1]


@pytest.mark.no_cover
async def test_leaving_at_the_certainty_while_the_disk_refuses_stays_usable(
    home: Path,
) -> None:
    async with sitting(home, "banque") as person:
        break_disk(home)
        await person.press("a", "enter", "escape")
        assert NOT_WRITTEN in person.seen
        mend_disk(home)
        await person.press("3", "escape")
        assert person.place == "HomeScreen"
        assert person.answer["question"] == "b-une"


@pytest.mark.no_cover
async def test_a_note_that_cannot_be_kept_stays_in_its_field(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.type("Un mot")
        break_disk(home)
        await person.press("ctrl+s")
        assert NOT_WRITTEN in person.seen
        assert "Une page blanche" not in person.seen
        mend_disk(home)
        await person.press("ctrl+s")
        assert [note["text"] for note in person.rows("notes")] == ["Un mot"]
        assert NOT_WRITTEN not in person.seen


async def test_a_position_that_cannot_be_kept_is_asked_again(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        await person.press("f3")
        break_disk(home)
        await person.press("2", "enter")
        assert NOT_WRITTEN in person.seen
        mend_disk(home)
        await person.press("enter")
        assert {row["value"] for row in person.rows("positionings")} == {"2"}


@pytest.mark.no_cover
async def test_a_position_of_the_des_view_that_cannot_be_kept_is_said(
    home: Path,
) -> None:
    async with sitting(home) as person:
        await person.press("d")
        break_disk(home)
        await person.press("n")
        assert NOT_WRITTEN in person.seen
        assert "vous : novice" not in person.seen


@pytest.mark.no_cover
@pytest.mark.usefixtures("other_tutor")
async def test_a_second_tutor_is_for_reading_and_can_be_read_to_the_end(
    home: Path,
) -> None:
    async with sitting(home, "banque") as person:
        assert "lecture seule" in person.seen
        for _ in range(12):
            if person.flow.shown.key == "fin:banque":
                break
            await person.press("a", "enter")
        assert person.flow.shown.key == "fin:banque"
        assert person.answers == []
        await person.press("escape")
        assert person.place == "HomeScreen"
        assert "lecture seule" in person.seen
        await person.press("q")
        assert person.has_left
    assert not (home / "progress.json").exists()


@pytest.mark.usefixtures("other_tutor")
async def test_a_second_tutor_takes_no_note_and_no_position(home: Path) -> None:
    async with sitting(home, "cartes") as person:
        if person.focus == "ReflectionArea":
            await person.type("Un mot")
        await person.press("ctrl+s", "f3")
        await person.press("escape", "d", "n")
        assert person.rows("notes") == []
        assert person.rows("positionings") == []
        assert person.place == "DesScreen"
        await person.press("escape", "q")
        assert person.has_left


@pytest.mark.no_cover
async def test_a_damaged_store_is_said_where_it_was_opened(home: Path) -> None:
    (home / "progress.json").write_text("{", encoding="utf-8")
    async with sitting(home) as person:
        assert "était abîmé" in person.seen
        await person.press("enter")
        assert "était abîmé" in person.seen
    assert len(set_aside(home)) == 1


async def test_a_store_that_cannot_be_opened_closes_with_the_reason(home: Path) -> None:
    (home / "progress.json").mkdir()
    async with opened(home, Errand("l-une")) as person:
        assert person.has_left
        assert person.app.parting is not None
        assert person.app.parting.message_id == "errors.store-read"


@pytest.mark.no_cover
async def test_a_target_that_has_gone_goes_back_home_and_says_so(home: Path) -> None:
    async with opened(home, Errand("parti")) as person:
        assert person.place == "HomeScreen"
        assert person.told == "Rien ne s'appelle « parti » dans ce cours."


async def test_a_review_of_nothing_goes_back_home_and_says_so(home: Path) -> None:
    async with opened(home, Errand("revision")) as person:
        assert person.place == "HomeScreen"
        assert person.told == "Rien n'est à revoir aujourd'hui."
