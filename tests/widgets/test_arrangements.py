"""Pairs are given letters, things are carried to their place, messages are written."""

import pytest

from tests.factories import matching, ordering, relay, words
from tests.widgets.stage import (
    WIDTHS,
    click_word,
    comes,
    on_stage,
    press,
    text_of,
)
from tutor.domain.question import Pair
from tutor.tui.widgets.matching_grid import MatchingGrid
from tutor.tui.widgets.order_list import OrderList
from tutor.tui.widgets.relay_editor import AtomList, MessageArea, RelayEditor

PAIRS = matching().pairs
THINGS = ordering().items_in_order
ORDER = [2, 0, 1]
"""`a` is the third right side of the source."""


def grid() -> MatchingGrid:
    """Return a grid of three pairs."""
    return MatchingGrid(PAIRS, ORDER)


def things() -> OrderList:
    """Return four things in no order of the key."""
    return OrderList(THINGS, [1, 3, 0, 2])


PAIRED: list[tuple[str, tuple[int, ...]]] = [
    ("enter", (-1, -1, -1)),
    ("b c a enter", (0, 1, 2)),
    ("a c b enter", (2, 1, 0)),
    ("down b up c enter", (-1, 1, -1)),
    ("down b up up c enter", (1, 0, -1)),
    ("a up b enter", (0, -1, -1)),
    ("a b up a enter", (-1, 2, -1)),
    ("a a enter", (-1, 2, -1)),
    ("right enter", (2, -1, -1)),
    ("right right right right enter", (2, -1, -1)),
    ("left left enter", (0, -1, -1)),
    ("a right enter", (2, 0, -1)),
    ("a b c up up right enter", (2, 0, 1)),
    ("d z enter", (-1, -1, -1)),
    ("k c j b enter", (0, -1, 1)),
]


@pytest.mark.parametrize(("keys", "choices"), PAIRED)
async def test_rows_are_given_letters_by_keys(
    keys: str, choices: tuple[int, ...]
) -> None:
    async with on_stage(grid()) as (stage, pilot):
        await press(pilot, keys)
        assert [said.choices for said in stage.said(MatchingGrid.Submitted)] == [
            choices
        ]


async def test_a_row_is_taken_and_a_letter_given_under_the_mouse() -> None:
    widget = grid()
    async with on_stage(widget) as (stage, pilot):
        await click_word(pilot, widget, "MSP")
        await click_word(pilot, widget, "territoire")
        assert " b  MSP" in text_of(widget)
        await click_word(pilot, widget, "patientèle")
        await click_word(pilot, widget, "CPTS")
        await click_word(pilot, widget, "appui")
        await press(pilot, "enter")
        assert stage.said(MatchingGrid.Submitted)[0].choices == (2, 0, 1)


async def test_the_row_at_hand_is_shown_at_once_and_only_where_keys_go() -> None:
    for widget in (grid(), things()):
        async with on_stage(widget) as (stage, pilot):
            assert await comes(pilot, lambda: text_of(widget).startswith("▸ "))  # noqa: B023
            stage.set_focus(None)
            assert await comes(pilot, lambda: "▸" not in text_of(widget))  # noqa: B023


async def test_a_letter_that_is_given_away_is_shown_quietly() -> None:
    widget = grid()
    async with on_stage(widget) as (_, pilot):
        await press(pilot, "b")
        lines = widget.lines(70)
        quiet = [
            line.plain.strip()
            for line in lines
            if any(
                "$quiet" in str(span.style) and span.end - span.start > len("b ·")
                for span in line.spans
            )
        ]
        assert quiet == ["b  territoire"]


ORDERED: list[tuple[str, tuple[int, ...]]] = [
    ("enter", (1, 3, 0, 2)),
    ("space down space enter", (3, 1, 0, 2)),
    ("space down down down down enter", (3, 0, 2, 1)),
    ("down down space up up enter", (0, 1, 3, 2)),
    ("up down space enter", (1, 3, 0, 2)),
    ("space down space down space j space enter", (3, 1, 2, 0)),
]


@pytest.mark.parametrize(("keys", "positions"), ORDERED)
async def test_things_are_carried_by_keys(
    keys: str, positions: tuple[int, ...]
) -> None:
    async with on_stage(things()) as (stage, pilot):
        await press(pilot, keys)
        (said,) = stage.said(OrderList.Submitted)
        assert said.positions == positions


async def test_things_are_taken_up_and_put_down_under_the_mouse() -> None:
    widget = things()
    async with on_stage(widget) as (stage, pilot):
        await click_word(pilot, widget, "écrire")
        assert "◆ 4. écrire" in text_of(widget)
        await click_word(pilot, widget, "appeler")
        assert "◆" not in text_of(widget)
        await press(pilot, "enter")
        assert stage.said(OrderList.Submitted)[0].positions == (2, 1, 3, 0)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen_and_every_word_is_there(width: int) -> None:
    long = "un rôle que personne ne tient en une seule ligne sur un écran étroit"
    wide = Pair(left=words(f"gauche {long}"), right=words(f"droite {long}"))
    for widget in (
        MatchingGrid((wide, *PAIRS[1:]), ORDER),
        OrderList((words(long), *THINGS[1:]), [1, 0, 2, 3]),
    ):
        lines = widget.lines(width)
        assert max(line.cell_length for line in lines) <= width
        joined = " ".join(" ".join(line.plain for line in lines).split())
        assert long in joined


async def test_a_message_is_written_searched_corrected_and_sent_once() -> None:
    editor = RelayEditor(relay("!poids:61 kg,poids", "fille", "appel"))
    async with on_stage(editor) as (stage, pilot):
        editor.query_one(MessageArea).focus()
        await press(pilot, "ctrl+s")
        assert not editor.query(AtomList)
        editor.query_one(MessageArea).text = " Le POIDS.\nSa fille. "
        assert editor.draft == "Le POIDS.\nSa fille."
        await press(pilot, "ctrl+s")
        assert await comes(pilot, lambda: bool(editor.query(AtomList)))
        (written,) = stage.said(RelayEditor.Written)
        assert written.text == "Le POIDS.\nSa fille."
        assert written.found == {0, 1}
        assert editor.draft == ""
        await press(pilot, "ctrl+s b c enter enter")
        assert [said.atoms for said in stage.said(RelayEditor.Sent)] == [{0, 2}]
        assert len(stage.said(RelayEditor.Written)) == 1


async def test_what_was_found_is_corrected_under_the_mouse() -> None:
    editor = RelayEditor(relay("poids", "fille"))
    async with on_stage(editor, (80, 40)) as (stage, pilot):
        editor.query_one(MessageArea).text = "rien de tel"
        editor.action_save()
        assert await comes(pilot, lambda: bool(editor.query(AtomList)))
        await pilot.pause()
        atoms = editor.query_one(AtomList)
        await click_word(pilot, atoms, "le fille")
        await press(pilot, "enter")
        assert [said.atoms for said in stage.said(RelayEditor.Sent)] == [{1}]
