"""Make the blocks that no answer is graded on: callouts, cards and draws."""

from tutor.domain.course import (
    MISSIONS,
    Callout,
    Directory,
    Draw,
    LocalField,
    Reflection,
    SelfRating,
)
from tutor.domain.prose import Paragraph
from tutor.pipeline.anatomy import Anatomy, dissect
from tutor.pipeline.attributes import Attributes
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import parse, prose
from tutor.pipeline.segments import Segment

CALLOUTS = ("note", "debat", "regle", "usage")
CALLOUT_NAMES = frozenset({"faits", "si", "sinon"})
CARDS = ("autoeval", "reflexion", "annuaire")
DRAW = "questions"
DRAW_NAMES = frozenset({"banque", "n", "comp", "missions", "graine"})
_MOST_DRAWN = 50
_LARGEST_SEED = 2**31 - 1


def build_callout(
    segment: Segment, attributes: Attributes, findings: Findings
) -> Callout:
    """Return a note, a rule, a custom or a dispute.

    Args:
        segment: the block.
        attributes: what stood between its braces; the id is optional.
        findings: where problems are noted.
    """
    first = segment.body_line
    tokens = parse(segment.lines, first, findings)
    return Callout.model_validate(
        {
            "kind": segment.kind,
            "id": attributes.id,
            "facts": attributes.codes("faits"),
            "blocks": prose(tokens, first, findings),
            "when": attributes.values.get("si"),
            "unless": attributes.values.get("sinon"),
            "line": segment.line,
        }
    )


def build_card(
    segment: Segment, attributes: Attributes, findings: Findings
) -> SelfRating | Reflection | Directory | None:
    """Return a card that is never scored, or None where it holds nothing to fill in.

    Args:
        segment: the block.
        attributes: what stood between its braces; the id is there.
        findings: where problems are noted.
    """
    anatomy = dissect(segment, findings)
    shared: dict[str, object] = {
        "id": attributes.id,
        "stem": anatomy.stem or (Paragraph(text=()),),
        "when": attributes.values.get("si"),
        "unless": attributes.values.get("sinon"),
        "line": segment.line,
    }
    if segment.kind == "annuaire":
        fields = _fields(anatomy, findings)
        return (
            Directory.model_validate({**shared, "fields": fields}) if fields else None
        )
    shared["items"] = attributes.codes("comp")
    if segment.kind == "reflexion":
        leads = tuple(anatomy.labelled.get("Pistes", []))
        return Reflection.model_validate({**shared, "leads": leads})
    if not anatomy.scale[1:]:
        findings.add("echelle-absente", segment.line)
        return None
    proof = anatomy.label("Preuve")
    return SelfRating.model_validate(
        {**shared, "scale": tuple(anatomy.scale), "proof": proof}
    )


def _fields(anatomy: Anatomy, findings: Findings) -> tuple[LocalField, ...]:
    """Return the fields of a directory, each key once."""
    found: dict[str, LocalField] = {}
    for task in anatomy.tasks:
        key = task.attributes.id
        if key is None or key in found:
            findings.add("annuaire-champ", task.line, text=task.source[:40])
            continue
        words = task.attributes.values.get("mots", "").split(",")
        found[key] = LocalField(
            key=key,
            label=task.text,
            words=tuple(filter(None, map(str.strip, words))),
            help=task.feedback,
        )
    if not found:
        findings.add("annuaire-vide", anatomy.line)
    return tuple(found.values())


def build_draw(
    segment: Segment, attributes: Attributes, findings: Findings
) -> Draw | None:
    """Return a draw from a bank, or None where it names no bank or no number.

    Args:
        segment: the block; nothing needs to stand inside.
        attributes: what stood between its braces.
        findings: where problems are noted.
    """
    line, values = segment.line, attributes.values
    bank = values.get("banque", "")
    count = _number(values.get("n", ""), _MOST_DRAWN)
    seed = _number(values["graine"], _LARGEST_SEED) if "graine" in values else None
    if any(text.strip() for text in segment.lines):
        findings.add("tirage-avec-texte", segment.body_line)
    for mission in attributes.codes("missions"):
        if mission not in MISSIONS:
            known = ", ".join(MISSIONS)
            findings.add("mission-inconnue", line, mission=mission, known=known)
    if not bank:
        findings.add("tirage-sans-banque", line)
    if not count:
        findings.add("tirage-nombre", line, value=values.get("n", ""), most=_MOST_DRAWN)
    if "graine" in values and seed is None:
        findings.add("tirage-graine", line, value=values["graine"])
    if not bank or not count:
        return None
    return Draw(
        bank=bank,
        count=count,
        items=attributes.codes("comp"),
        missions=attributes.codes("missions"),
        seed=seed,
        line=line,
    )


def _number(written: str, most: int) -> int | None:
    """Return a whole number from 0 to the most, or None."""
    plain = written.isascii() and written.isdecimal() and len(written) <= len(str(most))
    return int(written) if plain and int(written) <= most else None
