"""What lies under the rest looks as if each of its rows had been drawn."""

from pathlib import Path
from typing import get_args

import pytest
from textual.geometry import Region
from textual.widget import Widget

from tests.tui.person import USUAL, Person, sitting
from tutor.domain.looks import Looks, ThemeName
from tutor.tui.widgets.ground import Ground

pytestmark = pytest.mark.no_cover


def _grounds(person: Person) -> list[Ground]:
    """Return what lies under the rest on this screen."""
    walked = person.app.screen.walk_children(with_self=True)
    return [each for each in walked if isinstance(each, Ground)]


@pytest.mark.parametrize("target", [None, "l-plusieurs"])
@pytest.mark.parametrize("theme", get_args(ThemeName))
async def test_a_ground_is_what_its_rows_would_be(
    home: Path, target: str | None, theme: ThemeName
) -> None:
    async with sitting(home, target, size=USUAL) as person:
        person.app.dress(Looks(theme=theme))
        await person.settle()
        grounds = _grounds(person)
        assert grounds
        for ground in grounds:
            width, height = ground.size
            crops = [Region(0, 0, width, height), Region(3, 2, width - 7, height - 5)]
            for crop in [*crops, Region(0, 1, width, 1), Region(0, 4, width, 0)]:
                rows = ground.render_lines(crop)
                assert rows == Widget.render_lines(ground, crop)
                assert [row.cell_length for row in rows] == [crop.width] * crop.height
