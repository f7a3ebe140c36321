"""Who hands a bundle over: a pseudonym, a promotion, a semester, and a random id."""

from typing import NamedTuple

from tutor.domain.bundle_text import UNPRINTABLE
from tutor.domain.errors import WrongUseError
from tutor.services.desk import Desk
from tutor.services.identity_guard import findings, masked
from tutor.services.run import new_id

LONGEST = 40
"""Characters of a pseudonym or a promotion."""
SEMESTERS = range(1, 13)
"""Of the DES, with some to spare."""
_ID, _PSEUDONYM, _PROMOTION, _SEMESTER = (
    *("learner_id", "pseudonym", "promotion"),
    "semester",
)
"""The preferences, each with the course after it: forgetting a course forgets them."""


class Signature(NamedTuple):
    """How an intern signs; only what they write here says who they are."""

    pseudonym: str = ""
    promotion: str = ""
    """The year they entered the DES, as they write it."""
    semester: int | None = None


def signed(pseudonym: str, promotion: str = "", semester: str = "") -> Signature:
    """Return a signature from what a person typed.

    Args:
        pseudonym: of their choice.
        promotion: empty where they say none; what identifies somebody is masked.
        semester: 1 to 12, or empty.

    Raises:
        WrongUseError: no pseudonym, or something that cannot be taken.
    """
    name = _checked("pseudonym", pseudonym)
    if not name:
        raise WrongUseError("export.pseudonym.none")
    year = masked(_checked("promotion", promotion))
    return Signature(name, year, semester_of(semester))


def semester_of(typed: str) -> int | None:
    """Return a semester from what a person typed, or None for an empty text.

    Args:
        typed: 1 to 12.

    Raises:
        WrongUseError: it is no such number.
    """
    number = typed.strip()
    if not number:
        return None
    if len(number) > 2 or not (number.isascii() and number.isdecimal()):  # noqa: PLR2004 - digits
        raise WrongUseError("export.semester", value=typed)
    if int(number) not in SEMESTERS:
        raise WrongUseError("export.semester", value=typed)
    return int(number)


def looks_real(pseudonym: str) -> bool:
    """Return whether a pseudonym looks like what identifies somebody.

    A lone family name looks like any other word: nobody can tell.

    Args:
        pseudonym: as the person wrote it; small letters do not hide a name.
    """
    words = " ".join(pseudonym.replace(".", " ").replace("_", " ").split())
    return any(map(findings, (pseudonym, words, words.title())))


def kept_signature(desk: Desk) -> Signature:
    """Return how a person signed the last time, empty where they never did.

    Args:
        desk: their desk; what is kept is kept for its course.
    """
    known, course = desk.store.preferences(), desk.course.head.id
    semester = known.get(f"{_SEMESTER}:{course}")
    return Signature(
        str(known.get(f"{_PSEUDONYM}:{course}", "")),
        str(known.get(f"{_PROMOTION}:{course}", "")),
        semester if isinstance(semester, int) and semester in SEMESTERS else None,
    )


def learner_id_of(desk: Desk) -> str:
    """Return the random id that keeps a person one: the one kept, or a fresh one.

    Args:
        desk: their desk; its chance makes the id.
    """
    kept = desk.store.preferences().get(f"{_ID}:{desk.course.head.id}")
    return str(kept) if kept else new_id(desk.chance)


def keep_signature(desk: Desk, signature: Signature, learner_id: str) -> None:
    """Keep how a person signs for the next time, and the id for ever.

    Where nothing can be saved, an id that was kept before is enough.

    Args:
        desk: their desk.
        signature: how they sign.
        learner_id: what `learner_id_of` returned.

    Raises:
        ReadOnlyError: another tutor holds the store, and no id was ever kept.
        StoreError: the disk refused.
    """
    course = desk.course.head.id
    wanted: dict[str, str | int] = {
        _ID: learner_id,
        _PSEUDONYM: signature.pseudonym,
        _PROMOTION: signature.promotion,
        _SEMESTER: signature.semester or 0,
    }
    known = desk.store.preferences()
    if desk.is_read_only and known.get(f"{_ID}:{course}") == learner_id:
        return
    for name, value in wanted.items():
        if known.get(f"{name}:{course}") != value:
            desk.store.prefer(f"{name}:{course}", value)


def _checked(name: str, typed: str) -> str:
    """Return a text on one line, its spaces single.

    Raises:
        WrongUseError: it is too long, or holds signs that are not printed.
    """
    if UNPRINTABLE.search(typed) or not typed.replace("\t", " ").isprintable():
        raise WrongUseError("export.text.control", field=name)
    text = " ".join(typed.split())
    if len(text) > LONGEST:
        raise WrongUseError("export.text.long", field=name, most=LONGEST)
    return text
