"""Mend the text of one course file: what is safe, until nothing safe is left."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from tutor.domain.course import UnitKind
from tutor.pipeline.mending.marks import (
    mend_id,
    mend_myst,
    mend_quotes,
    mend_spaces,
    mend_title,
)
from tutor.pipeline.mending.names import Names
from tutor.pipeline.mending.proof import is_only_spacing, is_safe
from tutor.pipeline.mending.reading import Reading
from tutor.pipeline.mending.repairs import Repair, Spot
from tutor.pipeline.mending.tasks import (
    mend_bullet,
    mend_empty_box,
    mend_feedback,
    mend_glued,
    mend_sign,
)

Mender = Callable[[Spot], Repair | None]
_Judge = Callable[[Reading, Reading, Sequence[Repair]], bool]
SPACING = "espace-ordinaire"
MENDERS: dict[str, Mender] = {
    "case-vide": mend_empty_box,
    "citation-sans-etiquette": mend_feedback,
    "ecriture-myst": mend_myst,
    "en-tete-deux-points": mend_title,
    "espace-apres-la-case": mend_glued,
    "guillemets-typographiques": mend_quotes,
    "identifiant-absent": mend_id,
    "proposition-sans-case": mend_sign,
    "puce-typographique": mend_bullet,
    SPACING: mend_spaces,
}
"""What mends a slip, by its code."""
_BOM = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")
_MOST_PASSES = 20
_MOST_TRIALS = 40


class Mended(NamedTuple):
    """A file after its repairs."""

    text: str
    repairs: tuple[tuple[str, int], ...]
    """The code and the line of each slip that was mended."""


def mend(text: str, kind: UnitKind, names: Names, file: str) -> Mended:
    """Return a course file without the slips that can safely be mended.

    Doing it again changes nothing. Each repair is tried: the file is read with and
    without it, and it is kept only if what could be read says the same.

    Args:
        text: the file as decoded, with its own ends of lines and byte-order mark.
        kind: a lesson or a bank.
        names: the ids of its course.
        file: the name under which they know this file.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    pieces = _LINE_END.split(text.removeprefix(_BOM))
    reading = Reading(pieces[::2], kind)
    made: list[tuple[str, int]] = []
    judges: list[tuple[bool, _Judge]] = [
        (False, partial(_is_mended, names, file)),
        (True, _is_respaced),
    ]
    for _ in range(_MOST_PASSES):
        before = len(made)
        for spacing, judge in judges:
            wanted = _repairs(reading, names, spacing=spacing)
            reading, kept = _Trials(judge).keep(reading, wanted)
            made.extend((repair.code, repair.line) for repair in kept)
        if len(made) == before:
            pieces[::2] = reading.written
            return Mended(mark + "".join(pieces), tuple(made))
    return Mended(text, ())


def _is_mended(
    names: Names,
    file: str,
    before: Reading,
    after: Reading,
    repairs: Sequence[Repair],
) -> bool:
    """Judge repairs of slips."""
    return is_safe(before, after, repairs, names, file)


def _is_respaced(before: Reading, after: Reading, _: Sequence[Repair]) -> bool:
    """Judge other spaces."""
    return is_only_spacing(before, after, SPACING)


def _repairs(reading: Reading, names: Names, *, spacing: bool) -> list[Repair]:
    """Return what could be mended now, no line twice.

    Where the head cannot be read, the body is left: nothing could be compared.
    """
    found: list[Repair] = []
    touched: set[int] = set()
    for problem in sorted(reading.problems, key=lambda each: each.place):
        code, line = problem.code, problem.line
        if code not in MENDERS or (code == SPACING) != spacing:
            continue
        if reading.unit is None and line >= reading.body_line:
            continue
        if line > len(reading.lines) or not reading.is_plain(line):
            continue
        spot = Spot(code, line, reading, names, reading.segment_at(line))
        repair = MENDERS[code](spot)
        if repair is None or touched & repair.changes.keys():
            continue
        if any(reading.lines[n - 1] != new for n, new in repair.changes.items()):
            found.append(repair)
            touched |= repair.changes.keys()
    return found


class _Trials:
    """Tries repairs, all at once if that is safe, else half by half."""

    def __init__(self, judge: _Judge) -> None:
        self._judge = judge
        self._left = _MOST_TRIALS

    def keep(
        self, reading: Reading, wanted: list[Repair]
    ) -> tuple[Reading, list[Repair]]:
        """Return the file with the repairs that are safe, and those."""
        if not wanted or self._left == 0:
            return reading, []
        self._left -= 1
        changes = {n: new for each in wanted for n, new in each.changes.items()}
        trial = reading.with_changes(changes)
        if self._judge(reading, trial, wanted):
            return trial, wanted
        if len(wanted) == 1:
            return reading, []
        middle = len(wanted) // 2
        reading, first = self.keep(reading, wanted[:middle])
        reading, second = self.keep(reading, wanted[middle:])
        return reading, [*first, *second]
