"""Scenes of the tutor, driven by keys on the course it ships."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple, cast

from textual.events import Paste
from textual.pilot import Pilot

from tests.course.shipped import ROOT, known_at
from tests.factories import NOON, StoppedClock
from tests.services.players import played
from tests.tui.person import Person
from tutor.services.desk import Desk
from tutor.tui.app import Errand, TutorApp

PASTED = "="
"""Before a text that is pasted at once, `_` for each space, among keys."""


class Scene(NamedTuple):
    """How to get somewhere."""

    name: str
    target: str | None
    keys: str
    """Keys separated by spaces."""
    before: tuple[str, ...] = ()
    """What was played ten days before: rightly, or wrongly and sure after a `!`."""
    size: tuple[int, int] = (80, 24)


SCENES = (
    Scene("home", None, ""),
    Scene("question", "mis-acces-01", "b"),
    Scene("correction", "mis-acces-01", "b enter 3"),
)
DONE = ("bases", "qui-fait-quoi", "!mis-acces-01", "mis-acces-03", "!mis-acces-02")
MESSAGE = (
    "=Garçon_de_6_ans,_en_CP._L'école_décrit_des_consignes_mal_suivies,_il_fait_répéter._"
    "Trois_otites_cet_hiver._Pensez-vous_qu'une_gêne_auditive_l'explique_?"
)
TOUR = (
    *SCENES,
    Scene("dossier", "vendredi-roussel", "enter enter a c e enter 2 enter enter"),
    Scene("relais", "tr-relais-01", f"{MESSAGE} ctrl+s enter", size=(104, 30)),
    Scene("revision", "revision", "", DONE),
    Scene("marguerite", None, "d i", DONE, (100, 26)),
    Scene("recherche", None, "slash =médecin_traitant"),
    Scene("menu", None, "ctrl+p"),
    Scene("aide", "mis-acces-01", "question_mark"),
    Scene("reglages", None, "comma"),
)
"""The stops of the guided tour, in its order; plain mode comes last."""


def app_of(scene: Scene, home: Path) -> TutorApp:
    """Return the tutor at the start of a scene, for a person who did what it says.

    Args:
        scene: where to go.
        home: the person's folder.
    """
    place, errand = known_at(home), Errand(scene.target, seed=1)
    if scene.target == "revision":
        errand = Errand(scene.target)
    clock, chance = StoppedClock(), Random(0)
    if scene.before:
        desk = Desk(ROOT, place, StoppedClock(NOON - timedelta(days=10)), Random(1))
        for name in scene.before:
            if name.startswith("!"):
                played(desk, name.removeprefix("!"), rightly=False, certainty=3)
            else:
                played(desk, name)
        desk.close()
    return TutorApp(ROOT, place, errand, clock=clock, chance=chance)


def walk_of(scene: Scene) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Return what presses the keys of a scene and waits for what they set going."""

    async def walk(pilot: Pilot[None]) -> None:
        person = Person(cast("TutorApp", pilot.app), Path())
        await person.settle()
        for key in scene.keys.split():
            if key.startswith(PASTED):
                text = key.removeprefix(PASTED).replace("_", " ")
                pilot.app.post_message(Paste(text))
            else:
                person.send(key)
            await person.settle()

    return walk
