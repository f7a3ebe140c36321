"""Say whether a repair may be kept: what could be read before says the same after."""

from collections.abc import Iterable, Sequence

from tutor.domain.course import Part
from tutor.domain.question import Choice, Relay, ShortAnswer
from tutor.pipeline.mending.names import Names
from tutor.pipeline.mending.reading import Reading, letters
from tutor.pipeline.mending.repairs import Repair

_BULLETS = "•·◦▪☐☑☒–—"
_LISTING = (Choice, ShortAnswer, Relay)
STILL_UNREAD = frozenset(
    {
        "attribut-repete",
        "attributs-illisibles",
        "bloc-inconnu",
        "bloc-non-ferme",
        "case-vide",
        "citation-sans-etiquette",
        "contenu-dans-une-proposition",
        "deux-identifiants",
        "dossier-sans-etape",
        "ecriture-myst",
        "en-tete-deux-points",
        "en-tete-illisible",
        "espace-apres-la-case",
        "fermeture-orpheline",
        "guillemets-typographiques",
        "identifiant-double",
        "identifiant-invalide",
        "ouverture-illisible",
        "puce-typographique",
        "texte-apres-les-propositions",
        "trop-profond",
    }
)
"""Errors on a mended line that mean it was not mended after all.

Any other there, such as feedback that is missing, was hidden as long as the line could
not be read.
"""


def is_safe(
    before: Reading, after: Reading, repairs: Sequence[Repair], names: Names, file: str
) -> bool:
    """Return whether repairs mend what they say and change nothing else.

    Args:
        before: the file as it was.
        after: the file with the repairs.
        repairs: those that were made.
        names: the ids of the course.
        file: the name under which they know this file.
    """
    slips = {(each.code, each.line) for each in after.problems}
    if any((each.code, each.line) in slips for each in repairs):
        return False
    touched = {line for each in repairs for line in each.changes}
    new = after.errors - before.errors
    if not all(_was_hidden(code, line, before, touched) for code, line in new):
        return False
    if any(names.is_elsewhere(name, file) for name in after.ids - before.ids):
        return False
    return _says_the_same(before, after)


def is_only_spacing(before: Reading, after: Reading, code: str) -> bool:
    """Return whether two readings differ by nothing but spaces, and slips of a code.

    Args:
        before: the file as it was.
        after: the file with other spaces.
        code: the slips that may be fewer.
    """
    slips = [
        [(each.code, each.line) for each in one.problems if each.code != code]
        for one in (before, after)
    ]
    return slips[0] == slips[1] and before.said == after.said


def _was_hidden(code: str, line: int, before: Reading, touched: set[int]) -> bool:
    """Return whether a new error was there before, where nothing could be read."""
    if line in touched:
        return code not in STILL_UNREAD
    if line < before.body_line:
        return before.unit is None
    around = before.segment_at(line)
    return around is not None and bool(around.kind) and around.line not in before.parts


def _says_the_same(before: Reading, after: Reading) -> bool:
    """Return whether all that was read without an error says the same, in order."""
    if before.unit is None:
        return True
    if after.unit is None or after.unit.head != before.unit.head:
        return False
    broken = {
        around.line
        for _, line in before.errors
        if (around := before.segment_at(line)) is not None and around.kind
    }
    sound = [said for line, said in before.said if line not in broken]
    if not _holds(sound, [said for _, said in after.said]):
        return False
    return all(
        line in after.parts and _keeps(part, after.parts[line])
        for line, part in before.parts.items()
    )


def _keeps(part: Part, mended: Part) -> bool:
    """Return whether a block that had a slip still asks what it asked."""
    if part.kind != mended.kind:
        return False
    if not isinstance(part, _LISTING) or not isinstance(mended, _LISTING):
        return True
    rest = iter(_proposed(mended))
    return _is_cut(letters(*part.stem), letters(*mended.stem)) and all(
        any(ticked == right and _is_cut(text, cut) for right, cut in rest)
        for ticked, text in _proposed(part)
    )


def _is_cut(text: str, cut: str) -> bool:
    """Return whether a text is as it was, or ends where a bullet stood in it."""
    lost = text[len(cut) :].strip()
    return text.startswith(cut) and (not lost or lost[0] in _BULLETS)


def _proposed(part: Choice | ShortAnswer | Relay) -> list[tuple[bool, str]]:
    """Return the tick and the text of each line of a task list."""
    match part:
        case Choice():
            return [(each.right, letters(*each.text)) for each in part.options]
        case ShortAnswer():
            return [(each.right, each.text) for each in part.known]
        case Relay():
            return [(True, letters(*each.text)) for each in part.atoms]


def _holds(few: Iterable[str], many: Iterable[str]) -> bool:
    """Return whether all of some texts stand among others, in the same order."""
    rest = iter(many)
    return all(each in rest for each in few)
