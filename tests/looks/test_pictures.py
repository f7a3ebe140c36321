"""The pictures of the pages exist, weigh little, fetch nothing, and are not stale."""

import re

import pytest

from tests.looks.pictures import FOLDER, all_pictures, drawn_now, words_of
from tests.looks.scenes import TOUR

pytestmark = pytest.mark.no_cover

PAGES = FOLDER.parent
NAMED = re.compile(r"!\[[^\]]+\]\((?:docs/)?images/([\w-]+)\.svg\)")
HEAVIEST = 60_000
"""Bytes of one picture."""


def named_in(page: str) -> list[str]:
    """Return the pictures a page shows, in its order."""
    return NAMED.findall((PAGES / page).read_text(encoding="utf-8"))


def test_the_tour_shows_its_stops_in_order() -> None:
    stops = [each.name for each in TOUR]

    assert named_in("visite.md") == [*stops, "ligne-a-ligne"]
    assert 8 <= len(stops) + 1 <= 12


def test_every_picture_shown_is_drawn_and_none_is_left_over() -> None:
    shown = {*named_in("visite.md"), *named_in("../README.md")}

    assert shown <= set(all_pictures())
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(all_pictures())


@pytest.mark.parametrize("name", all_pictures())
def test_a_picture_weighs_little_and_fetches_nothing(name: str) -> None:
    drawn = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")

    assert len(drawn.encode()) < HEAVIEST
    assert set(re.findall(r"https?://[^\"')\s]+", drawn)) <= {
        "http://www.w3.org/2000/svg"
    }
    assert not re.search(r"@import|@font-face|xlink:href|<script|<image", drawn)
    assert "Traceback" not in drawn


@pytest.mark.parametrize("name", all_pictures())
def test_a_picture_shows_what_the_tutor_shows_now(name: str) -> None:
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")

    assert words_of(drawn_now(name)) == words_of(kept), "make tour draws it again"
