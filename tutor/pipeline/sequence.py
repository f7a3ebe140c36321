"""Check what depends on the order of blocks: draws from banks, `si` and `sinon`."""

from collections.abc import Iterable, Mapping

from tutor.domain.course import Callout, Dossier, Draw, Part, Unit
from tutor.domain.question import Asked, Relay
from tutor.pipeline.findings import Findings


def check_draws(
    unit: Unit, banks: Mapping[str, Unit], known: frozenset[str], findings: Findings
) -> None:
    """Note draws from a bank that is not there or holds too few questions that fit.

    Args:
        unit: the file.
        banks: the banks at hand, by id.
        known: every id of the course, for banks that are not being read.
        findings: where problems are noted.
    """
    for draw in _draws(unit):
        bank = banks.get(draw.bank)
        if bank is None:
            if draw.bank not in known:
                findings.add("banque-inconnue", draw.line, bank=draw.bank)
            continue
        fitting = [q for q in bank.loose_questions if draw.takes(q)]
        if len(fitting) < draw.count:
            findings.add(
                "tirage-trop-court", draw.line, count=draw.count, there=len(fitting)
            )


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
    if isinstance(part, Asked | Callout):
        for name in (part.when, part.unless):
            if name is not None and name not in atoms:
                known = ", ".join(sorted(atoms)) or "—"
                findings.add("condition-inconnue", part.line, atom=name, known=known)
    if isinstance(part, Relay):
        atoms |= {atom.name for atom in part.atoms if atom.name}


def _draws(unit: Unit) -> Iterable[Draw]:
    """Return the draws of a file, those inside dossiers included."""
    for part in unit.parts:
        inside = part.parts if isinstance(part, Dossier) else (part,)
        yield from (each for each in inside if isinstance(each, Draw))
