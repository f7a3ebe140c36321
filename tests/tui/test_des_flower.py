"""The DES view: the flower, what to talk over, and the draft of a trace."""

from pathlib import Path

import pytest

from tests.cli.small import keep
from tests.factories import StoppedClock, answer
from tests.tui.person import USUAL, sitting

FULL = "⣿"


def weak(home: Path, count: int = 20) -> None:
    """Keep wrong and sure answers on C5.N.1."""
    facts = [
        answer(id=f"{n:032x}", question=f"q-{n}", credit=0.0, certainty=3)
        for n in range(count)
    ]
    keep(home, *facts)


def has_dots(text: str) -> bool:
    """Return whether something is drawn in braille."""
    return any("\u2800" <= sign <= FULL for sign in text)


def drafts_in(folder: Path) -> list[str]:
    """Return the names of the drafts in a folder."""
    return sorted(path.name for path in folder.glob("*.md"))


async def test_the_flower_stands_beside_the_list_and_waits_for_a_position(
    home: Path,
) -> None:
    weak(home)
    async with sitting(home, size=(120, 40)) as person:
        await person.press("d")
        assert any("vous situez" in line and has_dots(line) for line in person.lines)
        assert FULL not in person.seen
        await person.press("c")
        assert "C ; 0,05 [0,00–0,13], n = 20 : à travailler" in person.seen
        assert any(" C " in line and has_dots(line) for line in person.lines)


async def test_a_narrow_window_shows_the_flower_on_a_sheet(home: Path) -> None:
    weak(home)
    async with sitting(home, size=USUAL) as person:
        await person.press("d")
        assert not has_dots(person.seen)
        await person.press("m")
        assert person.place == "FlowerScreen"
        assert "C5 Continuité" in person.seen
        assert has_dots(person.seen)
        assert "0,05" not in person.seen
        await person.press("m")
        assert person.place == "DesScreen"


async def test_the_foot_names_what_to_talk_over_and_each_certainty(home: Path) -> None:
    weak(home)
    async with sitting(home, size=(80, 60)) as person:
        await person.press("d", "down", "4", "pagedown")
        assert "À discuter avec votre MSU ─" in person.seen
        assert "Validation par le MSU" in person.seen
        assert "• C5.N.1 Revoit ses patients : vous vous situez plus haut" in (
            person.seen
        )
        assert "Quand vous dites 3, vous avez juste 0 fois sur 10" in person.seen


async def test_a_position_taken_again_another_day_shows_both(home: Path) -> None:
    clock = StoppedClock()
    async with sitting(home, clock=clock) as person:
        await person.press("d", "down", "1")
        assert "vous : J'observe (22/11/2026)" in person.seen
        clock.forward(days=9)
        await person.press("4")
        assert "J'observe (22/11/2026), puis Je fais seul (01/12/2026)" in person.seen


async def test_the_draft_of_an_item_is_read_then_written_beside(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sitting(home) as person:
        await person.press("d", "t")
        assert person.place == "DesScreen"
        assert "Placez-vous d'abord sur un item" in person.told
        await person.press("down", "t")
        assert person.place == "TraceScreen"
        assert "Trace : C5.N.1" in person.seen
        await person.press("e", "e")
        for name in ("trace-C5.N.1.md", "trace-C5.N.1-2.md"):
            assert str(tmp_path / name) in person.told
        await person.press("escape")
        assert person.place == "DesScreen"
    assert drafts_in(tmp_path) == ["trace-C5.N.1-2.md", "trace-C5.N.1.md"]


async def test_a_folder_that_refuses_is_said_on_the_draft(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "parti"
    gone.mkdir()
    monkeypatch.chdir(gone)
    async with sitting(home) as person:
        await person.press("d", "down", "t")
        gone.rmdir()
        await person.press("e")
        assert person.place == "TraceScreen"
        assert "ne peut pas être écrit" in person.seen
