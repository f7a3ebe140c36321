"""« Sûr et dangereux »: the sheet over Home; a review that finds nothing to ask."""

from pathlib import Path

import pytest

from tests.cli.small import COURSE, keep, long_ago
from tests.factories import StoppedClock, answer
from tests.tui.person import USUAL, sitting
from tutor.domain.question import key_hash
from tutor.services.library import Library
from tutor.services.outlook import Outlook
from tutor.store.place import Place
from tutor.tui.screens.home_lines import menu_lines

REVIEW, STANDING = "À revoir", "Où j'en suis"


async def test_w_lists_what_was_sure_and_dangerous_and_enter_opens_it(
    home: Path,
) -> None:
    async with sitting(home, "l-une", size=USUAL) as person:
        await person.read()
        await person.press("a", "enter", "3", "enter", "enter", "escape")
        assert "1 réponse sûre et dangereuse" in person.seen
        await person.press("w")
        assert person.place == "DangersScreen"
        assert "✗ vous : À la CPTS" in person.seen
        assert "✓ attendu : Au médecin traitant" in person.seen
        await person.press("w")
        assert person.place == "HomeScreen"
        await person.press("w", "down", "k", "enter")
        assert person.place == "RunScreen"
        assert person.flow.shown.key == "l-une"
        await person.press("escape")
        assert person.place == "HomeScreen"


async def test_the_list_may_be_empty_and_the_mouse_opens_what_it_holds(
    home: Path,
) -> None:
    async with sitting(home) as person:
        await person.press("w", "up", "enter")
        assert "Aucune réponse sûre et dangereuse." in person.seen
        await person.press("escape")
        assert person.place == "HomeScreen"
    keep(home, *long_ago("b-une", "l-sans", certainty=3))
    async with sitting(home) as person:
        await person.click_text("2 réponses sûres et dangereuses")
        assert person.place == "DangersScreen"
        await person.click_text("Première question")
        assert person.flow.shown.key == "b-une"


async def test_a_review_with_nothing_to_ask_gives_home_back(home: Path) -> None:
    async with sitting(home, "revision") as person:
        assert person.place == "HomeScreen"
        assert "Rien n'est à revoir aujourd'hui." in person.told
        assert "Prochaine étape" in person.seen


async def test_the_end_of_a_review_says_when_the_next_one_is(home: Path) -> None:
    question = Library(COURSE, Place(home)).questions()["b-une"]
    wrong = answer(question="b-une", key_hash=key_hash(question), credit=0.0)
    keep(home, wrong)
    clock = StoppedClock()
    clock.forward(days=3)
    async with sitting(home, "revision", clock=clock) as person:
        await person.read()
        await person.press("a", "enter", "1")
        await person.go_on()
        assert "Prochaine révision : " in person.seen


@pytest.mark.parametrize(
    ("met", "dangerous", "said"),
    [
        (0, 0, []),
        (2, 0, ["0 question due · 2 idées fausses à revoir"]),
        (
            1,
            1,
            ["0 question due · 1 idée fausse à revoir", "1 réponse sûre et dangereuse"],
        ),
        (0, 2, ["2 réponses sûres et dangereuses"]),
    ],
)
def test_home_says_what_comes_back_where_nothing_is_due(
    met: int, dangerous: int, said: list[str]
) -> None:
    outlook = Outlook(
        stamp="",
        course="",
        answers=9,
        suggestion=None,
        due_days=["2026-11-23"],
        dangerous=dangerous,
        misconceptions=met,
        track=None,
        entries=[],
        competencies=[],
    )
    lines = [line.left.plain for line in menu_lines(outlook, "2026-11-22")]

    assert lines[: len(said) + 1] == ([REVIEW, *said] if said else [STANDING])
    assert outlook.asks("2026-11-22") is bool(met)
    assert outlook.asks("2026-11-23")
