"""A stage for one widget: it draws it, takes keys and clicks, hears what it says."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

import tutor.tui.widgets
from tests.tui.quiet_pilot import QuietPilot, send
from tutor.tui.dressed import DressedApp
from tutor.tui.widgets.drawn import Drawn

SHEETS = sorted(Path(tutor.tui.widgets.__file__).parent.glob("*.tcss"))
Said = TypeVar("Said", bound=Message)
MOST_PAUSES = 100
WIDTHS = (40, 60, 80, 120)
"""From narrower than the tutor allows to wider than it fills."""


class Stage(DressedApp):
    """Shows one widget as the tutor does."""

    CSS_PATH: ClassVar = [str(sheet) for sheet in SHEETS]

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget
        self._heard: list[Message] = []

    def compose(self) -> ComposeResult:
        """Lay the widget out where it can scroll."""
        with VerticalScroll(can_focus=False):
            yield self._widget

    def hear(self, message: Message) -> None:
        """Note a message once, however far it rises."""
        if not any(message is each for each in self._heard):
            self._heard.append(message)

    def said(self, kind: type[Said]) -> list[Said]:
        """Return the messages of a kind, in order."""
        return [each for each in self._heard if isinstance(each, kind)]


@asynccontextmanager
async def on_stage(
    widget: Widget, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """Show a widget, give it the keys where it takes them."""
    stage = Stage(widget)
    async with stage.run_test(size=size, message_hook=stage.hear):
        pilot = QuietPilot(stage)
        if widget.focusable:
            widget.focus()
        await pilot.pause()
        yield stage, pilot


def flat(lines: Sequence[Content]) -> str:
    """Return lines as one text with ordinary spaces."""
    return "\n".join(line.plain for line in lines).replace("\u00a0", " ")


def text_of(widget: Drawn) -> str:
    """Return what a drawn widget shows now, with ordinary spaces."""
    return flat(widget.lines(widget.content_size.width))


def styles_of(lines: Sequence[Content], word: str) -> str:
    """Return every style of the line that holds a word."""
    line = next(line for line in lines if word in line.plain)
    return " ".join(str(span.style) for span in line.spans)


def spot_of(widget: Drawn, word: str) -> tuple[int, int]:
    """Return where a word stands, from the corner of the whole widget."""
    inset = widget.content_region.offset - widget.region.offset
    for y, line in enumerate(text_of(widget).split("\n")):
        if word in line:
            return line.index(word) + inset.x, y + inset.y
    raise AssertionError(f"{word!r} is not shown")


async def click_word(pilot: Pilot[None], widget: Drawn, word: str) -> None:
    """Click the first cell of a word."""
    await pilot.click(widget, offset=spot_of(widget, word))
    await pilot.pause()


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys separated by spaces, as `Pilot.press` does but without its rests."""
    for key in keys.split():
        send(pilot.app, key)
        await pilot._wait_for_screen()
    await pilot.pause()


async def comes(pilot: Pilot[None], holds: Callable[[], bool]) -> bool:
    """Return whether something holds once the screen has had time to be drawn."""
    for _ in range(MOST_PAUSES):
        if holds():
            return True
        await pilot.pause()
    return False
