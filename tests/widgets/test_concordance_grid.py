"""A TCS is answered row by row on a scale of five."""

import pytest
from textual.containers import VerticalScroll

from tests.factories import concordance, words
from tests.widgets.stage import (
    click_word,
    comes,
    on_stage,
    press,
    spot_of,
    styles_of,
    text_of,
)
from tutor.domain.question import Vignette
from tutor.tui.widgets.concordance_grid import ConcordanceGrid

VOTES = (0, 1, 3, 10, 1)
TWO = concordance(VOTES, VOTES).rows
KEYS = [
    ("enter", (0, 0)),
    ("right enter", (1, 0)),
    ("right right right enter", (2, 0)),
    ("left left left enter", (-2, 0)),
    ("down right enter", (0, 1)),
    ("down down right enter", (1, 0)),
    ("up left enter", (0, -1)),
    ("k right j left enter", (-1, 1)),
]


@pytest.mark.parametrize(("keys", "values"), KEYS)
async def test_arrows_move_between_rows_and_along_the_scale_to_its_ends(
    keys: str, values: tuple[int, ...]
) -> None:
    async with on_stage(ConcordanceGrid(TWO)) as (stage, pilot):
        await press(pilot, keys)

        said = stage.said(ConcordanceGrid.Submitted)
        assert [each.values for each in said] == [values]


async def test_a_click_on_a_value_gives_it() -> None:
    grid = ConcordanceGrid(TWO[:1])
    async with on_stage(grid) as (stage, pilot):
        for word in ("−2", "−1", "0", "+1", "+2"):
            await click_word(pilot, grid, word)
            await press(pilot, "enter")

        said = stage.said(ConcordanceGrid.Submitted)
        assert [each.values for each in said] == [(-2,), (-1,), (0,), (1,), (2,)]


async def test_a_click_on_another_row_moves_there() -> None:
    grid = ConcordanceGrid(TWO)
    async with on_stage(grid) as (stage, pilot):
        left, top = spot_of(grid, "+2")
        below = text_of(grid).split("\n").index("") + 1
        await pilot.click(grid, offset=(left, top + below))
        await press(pilot, "left enter")

        said = stage.said(ConcordanceGrid.Submitted)
        assert [each.values for each in said] == [(0, 1)]


async def test_clicks_beside_the_scale_change_nothing() -> None:
    grid = ConcordanceGrid(TWO)
    async with on_stage(grid) as (stage, pilot):
        left, top = spot_of(grid, "+2")
        await pilot.click(grid, offset=(left + 10, top))
        await pilot.click(grid, offset=(left, top - 1))
        await pilot.click(grid, offset=(0, 0))
        await press(pilot, "enter")

        said = stage.said(ConcordanceGrid.Submitted)
        assert [each.values for each in said] == [(0, 0)]


async def test_the_row_at_hand_is_marked_and_so_is_its_value() -> None:
    grid = ConcordanceGrid(TWO)
    async with on_stage(grid) as (_, pilot):
        assert "▸ Si vous pensiez à : piste 1" in text_of(grid)
        await press(pilot, "down right")

        assert "▸ Si vous pensiez à : piste 2" in text_of(grid)
        assert "▸ Si vous pensiez à : piste 1" not in text_of(grid)
        assert "reverse" in styles_of(grid.lines(60), "+1")


async def test_long_vignettes_are_wrapped_behind_their_mark() -> None:
    long = words("un mot " * 20)
    grid = ConcordanceGrid((Vignette(hypothesis=long, news=long),))
    async with on_stage(grid):
        lines = text_of(grid).split("\n")

    assert lines[0].startswith("▸ ")
    assert all(line.startswith("  ") for line in lines[1:])


async def test_the_row_one_moves_to_is_seen_down_to_its_scale() -> None:
    grid = ConcordanceGrid(concordance(*[VOTES] * 5).rows)
    async with on_stage(grid, (80, 10)) as (stage, pilot):
        holder = stage.screen.query_one(VerticalScroll)
        bottom = grid.content_size.height
        await press(pilot, "up")
        assert await comes(pilot, lambda: holder.scroll_y >= bottom - 10)
        await press(pilot, "down")

        assert await comes(
            pilot, lambda: holder.scroll_y <= spot_of(grid, "piste 1")[1]
        )
