"""How a run begins: its kind, its stops, its title."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from random import Random
from typing import NamedTuple

from tutor.domain.answer import RunKind, RunStarted
from tutor.domain.course import UnitKind
from tutor.domain.prose import plain
from tutor.services.draws import Drawer
from tutor.services.library import Found
from tutor.services.run import new_id
from tutor.services.stops import (
    Stop,
    stops_of_card,
    stops_of_dossier,
    stops_of_questions,
    stops_of_unit,
)

_KINDS: dict[UnitKind, RunKind] = {
    "lesson": "lesson",
    "bank": "quiz",
    "survey": "survey",
}


def kind_of(found: Found) -> RunKind:
    """Return the kind of run a target calls for."""
    if found.question is not None:
        return "question"
    if found.dossier is not None:
        return "dossier"
    if found.card is not None:
        return "card"
    return _KINDS[found.unit.kind]


def name_of(found: Found) -> str:
    """Return what a run over a target is kept under: an id, or the path of a file."""
    if found.path is not None:
        return found.path
    return (found.question or found.dossier or found.card or found.unit).id


class Manner(NamedTuple):
    """How a run is to be shown."""

    chance: Random
    """Gives the id of the run, and its seed where none was asked for."""
    seed: int | None = None
    shuffled: bool | None = None


def begun(
    course: str,
    kind: RunKind,
    found: tuple[str, str | None],
    manner: Manner,
    now: datetime,
) -> RunStarted:
    """Return the facts of a new run.

    Args:
        course: the id of the course.
        kind: the kind of run.
        found: what the run is kept under, and the file where it lies outside the
            course.
        manner: the seed and the shuffling asked for.
        now: when it begins.
    """
    target, path = found
    return RunStarted(
        id=new_id(manner.chance),
        course=course,
        target=target,
        kind=kind,
        seed=manner.chance.getrandbits(31) if manner.seed is None else manner.seed,
        shuffled=manner.shuffled is not False,
        path=path,
        at=now,
        touched=now,
    )


def unfinished(
    runs: Iterable[RunStarted], kind: RunKind, name: str
) -> RunStarted | None:
    """Return the run over a target that was left in the middle, the latest of them.

    Args:
        runs: what the store knows of runs.
        kind: the kind of run.
        name: what the run is kept under.
    """
    same = [r for r in runs if r.kind == kind and name in {r.target, r.path}]
    return max(
        (run for run in same if not run.ended),
        key=lambda run: run.touched,
        default=None,
    )


def title_of(found: Found) -> str:
    """Return what a person calls a target."""
    return plain(found.dossier.title) if found.dossier else found.unit.title


def stops_of(found: Found, drawn: Drawer) -> Sequence[Stop]:
    """Return the stops of a target; a question of a dossier keeps its place there.

    Args:
        found: what the target named.
        drawn: gives the questions of a `questions` block.
    """
    dossier, question = found.dossier, found.question
    if question is not None:
        places: dict[str, Stop] = {}
        if dossier is not None:
            places = {stop.key: stop for stop in stops_of_dossier(dossier)}
        return stops_of_questions([question], question.id, places)
    if dossier is not None:
        return stops_of_dossier(dossier, drawn)
    if found.card is not None:
        return stops_of_card(found.card)
    return stops_of_unit(found.unit, drawn)
