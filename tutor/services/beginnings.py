"""How a run begins: its kind, its stops, its title."""

from collections.abc import Sequence
from typing import Literal

from tutor.domain.prose import plain
from tutor.services.draws import Drawer
from tutor.services.library import Found
from tutor.services.stops import (
    Stop,
    stops_of_dossier,
    stops_of_questions,
    stops_of_unit,
)

RunKind = Literal["lesson", "dossier", "quiz", "review", "question"]


def kind_of(found: Found) -> RunKind:
    """Return the kind of run a target calls for."""
    if found.question is not None:
        return "question"
    if found.dossier is not None:
        return "dossier"
    return "lesson" if found.unit.kind == "lesson" else "quiz"


def name_of(found: Found) -> str:
    """Return what a run over a target is kept under: an id, or the path of a file."""
    if found.path is not None:
        return found.path
    return (found.question or found.dossier or found.unit).id


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
    return stops_of_unit(found.unit, drawn)
