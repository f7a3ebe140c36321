"""A dossier: steps stay hidden until the step before is answered, then locked."""

from pathlib import Path

import pytest

from tests.tui.person import sitting

pytestmark = pytest.mark.no_cover


async def test_a_step_stays_hidden_until_the_one_before_is_answered(home: Path) -> None:
    async with sitting(home, "cas") as person:
        assert "M. B., 67 ans, vit seul." in person.seen
        assert "La plaie sent." in person.seen
        assert "deux jours plus tard" not in person.seen
        await person.press("a", "enter", "3")
        assert "l'os est visible" not in person.seen
        await person.go_on()
        assert "l'os est visible" in person.seen
        assert "M. B. marche." not in person.seen


async def test_past_steps_are_folded_with_their_credit_and_stay_locked(
    home: Path,
) -> None:
    async with sitting(home, "cas") as person:
        await person.press("b", "enter", "3")
        await person.go_on()
        assert "Étape 1 : l'appel · Question 1  ✗ 0 / 1" in person.seen
        assert "La plaie sent." not in person.seen
        await person.press("f3")
        await person.press("left")
        await person.press("left")
        assert "Vous traitez sans constat." in person.seen
        assert "La plaie sent." in person.seen
        await person.click_text("Une photo partagée")
        await person.press("enter")
        assert [row["response"] for row in person.answers] == [[1]]


async def test_answers_of_a_dossier_keep_their_step_and_the_end_their_mean(
    home: Path,
) -> None:
    async with sitting(home, "cas") as person:
        await person.press("a", "enter", "3")
        await person.go_on()
        await person.type("rcp")
        await person.press("enter", "2")
        await person.go_on()
        await person.press("b", "enter", "1")
        await person.go_on()
        await person.press("a", "enter", "enter")
        await person.go_on()
        assert [(row["dossier"], row["step"]) for row in person.answers] == [
            ("cas", 0),
            ("cas", 1),
            ("cas", 1),
            ("cas", 2),
        ]
        assert "Moyenne du dossier : 0,75 sur 1." in person.seen


async def test_a_question_of_a_dossier_alone_comes_with_its_place(home: Path) -> None:
    async with sitting(home, "cas-3") as person:
        await person.press("a", "enter", "3")
        row = person.answer
        assert (row["dossier"], row["step"]) == ("cas", 1)
