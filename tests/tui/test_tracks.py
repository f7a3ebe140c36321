"""Choosing a track, training on an item, and what became of an action."""

from pathlib import Path

from tests.services.courses import write_course
from tests.services.test_next_step import FILES
from tests.tui.person import USUAL, sitting


async def test_p_lists_the_tracks_and_home_follows_the_one_chosen(
    home: Path, tmp_path: Path
) -> None:
    course = write_course(tmp_path / "cours", FILES)
    async with sitting(home, course=course, size=USUAL) as person:
        assert "Parcours · Tout" in person.seen
        assert "2 leçons · 1 h 30" in person.seen
        await person.press("p")
        assert "● Tout" in person.seen
        assert "1 leçon, 20 min en tout" in person.seen
        await person.press("enter")
        assert person.place == "HomeScreen"
        assert "Parcours · Le plus court" in person.seen
        assert "Titre de beta" not in person.seen
        await person.press("p", "escape")
        assert "Parcours · Le plus court" in person.seen


async def test_an_item_can_be_trained_on_by_its_code(
    home: Path, tmp_path: Path
) -> None:
    course = write_course(tmp_path / "cours", FILES)
    async with sitting(home, "C5.N.1", course=course, size=USUAL) as person:
        assert "Item C5.N.1 ▸ question 1/8" in person.lines[0]
