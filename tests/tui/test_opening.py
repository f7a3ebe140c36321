"""A run that is soon there is drawn at once; who waits for another is told."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from threading import Event

import pytest

from tests.cli.small import COURSE
from tests.factories import StoppedClock
from tests.tui.person import sitting
from tutor.domain.errors import WrongUseError
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.services.training import open_run
from tutor.store.place import Place
from tutor.tui.screens.opening import OpeningScreen
from tutor.tui.screens.run import RunScreen

pytestmark = pytest.mark.no_cover


class SlowScreen(RunScreen):
    """Opens a run only once it is let through."""

    def __init__(self, desk: Desk, target: str) -> None:
        super().__init__(desk, target)
        self.gate = Event()
        self._begin = partial(self._wait, self._begin)

    def _wait(self, begin: Callable[[], Run]) -> Run:
        """Wait at the gate."""
        self.gate.wait()
        return begin()


def test_a_run_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    desk = Desk(COURSE, Place(tmp_path), StoppedClock(), Random(0))
    screen = OpeningScreen(desk, partial(open_run, desk, "rien", desk.chance))

    found = screen._open()

    assert isinstance(found, OpeningScreen.Failed)
    assert isinstance(found.error, WrongUseError)


async def test_who_waits_for_a_run_is_told(tmp_path: Path) -> None:
    async with sitting(tmp_path) as person:
        screen = SlowScreen(person.app.desk, "relais")
        person.app.push_screen(screen)
        for _ in range(100):
            await person.pilot.pause(0.01)
            if screen.query("#loading"):
                break
        assert screen.query("#loading")
        assert not screen.query("RunFlow")

        screen.gate.set()
        await person.settle()

        assert not screen.query("#loading")
        assert screen.query("RunFlow")
