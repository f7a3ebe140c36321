"""Scenes of the tutor, driven by keys on the course it ships."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from textual.pilot import Pilot

from tests.factories import StoppedClock
from tutor.services.places import find_course
from tutor.store.place import Place
from tutor.tui.app import Errand, TutorApp


class Scene(NamedTuple):
    """How to get somewhere."""

    name: str
    target: str | None
    keys: str
    """Keys separated by spaces."""


SCENES = (
    Scene("home", None, ""),
    Scene("question", "mis-acces-01", "b"),
    Scene("correction", "mis-acces-01", "b enter 3"),
    Scene("des", None, "d i down 3"),
)


def app_of(scene: Scene, home: Path) -> TutorApp:
    """Return the tutor at the start of a scene, for a person who is new.

    Args:
        scene: where to go.
        home: the person's folder.
    """
    place, errand = Place(home), Errand(scene.target, seed=1)
    clock, chance = StoppedClock(), Random(0)
    return TutorApp(find_course(), place, errand, clock=clock, chance=chance)


def walk_of(scene: Scene) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what presses the keys of a scene and waits for what they set going."""

    async def walk(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in scene.keys.split():
            await pilot.press(key)
            await settle(pilot)

    return walk


async def settle(pilot: Pilot[None]) -> None:
    """Wait until workers are done and the screen is drawn."""
    for _ in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
