"""A person at the full screen: presses keys, clicks, reads what is there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

from tests.cli.small import COURSE, eased, stored
from tests.factories import StoppedClock
from tests.tui.quiet_pilot import QuietPilot, send
from tutor.store.place import Place
from tutor.tui.app import Errand, TutorApp
from tutor.tui.widgets.run_flow import RunFlow

MOST_PAGES = 30
TALL = (80, 46)
"""A window in which a whole question is seen at once."""
USUAL = (80, 24)


class Person:
    """Someone at one app."""

    def __init__(self, app: TutorApp, home: Path) -> None:
        self.app = app
        self.pilot = QuietPilot(app)
        self.home = home

    async def settle(self) -> None:
        """Wait until workers are done and nothing is left to say or to draw."""
        await self.pilot.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, each once the one before has had its effect.

        As `Pilot.press` does, without its waiting for an idle processor.
        """
        for key in keys:
            self.send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text at once."""
        for sign in text:
            self.send(sign)
        await self.settle()

    def send(self, key: str) -> None:
        """Send one key to the app."""
        send(self.app, key)

    async def read(self) -> None:
        """Press Enter until what is asked has the keys."""
        for _ in range(MOST_PAGES):
            if self.focus != "RunFlow":
                return
            await self.press("enter")
        raise AssertionError(f"nothing takes an answer:\n{self.seen}")

    async def go_on(self) -> None:
        """Press Enter until another stop is shown."""
        before = self.flow.shown.key
        for _ in range(MOST_PAGES):
            await self.press("enter")
            if not self.app.screen.query(RunFlow) or self.flow.shown.key != before:
                return
        raise AssertionError(f"Enter does not go on:\n{self.seen}")

    async def click_text(self, text: str) -> None:
        """Click the first place where a text stands on the screen."""
        for y, line in enumerate(self.lines):
            if text in line:
                await self.pilot.click(offset=(line.index(text), y))
                await self.settle()
                return
        raise AssertionError(f"« {text} » is not on the screen:\n{self.seen}")

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, with ordinary spaces."""
        strips = self.app.screen._compositor.render_strips()
        return [eased(strip.text) for strip in strips]

    @property
    def seen(self) -> str:
        """Everything on the screen."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def told(self) -> str:
        """What was said in passing."""
        return "\n".join(eased(note.message) for note in self.app._notifications)

    @property
    def flow(self) -> RunFlow:
        """The column of the run."""
        return self.app.screen.query_one(RunFlow)

    @property
    def focus(self) -> str:
        """What has the keys."""
        return type(self.app.focused).__name__

    @property
    def place(self) -> str:
        """The screen one is at."""
        return type(self.app.screen).__name__

    @property
    def has_left(self) -> bool:
        """Whether the tutor is closing."""
        return self.app._exit

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table of the store."""
        return stored(self.home, table)

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The answers stored."""
        return self.rows("answers")

    @property
    def answer(self) -> dict[str, Any]:
        """The one answer stored."""
        (row,) = self.answers
        return row


@asynccontextmanager
async def sitting(
    home: Path,
    target: str | None = None,
    *,
    seed: int | None = None,
    course: Path = COURSE,
    size: tuple[int, int] = TALL,
    clock: StoppedClock | None = None,
) -> AsyncIterator[Person]:
    """Sit down at the tutor; the app is dropped at the end without leaving.

    Args:
        home: the person's folder.
        target: what to open at once, in source order unless a seed is given or it
            resumes.
        seed: the seed of the order of options.
        course: the folder of the course.
        size: cells and lines of the window.
        clock: what time it is.
    """
    errand = Errand(target, seed, False if target and seed is None else None)
    async with opened(home, errand, course=course, size=size, clock=clock) as person:
        yield person


@asynccontextmanager
async def opened(
    home: Path,
    errand: Errand,
    *,
    course: Path = COURSE,
    size: tuple[int, int] = TALL,
    clock: StoppedClock | None = None,
) -> AsyncIterator[Person]:
    """Open the tutor with an errand, as `sitting` does."""
    moment = clock or StoppedClock()
    store = home / "progress.json"
    chance = Random(store.stat().st_size if store.is_file() else 0)
    app = TutorApp(course, Place(home), errand, clock=moment, chance=chance)
    try:
        async with app.run_test(size=size):
            person = Person(app, home)
            await person.settle()
            yield person
    finally:
        if "desk" in app.__dict__:
            app.desk.close()
