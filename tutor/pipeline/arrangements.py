"""Make an appariement, an ordre or a relais of a block."""

from typing import Any

from tutor.domain.prose import plain
from tutor.domain.question import Atom, Matching, Ordering, Pair, Relay
from tutor.pipeline.anatomy import Anatomy, Task
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import cells, spans

_COLUMNS = 2
_LEAST = 2
_MOST = 8
"""Pairs and ranks have letters, a to h."""


def build_matching(
    anatomy: Anatomy, shared: dict[str, Any], findings: Findings
) -> Matching | None:
    """Return an appariement, or None after saying what is wrong with its table.

    Args:
        anatomy: the block, with one table of two columns.
        shared: the fields every question has.
        findings: where problems are noted.
    """
    line = anatomy.line
    tables = [cells(table) for table in anatomy.tables]
    rows = tables[0][1:] if len(tables) == 1 else []
    if not _LEAST <= len(rows) <= _MOST or any(len(row) != _COLUMNS for row in rows):
        findings.add("appariement-tableau", line, least=_LEAST, most=_MOST)
        return None
    pairs = tuple(
        Pair(left=spans(left, line, findings), right=spans(right, line, findings))
        for left, right in rows
    )
    if not all(plain(pair.left) and plain(pair.right) for pair in pairs):
        findings.add("appariement-tableau", line, least=_LEAST, most=_MOST)
        return None
    return Matching(pairs=pairs, **shared) if anatomy.stem else None


def build_ordering(
    anatomy: Anatomy, shared: dict[str, Any], findings: Findings
) -> Ordering | None:
    """Return an ordre, or None after saying what is wrong with its list.

    Args:
        anatomy: the block, with one ordered list.
        shared: the fields every question has.
        findings: where problems are noted.
    """
    if not _LEAST <= len(anatomy.scale) <= _MOST:
        findings.add("ordre-liste", anatomy.line, least=_LEAST, most=_MOST)
        return None
    if not anatomy.stem:
        return None
    return Ordering(items_in_order=tuple(anatomy.scale), **shared)


def build_relay(
    anatomy: Anatomy, shared: dict[str, Any], findings: Findings
) -> Relay | None:
    """Return a relais, or None where it lists no information.

    Args:
        anatomy: the block, with a task list of atoms.
        shared: the fields every question has.
        findings: where problems are noted.
    """
    if not anatomy.tasks:
        findings.add("relais-sans-atome", anatomy.line)
        return None
    if anatomy.bullets:
        findings.add("relais-puces", anatomy.line)
    seen: set[str] = set()
    for task in anatomy.tasks:
        _check_atom(task, seen, findings)
    if not anatomy.stem or not all(task.text for task in anatomy.tasks):
        return None
    atoms = tuple(_atom(task, findings) for task in anatomy.tasks)
    return Relay(atoms=atoms, **shared)


def _check_atom(task: Task, seen: set[str], findings: Findings) -> None:
    """Note an atom without a text, or whose name another one has."""
    if not task.text:
        findings.add("proposition-vide", task.line)
    name = task.attributes.id
    if name in seen:
        findings.add("atome-double", task.line, name=name)
    if name is not None:
        seen.add(name)


def _atom(task: Task, findings: Findings) -> Atom:
    """Return one piece of information; words are separated by commas."""
    written = task.attributes.values.get("mots", "").split(",")
    words = tuple(word.strip() for word in written if any(map(str.isalnum, word)))
    if not words:
        findings.add("atome-sans-mots", task.line, text=task.source[:40])
    if not task.ticked:
        findings.add("atome-decoche", task.line, text=task.source[:40])
    return Atom(
        name=task.attributes.id,
        text=task.text,
        words=words,
        feedback=task.feedback,
        indispensable="indispensable" in task.attributes.classes,
    )
