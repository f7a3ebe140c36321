"""The page in a real browser: what it asks for, what it takes, and what it shows."""

from pathlib import Path

import pytest

from tests.cli.small import stored
from tests.web.browser import Page, browsing, chromium
from tests.web.visiting import RIGHT, Visitor, serving, tick_in, visiting

PNG = b"\x89PNG"
NO_GPU = "WebGL"
"""What Chromium complains of where it draws without a graphics card."""

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine"),
]


async def answer_in(page: Page, visitor: Visitor) -> None:
    """Answer the first question by keys."""
    await page.go(visitor.address)
    await page.until("○ Petite leçon")
    await page.press("Enter")
    await page.until("Une lettre part")
    await page.press("Enter")
    await page.until("⏎ répondre")
    letter = tick_in(page.drawn, RIGHT)
    await page.press(letter)
    await page.until(f"◉ {letter} {RIGHT}")
    await page.press("Enter")
    await page.until("en êtes-vous sûr")
    await page.press("3")
    await page.until("Réponse enregistrée")


async def test_a_browser_answers_alone_and_asks_nobody_else(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    async with (
        serving(tmp_path / "home") as server,
        visiting(server) as come,
        browsing(tmp_path / "browser") as browser,
    ):
        mine, other = come(), come()
        page, beside = await browser.page(), await browser.page()
        await answer_in(page, mine)
        (row,) = stored(mine.folder, "answers")
        assert (row["question"], row["credit"], row["certainty"]) == ("l-une", 1.0, 3)

        await beside.go(other.address)
        await beside.until("○ Petite leçon")
        assert "◐" not in beside.drawn
        assert stored(other.folder, "answers") == []

        base = server.door.address.partition("://")[2]
        asked = [each.partition("://")[2] for each in (*page.asked, *beside.asked)]
        assert len(asked) > 10
        assert [each for each in asked if not each.startswith(base)] == []
        assert [each for each in page.complaints if NO_GPU not in each] == []

        (visit,) = server.visits.of(mine.guest)
        await visit.stop()
        await page.until_said("!document.getElementById('again').hidden")
        assert "enregistré" in await page.said("said.textContent")
        await page.picture(picture)
    assert picture.read_bytes().startswith(PNG)
