"""Check what depends on the order of blocks: draws from banks, `si` and `sinon`."""

from collections.abc import Mapping
from pathlib import PurePath

from tutor.domain.conditional import Conditional
from tutor.domain.course import Dossier, Draw, Part, Unit
from tutor.domain.question import Relay
from tutor.pipeline.findings import Findings

_BANKS = "quizzes"


def check_draws(
    unit: Unit,
    banks: Mapping[str, Unit],
    taken: Mapping[str, str],
    findings: Findings,
) -> None:
    """Note draws from a bank that is not there or holds too few questions that fit.

    No question comes twice in one file: what earlier draws may have taken is no longer
    there.

    Args:
        unit: the file.
        banks: the banks that are read, by id.
        taken: the ids of files that are not read, and where each stands.
        findings: where problems are noted.
    """
    earlier: list[tuple[Draw, frozenset[str]]] = []
    for draw in unit.draws:
        bank = banks.get(draw.bank)
        if bank is None:
            if not _is_of_a_bank(taken.get(draw.bank, "")):
                findings.add("banque-inconnue", draw.line, bank=draw.bank)
            continue
        fitting = frozenset(q.id for q in bank.loose_questions if draw.takes(q))
        gone = sum(min(one.count, len(fitting & found)) for one, found in earlier)
        earlier.append((draw, fitting))
        there = max(0, len(fitting) - gone)
        if there < draw.count:
            findings.add("tirage-trop-court", draw.line, count=draw.count, there=there)


def _is_of_a_bank(place: str) -> bool:
    """Return whether a place, such as `quizzes/missions.md:2`, is in a bank."""
    return PurePath(place.rpartition(":")[0]).parent.name == _BANKS


def check_conditions(unit: Unit, findings: Findings) -> None:
    """Note `si` and `sinon` on an atom that no earlier relais of the run names.

    A dossier may be played alone: its conditions rest on its own relais.

    Args:
        unit: the file.
        findings: where problems are noted.
    """
    atoms: set[str] = set()
    for part in unit.parts:
        inside = part.parts if isinstance(part, Dossier) else (part,)
        seen = set() if isinstance(part, Dossier) else atoms
        for each in inside:
            _check_condition(each, seen, findings)
        atoms |= seen


def _check_condition(part: Part, atoms: set[str], findings: Findings) -> None:
    """Check the conditions of one block, then note the atoms it names."""
    if isinstance(part, Conditional):
        line = getattr(part, "line", 1)
        for name in (part.when, part.unless):
            if name is not None and name not in atoms:
                known = ", ".join(sorted(atoms)) or "—"
                findings.add("condition-inconnue", line, atom=name, known=known)
    if isinstance(part, Relay):
        atoms |= {atom.name for atom in part.atoms if atom.name}
