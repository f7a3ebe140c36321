"""The list of who was to hand in, as a secretary's spreadsheet saves it."""

import re
from pathlib import Path
from typing import NamedTuple

from tutor.domain.errors import TutorError
from tutor.domain.folding import fold
from tutor.domain.reasons import reason_of

LARGEST = 8 * 2**20
"""Bytes of the largest roster read."""
_LONGEST = 200
"""Characters of a name."""
_SEPARATOR = re.compile(r"[;,\t]")
_HEADS = frozenset({"pseudonyme", "pseudonym", "nom", "name", "interne", "intern"})
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_SEMESTER = re.compile(r"s?\.?\s*(1[0-2]|[1-9])")


class Expected(NamedTuple):
    """Somebody who was to hand in a bundle."""

    name: str
    """The pseudonym, as the roster writes it."""
    promotion: str = ""
    semester: int | None = None


def read_roster(path: Path) -> tuple[Expected, ...]:
    """Return who is in a roster, each once, in its order.

    One line a person: the pseudonym, then the promotion and the semester where they are
    known, separated by semicolons, commas or tabs. A first line of titles is left
    aside. UTF-8 with or without a mark, UTF-16 with one, else Latin-1.

    Args:
        path: a CSV or text file.

    Raises:
        TutorError: it cannot be read, is too large, or names nobody.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise TutorError(
            "report.roster.unreadable", path=path, reason=reason
        ) from error
    if len(data) > LARGEST:
        raise TutorError("report.roster.huge", path=path, most=LARGEST // 2**20)
    found: dict[str, Expected] = {}
    for number, line in enumerate(_text_of(data).splitlines()):
        expected = _expected(line)
        key = folded(expected.name)
        if key and not (number == 0 and key in _HEADS):
            found.setdefault(key, expected)
    if not found:
        raise TutorError("report.roster.empty", path=path)
    return tuple(found.values())


def folded(name: str) -> str:
    """Return a pseudonym or a promotion as it is compared.

    Args:
        name: as somebody wrote it.
    """
    return fold(_HIDDEN.sub("", name))


def _expected(line: str) -> Expected:
    """Return whom a line names."""
    name, *more = (_cell(each) for each in _SEPARATOR.split(line))
    promotion = more[0] if more else ""
    semester = _SEMESTER.fullmatch(more[1].casefold()) if len(more) > 1 else None
    return Expected(name, promotion, int(semester[1]) if semester else None)


def _cell(text: str) -> str:
    """Return what is in a cell, without its quotes and what hides."""
    return _HIDDEN.sub("", text).strip().strip('"').strip()[:_LONGEST]


def _text_of(data: bytes) -> str:
    """Return the text of a file, whatever saved it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
