"""Keep ids unique where files from elsewhere are laid over a course (rules, 11)."""

from collections.abc import Iterable

from tutor.domain.course import Dossier, Draw, Part, Passage, Unit
from tutor.domain.problem import Problem

HOME = "content, quizzes"
"""Where an id that a course already uses stands, as a problem says it."""


def used_ids(units: Iterable[Unit]) -> frozenset[str]:
    """Return every id of some files: of the files, dossiers and blocks."""
    used: set[str] = set()
    for unit in units:
        used.add(unit.id)
        used.update(dossier.id for dossier in unit.dossiers)
        used.update(filter(None, map(_id_of, unit.blocks)))
    return frozenset(used)


def taken(unit: Unit, used: frozenset[str]) -> list[Problem]:
    """Return a problem for each block of a file whose id is used already.

    Args:
        unit: the file.
        used: the ids that were there before.
    """
    blocks = [*unit.dossiers, *unit.blocks]
    return [
        Problem(
            unit.path,
            block.line,
            1,
            "identifiant-double",
            "error",
            {"id": block.id or "", "first": HOME},
        )
        for block in blocks
        if not isinstance(block, Passage | Draw) and block.id in used
    ]


def without(unit: Unit, used: frozenset[str]) -> Unit:
    """Return a file without the blocks whose id is used already.

    Args:
        unit: the file.
        used: the ids that were there before.
    """
    parts = tuple(
        _trimmed(part, used) for part in unit.parts if _id_of(part) not in used
    )
    return unit.model_copy(update={"parts": parts})


def laid_over(units: tuple[Unit, ...], added: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return files with others laid over them; what was there first keeps its id.

    Args:
        units: the files of the course.
        added: the files from elsewhere; one whose own id is used is left out, and of
            the others each block whose id is used.
    """
    kept, used = list(units), used_ids(units)
    for unit in added:
        if unit.id not in used:
            kept.append(without(unit, used))
            used |= used_ids([unit])
    return tuple(kept)


def _id_of(part: Part | Dossier) -> str | None:
    """Return the id of a part, if it has one."""
    return getattr(part, "id", None)


def _trimmed(part: Part | Dossier, used: frozenset[str]) -> Part | Dossier:
    """Return a part without the blocks inside it whose id is used already."""
    if not isinstance(part, Dossier):
        return part
    steps = tuple(
        step.model_copy(update={"parts": _unused(step.parts, used)})
        for step in part.steps
    )
    opening = _unused(part.opening, used)
    return part.model_copy(update={"opening": opening, "steps": steps})


def _unused(parts: tuple[Part, ...], used: frozenset[str]) -> tuple[Part, ...]:
    """Return the blocks whose id is free."""
    return tuple(part for part in parts if _id_of(part) not in used)
