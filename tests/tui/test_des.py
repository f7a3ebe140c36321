"""The DES view: one's own position first, then the estimate beside it."""

from pathlib import Path

import pytest

from tests.cli.small import keep
from tests.factories import answer
from tests.tui.person import USUAL, sitting
from tutor.domain.answer import AnswerGiven

pytestmark = pytest.mark.no_cover

ESTIMATE = "Estimation "


def evidence(credit: float = 1.0, count: int = 8) -> list[AnswerGiven]:
    """Return answers on C5.N.1, all sure."""
    return [
        answer(id=f"{n:032x}", question=f"q-{n}", credit=credit, certainty=3)
        for n in range(count)
    ]


async def test_no_estimate_is_shown_before_ones_own_position(home: Path) -> None:
    keep(home, *evidence())
    async with sitting(home) as person:
        await person.press("d")
        assert "C5 Continuité" in person.lines[0]
        for _ in range(5):
            assert ESTIMATE not in person.seen
            assert "◆" not in person.seen
            await person.press("down")
        await person.press("left")
        assert ESTIMATE not in person.seen


async def test_a_position_on_an_item_shows_its_estimate_its_n_and_the_gap(
    home: Path,
) -> None:
    keep(home, *evidence())
    async with sitting(home) as person:
        await person.press("d", "down")
        assert "Avant de voir l'estimation : où vous situez-vous ?" in person.seen
        await person.press("2")
        assert "vous : Je fais avec une aide directe" in person.seen
        assert f"{ESTIMATE}0,90 [0,72–0,99], n = 8 : solide" in person.seen
        assert "Vos réponses montrent plus que la position" in person.seen
        assert person.seen.count(ESTIMATE) == 1
        (row,) = person.rows("positionings")
        assert (row["code"], row["value"]) == ("C5.N.1", "2")


async def test_a_position_too_high_is_said_in_words(home: Path) -> None:
    keep(home, *evidence(0.0))
    async with sitting(home) as person:
        await person.press("d", "down", "4")
        assert "n = 8 : à travailler" in person.seen
        assert "Vous vous situez plus haut" in person.seen
        await person.press("2")
        assert "vont dans le même sens" in person.seen
        assert len(person.rows("positionings")) == 2


async def test_an_item_without_answers_has_no_number(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("d", "down", "3")
        assert "Aucune réponse sur cet item (n = 0)." in person.seen
        assert ESTIMATE not in person.seen


async def test_a_competency_takes_a_level_and_nothing_else(home: Path) -> None:
    levels = [("n", "novice"), ("i", "intermédiaire"), ("c", "compétent")]
    async with sitting(home) as person:
        await person.press("d", "3")
        assert person.rows("positionings") == []
        for key, word in levels:
            await person.press(key)
            assert f"vous : {word}" in person.seen
        values = [row["value"] for row in person.rows("positionings")]
        assert values == ["N", "I", "C"]


async def test_an_item_takes_a_degree_and_no_level(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("d", "j", "c", "n")
        assert person.rows("positionings") == []


async def test_competencies_follow_each_other_round_the_ends(home: Path) -> None:
    async with sitting(home, size=USUAL) as person:
        await person.press("d", "right")
        assert "C4 Prévention" in person.lines[0]
        await person.press("down", "left")
        assert "C5 Continuité" in person.lines[0]
        assert "C5.N.1  Revoit ses patients" in person.seen


async def test_what_the_framework_expects_is_shown_at_the_item(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("d")
        assert "Trace attendue" not in person.seen
        await person.press("down")
        assert "Trace attendue : Validation par le MSU · Phase : socle" in person.seen
        await person.press("up", "up")
        assert "Trace attendue : non précisée" in person.seen
        assert "Formulation reformulée par nous" in person.seen


async def test_levels_head_their_items(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("d")
        assert person.seen.index("Novice ─") < person.seen.index("C5.N.1")
        assert person.seen.index("C5.N.2") < person.seen.index("Intermédiaire ─")


async def test_rows_and_degrees_can_be_clicked(home: Path) -> None:
    keep(home, *evidence())
    async with sitting(home) as person:
        await person.press("d")
        await person.click_text("Revoit ses patients")
        assert person.rows("positionings") == []
        await person.click_text("Je fais seul")
        assert [row["value"] for row in person.rows("positionings")] == ["4"]
        assert f"{ESTIMATE}0,90" in person.seen
        await person.click_text("Organise le suivi")
        assert "J'observe" in person.seen


async def test_calibration_is_said_with_its_n(home: Path) -> None:
    keep(home, *evidence(count=20))
    async with sitting(home, size=(120, 40)) as person:
        await person.press("d")
        assert "Quand vous dites 3, vous avez juste 10 fois sur 10" in person.lines[0]
        assert "(n = 20)" in person.lines[0]


async def test_escape_goes_home_and_help_opens_above(home: Path) -> None:
    async with sitting(home) as person:
        await person.press("d", "question_mark")
        assert person.place == "HelpScreen"
        await person.press("escape", "escape")
        assert person.place == "HomeScreen"
