"""A relais at the full screen: what was received, its scene, its words later on."""

from pathlib import Path

import pytest

from tests.tui.person import USUAL, opened, sitting
from tests.tui.test_arrangements import WORDS, send
from tutor.tui.app import Errand

pytestmark = pytest.mark.no_cover

WIDE = (120, 46)
LOW = (80, 16)
"""A window in which a scene and its question do not stand together."""


async def test_a_scene_comes_after_its_message_and_is_read_before_it_is_answered(
    home: Path,
) -> None:
    async with sitting(home, "r-cas", size=LOW) as person:
        for word in ("samedi", "SUITE", "voisine"):
            assert word not in person.seen
        await send(person, WORDS, "c")
        assert "SUITE" not in person.seen
        await person.go_on()
        assert "▌ SUITE DU MESSAGE" in person.seen
        assert "▌ La voisine ouvre." in person.seen
        assert "À NOTER" not in person.seen
        assert person.focus == "RunFlow"
        await person.press("enter")
        assert person.focus == "ChoiceList"


async def test_a_past_message_stands_in_ones_own_words_beside_what_was_received(
    home: Path,
) -> None:
    async with sitting(home, "r-cas", size=WIDE) as person:
        await send(person)
        (sent,) = [line for line in person.lines if WORDS in line]
        assert "✓ Le poids de sortie" in sent
        await person.press("escape")
    for size, beside in ((WIDE, True), ((80, 60), False)):
        async with opened(home, Errand("r-cas"), size=size) as person:
            assert WORDS not in person.seen
            await person.press("left")
            (told,) = [line for line in person.lines if WORDS in line]
            assert ("✓ Le poids de sortie" in told) == beside
            assert "Samedi, personne n'ouvre." in person.seen


async def test_a_message_that_is_passed_keeps_its_words_with_the_run(
    home: Path,
) -> None:
    async with sitting(home, "r-message") as person:
        await person.type("Le poids")
        await person.press("f3")
        assert person.flow.shown.key == "fin:r-message"
        (run,) = person.rows("runs")
        assert run["drafts"] == [["r-message", "Le poids"]]
        assert person.rows("notes") == []


async def test_a_note_on_a_relais_is_kept_and_shown(home: Path) -> None:
    async with sitting(home, "r-message", size=USUAL) as person:
        await send(person)
        await person.press("n")
        await person.type("penser au 15")
        await person.press("ctrl+s")
        assert "penser au 15" in person.seen
        assert [note["text"] for note in person.rows("notes")] == [
            WORDS,
            "penser au 15",
        ]
