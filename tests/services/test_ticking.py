"""Ticks put and taken away, and what leaves for each."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOON
from tests.services.courses import desk_at
from tests.services.records import full_desk
from tutor.domain.bundle import Part
from tutor.services.bundling import USUAL, Choices
from tutor.services.offering import CountedItem, Offer, OfferedItems, OwnWords, offer_of
from tutor.services.ticking import TickRow, Ticks

COUNTS: dict[Part, int] = {
    "answers": 3,
    "lessons": 1,
    "positionings": 0,
    "survey": 2,
    "notes": 1,
    "disputes": 1,
}
OFFER = Offer(
    COUNTS,
    1,
    (OwnWords("f" * 32, NOON.date(), "là", "Un."),),
    (
        OfferedItems(
            CountedItem("C5", "Coordonner", 3),
            (CountedItem("C5.N.1", "un", 2), CountedItem("C5.N.2", "deux", 1)),
            frozenset({"C5", "C5.N.1", "C5.N.2", "C5.C.1"}),
        ),
        OfferedItems(CountedItem("C6", "Agir", 0), (), frozenset({"C6", "C6.N.1"})),
    ),
)
ROWS = [row.id for row in Ticks().rows(OFFER) if row.id]


def ticked(ticks: Ticks) -> dict[str, bool | None]:
    """Return each line with its tick."""
    return {row.id: row.ticked for row in ticks.rows(OFFER) if row.id}


def after(*rows: str) -> Ticks:
    """Return the ticks after some were toggled."""
    ticks = Ticks()
    for row in rows:
        ticks = ticks.toggled(OFFER, row)
    return ticks


def test_what_is_there_has_a_line_and_free_texts_are_not_ticked() -> None:
    assert ticked(Ticks()) == {
        "part:answers": True,
        "words:": True,
        "part:lessons": True,
        "part:survey": True,
        "part:disputes": False,
        f"note:{'f' * 32}": False,
        "items:C5": True,
        "items:C5.N.1": True,
        "items:C5.N.2": True,
        "items:C6": True,
    }
    assert Ticks().choices(OFFER) == Choices()


def test_parts_words_and_notes_are_ticked_one_by_one() -> None:
    ticks = after("part:disputes", "part:survey", "words:", f"note:{'f' * 32}")

    assert ticks.choices(OFFER) == Choices(
        frozenset({*USUAL, "disputes"}) - {"survey"},
        notes=frozenset({"f" * 32}),
        words=False,
    )


def test_a_competency_takes_its_items_along_and_follows_them() -> None:
    assert after("items:C5.N.1").choices(OFFER).items == {"C5.N.2", "C6", "C6.N.1"}
    assert ticked(after("items:C5.N.1"))["items:C5"] is None
    assert ticked(after("items:C5.N.1", "items:C5.N.2"))["items:C5"] is False
    assert after("items:C5").choices(OFFER).items == {"C6", "C6.N.1"}
    whole = {"C5", "C5.N.1", "C5.N.2", "C5.C.1"}
    assert after("items:C6").choices(OFFER).items == whole
    assert after("items:C5.N.1", "items:C5") == Ticks()
    assert after("items:C5.N.1", "items:C5.N.1") == Ticks()


def test_without_any_item_nothing_about_items_leaves() -> None:
    choices = after("items:C5", "items:C6", "part:disputes").choices(OFFER)

    assert choices.parts == {"lessons", "survey"}


@given(st.lists(st.sampled_from(ROWS), max_size=8))
def test_the_same_tick_twice_changes_nothing_but_a_part_ticked_whole(
    rows: list[str],
) -> None:
    ticks = after(*rows)
    for row in ROWS:
        once = ticks.toggled(OFFER, row)
        assert once != ticks
        twice = once.toggled(OFFER, row)
        if ticked(ticks)[row] is not None:
            assert ticked(twice)[row] == ticked(ticks)[row]


def test_a_person_who_did_nothing_has_nothing_to_tick(tmp_path: Path) -> None:
    offer = offer_of(desk_at(tmp_path))

    assert offer.is_empty
    assert Ticks().rows(offer) == [TickRow("", "Ce qui part")]


@pytest.mark.parametrize("row", ["note:", "items:", "part:"])
def test_every_kind_of_line_is_there_for_who_did_everything(
    tmp_path: Path, row: str
) -> None:
    rows = Ticks().rows(offer_of(full_desk(tmp_path)))
    assert any(each.id.startswith(row) for each in rows)
