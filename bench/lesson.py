"""How long a long lesson takes to open from Home."""

import asyncio
import gc
import time
from collections.abc import Callable
from pathlib import Path

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from bench.rounds import Row, Spent, in_turn, time_row
from bench.stage import LONG, make_course, make_person
from tutor.services.collector import resting_collector
from tutor.tui.app import TutorApp
from tutor.tui.widgets.page import Page

SIZE = (120, 40)


class StaticScreen(Screen[None]):
    """Shows one line."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static("Un seul texte")


def measure(folder: Path, rounds: int) -> list[Row]:
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: how many count.
    """
    course = make_course(folder / "course")
    place = make_person(folder / "home", course, 0)

    def lesson() -> Spent:
        app = TutorApp(course, place)
        return asyncio.run(_opening(app, lambda: app.open_target(LONG), Page))

    def static() -> Spent:
        app = App[None]()
        return asyncio.run(
            _opening(app, lambda: app.push_screen(StaticScreen()), Static)
        )

    measured = in_turn(rounds, {"lesson": lesson, "static": static})
    name = "lesson of 60 sections opened ÷ a screen of one Static"
    return [time_row(name, measured, "lesson", "static", 4)]


async def _opening(
    app: App[None], push: Callable[[], object], wanted: type[Widget]
) -> Spent:
    """Return the time from pushing a screen to the frame that shows a widget.

    The collector rests: each round makes an app anew, and leaves the last one to it.
    """
    shown: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def look(screen: Screen[None]) -> None:
        if any(widget.size for widget in screen.query(wanted)) and not shown.done():
            shown.set_result(time.perf_counter())

    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        gc.collect()
        with resting_collector():
            start = time.perf_counter()
            push()
            signal = app.screen.screen_layout_refresh_signal
            signal.subscribe(app, look, immediate=True)
            return Spent(await shown - start)


async def settled(app: App[None], pilot: Pilot[None]) -> None:
    """Wait until an app has drawn itself and its workers have done."""
    await pilot.pause()
    while any(not worker.is_finished for worker in app.workers):
        await pilot.pause(0.01)
    await pilot.pause()
