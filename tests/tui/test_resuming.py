"""Leaving in any way keeps what was answered; the same question comes back."""

from pathlib import Path
from random import Random

import pytest

from tests.cli.small import COURSE, keep, long_ago
from tests.factories import StoppedClock
from tests.tui.person import Person, opened, sitting
from tutor.store.place import Place
from tutor.tui.app import Errand, TutorApp

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_at_the_question_comes_back_to_it(home: Path, key: str) -> None:
    async with sitting(home, "banque", seed=5) as person:
        await person.press("a", "enter", "3")
        await person.go_on()
        shown = person.seen.partition("Question 2 sur 2.")[2]
        await person.press(key)
        assert person.has_left or person.place == "HomeScreen"
    async with opened(home, Errand("banque")) as person:
        assert person.flow.shown.key == "b-longue"
        assert person.seen.partition("Question 2 sur 2.")[2] == shown
        assert "▸ Question 1" in person.seen
        assert len(person.rows("runs")) == 1


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_leaving_at_the_certainty_stores_the_answer_without_one(
    home: Path, key: str
) -> None:
    async with sitting(home, "banque") as person:
        await person.press("a", "enter", key)
        row = person.answer
        assert (row["response"], row["certainty"]) == ([0], None)
    async with opened(home, Errand("banque")) as person:
        assert person.flow.shown.key == "b-longue"


async def test_leaving_at_the_own_mark_means_no(home: Path) -> None:
    async with sitting(home, "l-mots") as person:
        await person.type("un pigeon")
        await person.press("enter", "3", "ctrl+c")
        row = person.answer
        assert (row["credit"], row["self_marked"], row["certainty"]) == (0, False, 3)
        assert person.has_left


async def test_an_app_that_dies_keeps_every_answer_that_was_saved(home: Path) -> None:
    async with sitting(home, "banque") as person:
        await person.press("a", "enter", "3", "enter", "1")
        assert not person.has_left
    async with opened(home, Errand("banque")) as person:
        assert person.flow.shown.key == "b-longue"
        assert "■" not in person.seen
        assert person.answer["question"] == "b-une"


async def test_a_resumed_run_unfolds_what_was_answered_with_its_reasons(
    home: Path,
) -> None:
    async with sitting(home, "lecon") as person:
        await person.press("a", "enter", "3")
        await person.go_on()
        await person.press("p", "escape")
    async with opened(home, Errand("lecon")) as person:
        assert person.flow.shown.key == "l-deux"
        await person.press("pageup", "pageup", "pageup", "pageup")
        assert "Question 1  ✗ 0 / 1" in person.seen
        await person.click_text("Question 1  ✗")
        assert "Elle ne suit pas de patients." in person.seen
        assert person.answer["question"] == "l-une"


async def test_a_hint_seen_before_leaving_still_counts(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("i", "escape")
    async with opened(home, Errand("l-une")) as person:
        await person.press("i")
        assert "depuis dix ans" in person.seen
        await person.press("a", "enter", "1")
        assert person.answer["hints"] == 2


async def test_a_finished_run_begins_anew(home: Path) -> None:
    async with sitting(home, "l-une") as person:
        await person.press("b", "enter", "3")
        await person.go_on()
        await person.press("enter")
    async with opened(home, Errand("l-une", shuffled=False)) as person:
        await person.press("a", "enter", "2")
        assert [row["response"] for row in person.answers] == [[1], [0]]


async def test_a_review_left_in_the_middle_goes_on(home: Path) -> None:
    keep(home, *long_ago("b-une", "l-sans"))
    async with opened(home, Errand("revision")) as person:
        first = person.flow.shown.key
        await person.press("p", "escape", "r")
        assert person.flow.shown.key not in {first, "fin:revision"}
        assert len(person.rows("runs")) == 1


HASTY = [
    ("q",),
    ("ctrl+c",),
    ("enter", "ctrl+c"),
    ("d", "ctrl+c"),
    ("d", "escape", "q"),
]


@pytest.mark.parametrize("keys", HASTY)
async def test_leaving_before_a_screen_is_drawn_leaves_without_a_fault(
    home: Path, keys: tuple[str, ...]
) -> None:
    app = TutorApp(COURSE, Place(home), clock=StoppedClock(), chance=Random(0))
    async with app.run_test():
        person = Person(app, home)
        for key in keys:
            person.send(key)
        await person.settle()
        assert person.has_left
        assert app.parting is None
    assert app.return_code == 0


async def test_enter_pressed_twice_opens_once(home: Path) -> None:
    async with sitting(home) as person:
        person.send("enter")
        await person.press("enter")
        assert person.place == "RunScreen"
        assert len(person.app.screen_stack) == 3
        assert person.flow.shown.key == "l-une"


async def test_keys_hit_faster_than_the_screen_follows_answer_once(home: Path) -> None:
    async with sitting(home, "banque") as person:
        for key in ("a", "enter", "3", "3", "enter"):
            person.send(key)
        await person.settle()
        rows = [(row["question"], row["certainty"]) for row in person.answers]
        assert rows in ([], [("b-une", 3)], [("b-une", None)])
        assert not person.has_left
        await person.press("escape")
        assert len(person.answers) == 1
