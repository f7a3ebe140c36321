"""Repairs of what is no text: block openings, braces, ids, the head, spaces."""

import re

from tutor.pipeline.cards import CALLOUTS, CARDS, DRAW
from tutor.pipeline.mending.repairs import Repair, Spot
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.pipeline.typography import ordinary_spaces

_KINDS = frozenset({*EXTRA_NAMES, *CARDS, *CALLOUTS, DRAW})
_MYST = re.compile(
    r"^(?P<colons> {0,3}:{3,})\s*"
    r"(?:\{(?P<kind>[\w-]+)\}\s*(?P<braces>\{.*\})?"
    r"|\{\s*\.(?P<named>[\w-]+)(?P<inside>\s[^{}]*)?\})\s*$"
)
_MYST_OPTION = re.compile(r"^\s*:[\w-]+:(?:\s|$)")
_OPENING = re.compile(r"^(?P<head> {0,3}:{3,}\s*[\w-]+)\s*(?P<inside>\{.*\})?\s*$")
_TRAILING = re.compile(r"\{[^{}]*\}(?=\s*#*\s*$)")
_BRACES = re.compile(r"\{.*\}")
_CURLY = re.compile(r"«\s*|\s*»|[“”„‟]")
_FIELD = re.compile(r"^(?P<name>\w+):\s+(?P<said>[^\s\"'\[{|>&*!%@`#?,\]}-].*?)\s*$")
_MARKS = re.compile(
    r"^(?:\s|>|(?:[-*+]|\d{1,9}[.)]|#{1,6})\s)*(?:\[[ xX]\]\s+)?",
)


def mend_myst(spot: Spot) -> Repair | None:
    """Return an opening of MyST or Pandoc in our own writing."""
    found = _MYST.match(spot.text)
    if found is None or (found["kind"] or found["named"]) not in _KINDS:
        return None
    lines = spot.segment.lines if spot.segment else []
    if any(_MYST_OPTION.match(each) for each in lines[:1]):
        return None
    opening = f"{found['colons']} {found['kind'] or found['named']}"
    inside = (found["inside"] or "").strip()
    braces = found["braces"] or (f"{{{inside}}}" if inside else "")
    return spot.repair(f"{opening} {_straight(braces)}".rstrip())


def mend_quotes(spot: Spot) -> Repair | None:
    """Return braces with straight quotes."""
    opens = spot.segment is not None and spot.line == spot.segment.line and spot.kind
    braces = _BRACES if opens else _TRAILING
    for number, text in spot.following():
        found = braces.search(text)
        if found and _CURLY.search(found.group()) and spot.reading.is_plain(number):
            straight = _straight(found.group())
            return spot.repair(
                text[: found.start()] + straight + text[found.end() :], number
            )
    return None


def _straight(braces: str) -> str:
    """Return braces with straight quotes."""
    return _CURLY.sub('"', braces)


def mend_id(spot: Spot) -> Repair | None:
    """Return the opening of a block, or the title of a dossier, with a new id."""
    unit = spot.reading.unit
    if unit is None:
        return None
    opening, braces = _OPENING.match(spot.text), _TRAILING.search(spot.text)
    if opening and spot.kind:
        inside = (opening["inside"] or "{}").strip()[1:-1].strip()
        head, tail = f"{opening['head']} ", ""
    elif braces:
        inside = braces.group()[1:-1].strip()
        head, tail = spot.text[: braces.start()], spot.text[braces.end() :]
    else:
        return None
    inside = f"#{spot.names.fresh(unit.id)} {inside}".strip()
    return spot.repair(f"{head}{{{inside}}}{tail}")


def mend_title(spot: Spot) -> Repair | None:
    """Return a field of the head between quotes, where it holds a colon."""
    found = _FIELD.match(spot.text)
    if found is None or ": " not in f"{found['said']} " or " #" in found["said"]:
        return None
    said = found["said"].replace("\\", "\\\\").replace('"', '\\"')
    return spot.repair(f'{found["name"]}: "{said}"')


def mend_spaces(spot: Spot) -> Repair | None:
    """Return a line with no-break spaces where French wants them.

    Those that make a list, a quote, a title or a box of the line are left.
    """
    marks = _MARKS.match(spot.text)
    letters = list(spot.text)
    for at in ordinary_spaces(spot.text):
        if marks is None or at >= marks.end():
            letters[at] = "\u00a0"
    return spot.repair("".join(letters))
