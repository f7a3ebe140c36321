"""How long a long lesson takes to open from Home."""

import asyncio
import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from bench.figures import Figure, Stand
from bench.rounds import Measures, Spent
from bench.stage import LONG, make_course, make_person
from tutor.services.collector import resting_collector
from tutor.store.place import Place
from tutor.tui.app import TutorApp
from tutor.tui.widgets.page import Page

SIZE = (120, 40)


class StaticScreen(Screen[None]):
    """Shows one line."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static("Un seul texte")


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give a long lesson opened from Home, and a screen of one Static.

    Args:
        folder: an empty one.
    """
    course = make_course(folder / "course")
    place = make_person(folder / "home", course, 0)
    yield {"lesson": partial(open_unit, course, place, LONG), "static": open_static}


def open_unit(course: Path, place: Place, target: str) -> Spent:
    """Open something from Home, headless.

    Args:
        course: its folder.
        place: the person's.
        target: the id of a lesson, or of a bank.
    """
    app = TutorApp(course, place)
    return asyncio.run(_opening(app, lambda: app.open_target(target), Page))


def open_static() -> Spent:
    """Push a screen of one Static, headless."""
    app = App[None]()
    return asyncio.run(_opening(app, lambda: app.push_screen(StaticScreen()), Static))


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


STAND = Stand(
    "lesson",
    stage,
    (
        Figure(
            "lesson-open",
            "a lesson of 60 sections opened",
            "a screen of one Static",
            "lesson",
            "static",
            4,
            "2",
        ),
    ),
)
