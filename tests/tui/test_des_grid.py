"""The DES view on a faculty's grid, in a usual window."""

from pathlib import Path

import pytest

from tests.cli.small import COURSE, keep
from tests.factories import answer
from tests.interop.packages import uuid_of
from tests.services.grids import tied
from tests.tui.person import USUAL, sitting
from tutor.services.grids import keep_grid
from tutor.services.library import Library
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover

TABLE = "x;y\nCOOR-1;C5.N.1\nCOOR-1;C5.N.2\nPRO-1;C4.N.1\n"


@pytest.fixture
def on_grid(home: Path) -> Path:
    """A home on the grid, eight right answers on one item, four on another."""
    items = [("C5.N.1",)] * 8 + [("C5.N.2", "C5.N.1")] * 4
    keep(
        home,
        *(
            answer(id=f"{n:032x}", question=f"q-{n}", items=codes)
            for n, codes in enumerate(items)
        ),
    )
    place = Place(home)
    keep_grid(tied(Library(COURSE, place).written, TABLE).grid, place)
    return home


async def test_the_view_shows_the_grid_and_its_union_of_answers(on_grid: Path) -> None:
    async with sitting(on_grid, size=USUAL) as person:
        await person.press("d")
        assert "COOR Coordonner les soins" in person.lines[0]
        assert "Estimation " not in person.seen
        await person.press("down", "4")
        assert "COOR-1" in person.seen
        assert "n = 12 : solide" in person.seen
        (row,) = person.rows("positionings")
        assert (row["code"], row["value"]) == (uuid_of("COOR-1"), "4")


async def test_petals_are_the_competencies_of_the_grid(on_grid: Path) -> None:
    async with sitting(on_grid, size=USUAL) as person:
        await person.press("d", "c", "right")
        assert "PRO Se conduire en professionnel" in person.lines[0]
        await person.press("m")
        assert "COOR" in person.seen
        assert "PRO" in person.seen
        assert "C5" not in person.seen


async def test_the_home_screen_names_the_competencies_of_the_grid(
    on_grid: Path,
) -> None:
    async with sitting(on_grid, size=(120, 46)) as person:
        assert "COOR" in person.seen


async def test_an_item_without_a_phase_says_nothing_of_one(on_grid: Path) -> None:
    async with sitting(on_grid, size=USUAL) as person:
        await person.press("d", "down")
        assert "COOR-1" in person.seen
        assert "Phase" not in person.seen
