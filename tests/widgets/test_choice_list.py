"""Options are moved over, ticked and answered, by key or by mouse."""

import pytest
from textual.containers import VerticalScroll

from tests.factories import words
from tests.widgets.stage import (
    click_word,
    comes,
    flat,
    on_stage,
    press,
    spot_of,
    styles_of,
    text_of,
)
from tutor.domain.prose import Text
from tutor.tui.widgets.choice_list import ChoiceList

THREE = ["première", "deuxième", "troisième"]
EIGHT = [f"proposition {n}" for n in range(1, 9)]
NINE = [f"proposition {n}" for n in range(1, 10)]


def texts(names: list[str]) -> list[Text]:
    """Return names as texts."""
    return [words(name) for name in names]


KEYS: dict[str, tuple[list[str], int | None, bool, str, set[int]]] = {
    "nothing ticked": (THREE, None, False, "enter", set()),
    "space ticks where the cursor is": (THREE, None, False, "space enter", {0}),
    "down moves": (THREE, None, False, "down space enter", {1}),
    "j and k move too": (THREE, None, False, "j j k space enter", {1}),
    "down from the last is the first": (
        THREE, None, False, "down down down space enter", {0}
    ),
    "up from the first is the last": (THREE, None, False, "up space enter", {2}),
    "letters tick": (THREE, None, False, "a c enter", {0, 2}),
    "a second tick unticks": (THREE, None, False, "a c a enter", {2}),
    "the cursor follows a letter": (THREE, None, False, "b down space enter", {1, 2}),
    "one choice replaces another": (THREE, 1, False, "a c enter", {2}),
    "one choice stays when hit again": (THREE, 1, False, "c c enter", {2}),
    "a letter nobody bears does nothing": (THREE, None, False, "e enter", set()),
    "a number says nothing to letters": (THREE, None, False, "1 enter", set()),
    "eight have letters": (EIGHT, None, False, "h d enter", {3, 7}),
    "nine have numbers": (NINE, None, False, "9 1 enter", {0, 8}),
    "letters say nothing to numbers": (NINE, None, False, "a enter", set()),
    "a scale has numbers": (THREE, 1, True, "3 enter", {2}),
    "a tick too many is refused": (THREE, 2, False, "a b c enter", {0, 1}),
    "room is made by unticking": (THREE, 2, False, "a b a c enter", {1, 2}),
}  # fmt: skip


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("names", "most", "numbered", "keys", "picked"), KEYS.values(), ids=KEYS
)
async def test_keys_tick_and_enter_answers(
    names: list[str], most: int | None, *, numbered: bool, keys: str, picked: set[int]
) -> None:
    asked = ChoiceList(texts(names), most=most, numbered=numbered)
    async with on_stage(asked) as (stage, pilot):
        await press(pilot, keys)

        assert [each.picked for each in stage.said(ChoiceList.Submitted)] == [picked]


async def test_a_tick_too_many_says_how_many_there_may_be() -> None:
    asked = ChoiceList(texts(THREE), most=2)
    async with on_stage(asked) as (stage, pilot):
        await press(pilot, "a b c")

        assert [each.most for each in stage.said(ChoiceList.Refused)] == [2]


@pytest.mark.parametrize(
    ("most", "empty", "ticked"), [(1, "○", "◉"), (None, "□", "■"), (2, "□", "■")]
)
async def test_boxes_say_how_many_there_may_be_and_what_is_ticked(
    most: int | None, empty: str, ticked: str
) -> None:
    asked = ChoiceList(texts(THREE), most=most)
    async with on_stage(asked) as (_, pilot):
        await press(pilot, "b")

        assert text_of(asked).split("\n") == [
            f"  {empty} a première",
            f"▸ {ticked} b deuxième",
            f"  {empty} c troisième",
        ]
        assert "bold" in styles_of(asked.lines(40), "deuxième")


async def test_the_cursor_is_shown_only_where_keys_go() -> None:
    asked = ChoiceList(texts(THREE), most=1)
    async with on_stage(asked) as (stage, pilot):
        assert "▸" in text_of(asked)
        stage.set_focus(None)
        await pilot.pause()

        assert "▸" not in text_of(asked)


async def test_a_click_on_an_option_ticks_it_and_takes_the_keys() -> None:
    asked = ChoiceList(texts(THREE), most=None)
    async with on_stage(asked) as (stage, pilot):
        stage.set_focus(None)
        await click_word(pilot, asked, "deuxième")
        assert asked.has_focus
        await press(pilot, "enter")

        assert [each.picked for each in stage.said(ChoiceList.Submitted)] == [{1}]


async def test_a_click_on_the_second_line_of_an_option_ticks_that_option() -> None:
    asked = ChoiceList(texts(["court", "long " * 30 + "fin", "court"]), most=1)
    async with on_stage(asked) as (stage, pilot):
        await click_word(pilot, asked, "fin")
        await press(pilot, "enter")

        assert [each.picked for each in stage.said(ChoiceList.Submitted)] == [{1}]


async def test_a_click_on_the_border_ticks_nothing() -> None:
    asked = ChoiceList(texts(THREE), most=None)
    async with on_stage(asked) as (stage, pilot):
        await pilot.click(asked, offset=(0, 0))
        await press(pilot, "enter")

        assert [each.picked for each in stage.said(ChoiceList.Submitted)] == [set()]


async def test_a_click_below_the_last_option_ticks_nothing() -> None:
    asked = ChoiceList(texts(THREE), most=None)
    async with on_stage(asked) as (stage, pilot):
        asked.styles.height = 8
        await pilot.pause()
        left, top = spot_of(asked, "troisième")
        await pilot.click(asked, offset=(left, top + 1))
        await press(pilot, "enter")

        assert [each.picked for each in stage.said(ChoiceList.Submitted)] == [set()]


async def test_moving_brings_an_option_out_of_view_into_view() -> None:
    asked = ChoiceList(texts(NINE), most=None)
    async with on_stage(asked, (80, 6)) as (stage, pilot):
        holder = stage.screen.query_one(VerticalScroll)
        await press(pilot, "up")
        assert await comes(pilot, lambda: holder.scroll_y > 0)
        await press(pilot, "down")

        assert await comes(pilot, lambda: holder.scroll_y <= 1)


def test_long_options_hang_behind_their_letter() -> None:
    asked = ChoiceList(texts(["un deux trois quatre cinq six sept"]), most=1)
    assert flat(asked.lines(24)).split("\n") == [
        "  ○ a un deux trois",
        "      quatre cinq six",
        "      sept",
    ]
