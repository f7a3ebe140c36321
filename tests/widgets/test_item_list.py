"""One's own position comes before the estimate, and never from a stray click."""

import pytest
from textual.containers import VerticalScroll

from tests.factories import NOON
from tests.widgets.stage import (
    WIDTHS,
    click_word,
    comes,
    flat,
    on_stage,
    press,
    text_of,
)
from tutor.domain.answer import Positioning
from tutor.domain.evidence import Evidence, State
from tutor.domain.framework import Competence, Item
from tutor.tui.widgets.item_list import ItemList, Row

ITEMS = (
    Item(code="C5.N.1", niveau="N", texte="Repère les acteurs", phase="socle"),
    Item(code="C5.N.2", niveau="N", texte="Transmet ?", trace="RSCA", phase="socle"),
    Item(code="C5.C.1", niveau="C", texte="Coordonne un parcours", phase="approf."),
)
LEVELS = {"N": "Novice", "C": "Compétent"}
CODES = ("C5", *(item.code for item in ITEMS))
FIVE = Competence(
    code="C5", nom="Coordination", source="essai", formulation="officielle", item=ITEMS
)
SIX = FIVE.model_copy(update={"code": "C6", "nom": "Éthique", "item": ()})


def found(state: State = "a-confirmer") -> Evidence:
    """Return evidence of six answers."""
    return Evidence(
        code="C5", n=6, questions=6, n_eff=5.7, estimate=0.71, low=0.43, high=0.93,
        state=state,
    )  # fmt: skip


def rows(evidence: Evidence | None = None, **own: str) -> list[Row]:
    """Return the rows of the competency.

    Args:
        evidence: what is known of every row; nothing unless given.
        **own: positions by code, with `_` for a dot.
    """
    values = {code.replace("_", "."): value for code, value in own.items()}
    placed = {
        code: Positioning(id="p", course="c", code=code, value=value, at=NOON)
        for code, value in values.items()
    }
    known = evidence or Evidence(code="C5")
    head = Row("C5", FIVE.nom, known, placed.get("C5"))
    items = [
        Row(i.code, i.texte, known, placed.get(i.code), i, LEVELS[i.niveau])
        for i in ITEMS
    ]
    return [head, *items]


def drawn(listed: list[Row], width: int = 90) -> list[str]:
    """Return the list as lines of ordinary text."""
    return flat(ItemList(FIVE, listed).lines(width)).split("\n")


def test_the_competency_stands_first_then_its_items_by_level() -> None:
    lines = drawn(rows())
    starts = [line.lstrip("▌ ").split("  ")[0].split(" ─")[0] for line in lines]
    heads = [s for s in starts if s in {*CODES, "Novice", "Compétent"}]

    assert heads == ["C5", "Novice", "C5.N.1", "C5.N.2", "Compétent", "C5.C.1"]


def test_the_wording_its_source_and_the_method_close_the_list() -> None:
    text = "\n".join(drawn(rows()))

    assert "Formulation officielle ; source : essai" in text
    assert "9 chances sur 10" in text


def test_nothing_is_estimated_before_one_has_placed_oneself() -> None:
    text = "\n".join(drawn(rows(found())))

    assert "Avant de voir l'estimation" in text
    assert "pas encore positionné" in text
    assert "Estimation" not in text
    assert "◆" not in text


def test_a_position_brings_the_bar_the_numbers_and_the_word() -> None:
    lines = drawn(rows(found(), C5="I"))

    assert lines[:5] == [
        "▌ C5  Coordination",
        "▌ vous : intermédiaire",
        "▌ ────────━━━━━◆━━━━━─",
        "▌ Estimation 0,71 [0,43–0,93], n = 6 : à confirmer",
        "▌ Vos réponses ne tranchent pas encore : l'intervalle est large.",
    ]


@pytest.mark.parametrize(
    ("value", "state", "words"),
    [
        ("C", "a-travailler", "Vous vous situez plus haut"),
        ("N", "solide", "Vos réponses montrent plus"),
        ("I", "insuffisant", "Pas encore assez de réponses"),
        ("N", "a-travailler", "dans le même sens"),
    ],
)
def test_the_gap_is_said_in_words(value: str, state: State, words: str) -> None:
    assert words in drawn(rows(found(state), C5=value))[4]


def test_a_position_without_an_answer_says_so() -> None:
    lines = drawn(rows(C5="N"))

    assert lines[1:3] == ["▌ vous : novice", "▌ Aucune réponse sur cet item (n = 0)."]


async def test_the_item_at_hand_offers_its_degrees_and_says_what_is_expected() -> None:
    listed = ItemList(FIVE, rows())
    async with on_stage(listed) as (_, pilot):
        assert "▌    i  intermédiaire" in text_of(listed)
        await press(pilot, "down")
        shown = text_of(listed)
        assert "▌ C5.N.1  Repère les acteurs" in shown
        assert "▌    3  Je fais, supervision à distance" in shown
        assert "▌ Trace attendue : non précisée · Phase : socle" in shown
        assert "intermédiaire" not in shown
        await press(pilot, "j")
        assert "▌ Trace attendue : RSCA · Phase : socle" in text_of(listed)


KEYS: list[tuple[str, list[tuple[str, str]]]] = [
    ("n", [("C5", "N")]),
    ("i", [("C5", "I")]),
    ("c", [("C5", "C")]),
    ("3", []),
    ("down 1", [("C5.N.1", "1")]),
    ("down n", []),
    ("up 5", [("C5.C.1", "5")]),
    ("k j c", [("C5", "C")]),
    ("down down down down n", [("C5", "N")]),
]


@pytest.mark.parametrize(("keys", "placed"), KEYS)
async def test_keys_place_oneself_on_the_scale_of_the_row_at_hand(
    keys: str, placed: list[tuple[str, str]]
) -> None:
    async with on_stage(ItemList(FIVE, rows())) as (stage, pilot):
        await press(pilot, keys)

        said = stage.said(ItemList.Placed)
        assert [(each.code, each.value) for each in said] == placed


async def test_a_click_moves_to_a_row_and_a_click_on_a_degree_places() -> None:
    listed = ItemList(FIVE, rows())
    async with on_stage(listed, (80, 40)) as (stage, pilot):
        stage.set_focus(None)
        await click_word(pilot, listed, "C5.N.2")
        assert listed.has_focus
        assert stage.said(ItemList.Placed) == []
        await click_word(pilot, listed, " 4 ")
        await click_word(pilot, listed, "C5  Coord")
        await click_word(pilot, listed, "intermédiaire")

        said = stage.said(ItemList.Placed)
        assert [(each.code, each.value) for each in said] == [
            ("C5.N.2", "4"),
            ("C5", "I"),
        ]


async def test_a_second_click_on_a_row_offers_the_degrees_again() -> None:
    listed = ItemList(FIVE, rows(C5_N_1="2"))
    async with on_stage(listed, (80, 40)) as (stage, pilot):
        await click_word(pilot, listed, "C5.N.1")
        assert "Je fais seul" not in text_of(listed)
        await click_word(pilot, listed, "C5.N.1")
        await click_word(pilot, listed, " 4 ")

        said = stage.said(ItemList.Placed)
        assert [(each.code, each.value) for each in said] == [("C5.N.1", "4")]


async def test_a_click_on_the_level_above_the_rows_stays_above() -> None:
    only = ItemList(FIVE, rows()[1:])
    async with on_stage(only) as (stage, pilot):
        await click_word(pilot, only, "Novice")
        await pilot.click(only, offset=(0, 0))
        await press(pilot, "2")

        assert [each.code for each in stage.said(ItemList.Placed)] == ["C5.N.1"]


async def test_a_number_that_begins_a_line_of_text_is_no_degree() -> None:
    text = f"{'x' * 67} 3 professions"
    item = ITEMS[0].model_copy(update={"texte": text})
    row = Row(item.code, text, Evidence(code=item.code), None, item)
    listed = ItemList(FIVE, [row])
    async with on_stage(listed, (86, 40)) as (stage, pilot):
        assert f"▌ {' ' * 8}3 professions" in text_of(listed)
        await click_word(pilot, listed, "3 prof")

        assert stage.said(ItemList.Placed) == []


async def test_the_row_one_moves_to_is_seen() -> None:
    listed = ItemList(FIVE, rows())
    async with on_stage(listed, (80, 14)) as (stage, pilot):
        holder = stage.screen.query_one(VerticalScroll)
        await press(pilot, "up")
        assert await comes(pilot, lambda: holder.scroll_y > 0)
        await press(pilot, "down")

        assert await comes(pilot, lambda: holder.scroll_y <= 2)


async def test_another_competency_begins_at_its_top_and_the_same_stays_put() -> None:
    listed = ItemList(FIVE, rows())
    async with on_stage(listed) as (_, pilot):
        await press(pilot, "down down")
        listed.show(FIVE, rows(C5_N_2="2"))
        assert "▌ C5.N.2" in text_of(listed)
        listed.show(SIX, [Row("C6", SIX.nom, Evidence(code="C6"), None)])
        await pilot.pause()

        assert text_of(listed).startswith("▌ C6  Éthique")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for listed in (rows(), rows(found(), C5="C", C5_N_1="1")):
        lines = ItemList(FIVE, listed).lines(width)
        assert max(line.cell_length for line in lines) <= min(width, 96)
