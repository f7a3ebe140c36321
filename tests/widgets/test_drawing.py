"""What changes is drawn again, and nothing else: no layout, no line that is the same."""

import pytest
from textual.content import Content
from textual.strip import Strip
from typing_extensions import override

from tests.factories import stem
from tests.widgets.stage import comes, on_stage
from tutor.domain.course import Callout, Passage
from tutor.tui.typeset import WIDEST
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.long_column import LongColumn
from tutor.tui.widgets.page import Page

LONG = "Un texte assez long pour tenir sur plusieurs lignes partout. " * 9


class Noted(Drawn):
    """Draws texts, and notes which lines it is asked for."""

    def __init__(self, *texts: str) -> None:
        super().__init__()
        self.texts = list(texts)
        self.drawn: set[int] = set()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return a line for each text."""
        return [Content(text) for text in self.texts]

    @override
    def render_line(self, y: int) -> Strip:
        """Note the line."""
        self.drawn.add(y)
        return super().render_line(y)


@pytest.mark.parametrize(
    ("texts", "drawn", "layouts"),
    [
        (["un", "DEUX", "trois"], {1}, 0),
        (["un", "deux", "trois"], set(), 0),
        (["un", "deux", "trois", "quatre"], {0, 1, 2, 3}, 1),
    ],
)
async def test_only_the_lines_that_changed_are_drawn_again(
    texts: list[str], drawn: set[int], layouts: int
) -> None:
    widget = Noted("un", "deux", "trois")
    async with on_stage(widget) as (stage, pilot):
        await pilot.pause()
        widget.drawn.clear()
        seen: list[object] = []
        stage.screen.screen_layout_refresh_signal.subscribe(stage, seen.append)

        widget.texts = texts
        widget.redraw()
        widget.redraw()

        assert await comes(pilot, lambda: widget.drawn == drawn)
        await pilot.pause()
        assert (widget.drawn, min(1, len(seen))) == (drawn, layouts)
        shown = [widget.render_line(y).text.strip() for y in range(len(texts))]
        assert shown == texts


@pytest.mark.parametrize("width", [1, 2, 3])
async def test_a_window_with_no_room_left_draws_nothing_and_goes_on(width: int) -> None:
    widget = Noted("un", "deux")
    widget.styles.padding = (0, 1)
    widget.styles.width = width
    async with on_stage(widget) as (_, pilot):
        assert await comes(pilot, lambda: widget.size.height == len(widget.texts))
        shown = widget.render_line(0).text

    assert shown == ("u" if width == 3 else "")


def test_a_page_is_set_once_where_there_is_more_room_than_it_takes() -> None:
    said = Callout(kind="regle", blocks=stem(LONG))
    page = Page((Passage(blocks=stem(LONG)), said))

    assert page._lines_at(WIDEST + 40) is page._lines_at(WIDEST + 39)
    assert page._lines_at(WIDEST) is not page._lines_at(WIDEST + 40)
    widths = (WIDEST - 9, WIDEST + 1, WIDEST + 2, WIDEST + 40)
    for width in widths:
        drawn, set_there = page._lines_at(width), page.lines(width)
        assert [str(line) for line in drawn] == [str(line) for line in set_there]


async def test_a_column_scrolls_by_a_line_at_once() -> None:
    column = LongColumn()
    async with on_stage(column) as (_, pilot):
        await column.mount(Noted(*map(str, range(90))))
        await pilot.pause()
        column.focus()
        for key, line in (("down", 1), ("down", 2), ("up", 1)):
            await pilot.press(key)
            assert column.scroll_offset.y == line == column.scroll_target_y
