"""Certainty and « j'avais bon » are said in one key or one click."""

import pytest

from tests.widgets.stage import click_word, on_stage, press, spot_of, text_of
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.own_mark import OwnMark

LEVELS = {"peu sûr": 1, "plutôt sûr": 2, " 3 ": 3}


@pytest.mark.parametrize(
    ("key", "certainty"),
    [("1", [1]), ("2", [2]), ("3", [3]), ("enter", [None]), ("4", [])],
)
async def test_a_key_says_how_sure_one_is_or_passes(
    key: str, certainty: list[int | None]
) -> None:
    async with on_stage(CertaintyBar()) as (stage, pilot):
        await press(pilot, key)

        said = stage.said(CertaintyBar.Rated)
        assert [each.certainty for each in said] == certainty


@pytest.mark.parametrize("width", [80, 40])
async def test_a_click_on_a_level_says_it_on_one_line_or_three(width: int) -> None:
    bar = CertaintyBar()
    async with on_stage(bar, (width, 24)) as (stage, pilot):
        assert text_of(bar).count("\n") == (1 if width == 80 else 3)
        for word in LEVELS:
            await click_word(pilot, bar, word)

        said = stage.said(CertaintyBar.Rated)
        assert [each.certainty for each in said] == list(LEVELS.values())


async def test_clicks_beside_the_levels_say_nothing() -> None:
    bar = CertaintyBar()
    async with on_stage(bar) as (stage, pilot):
        await click_word(pilot, bar, "À quel point")
        await pilot.click(bar, offset=(0, 0))
        left, top = spot_of(bar, " 3 ")
        await pilot.click(bar, offset=(left + 20, top))

        assert stage.said(CertaintyBar.Rated) == []


MARKS = [("o", [True]), ("n", [False]), ("x", []), ("enter", [])]


@pytest.mark.parametrize(("key", "right"), MARKS)
async def test_o_or_n_says_whether_one_had_it(key: str, right: list[bool]) -> None:
    async with on_stage(OwnMark("pigeon", ("MSSanté",))) as (stage, pilot):
        await press(pilot, key)

        assert [each.right for each in stage.said(OwnMark.Marked)] == right


CLICKS = {" o ": True, "oui": True, " n ": False, "non": False}


async def test_a_click_on_an_answer_marks() -> None:
    mark = OwnMark("pigeon", ("MSSanté",))
    async with on_stage(mark) as (stage, pilot):
        for word in CLICKS:
            await click_word(pilot, mark, word)

        said = [each.right for each in stage.said(OwnMark.Marked)]
        assert said == list(CLICKS.values())


async def test_a_click_elsewhere_marks_nothing() -> None:
    mark = OwnMark("pigeon", ("MSSanté",))
    async with on_stage(mark) as (stage, pilot):
        await click_word(pilot, mark, "pigeon")
        await click_word(pilot, mark, "MSSanté")
        await pilot.click(mark, offset=(0, 0))

        assert stage.said(OwnMark.Marked) == []


async def test_what_was_typed_stands_above_three_expected_wordings_at_most() -> None:
    mark = OwnMark("pigeon", ("un", "deux", "trois", "quatre"))
    async with on_stage(mark):
        shown = text_of(mark)

    assert shown.index("« pigeon »") < shown.index("un / deux / trois")
    assert "quatre" not in shown
