"""Find what could identify somebody in a text, and mask it.

The guard works on shapes and lists of words: it prefers a mask too many to a name that
leaves, and it still misses some, so that a person reads what is shared. It makes no
difference between a patient and a professional.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple, get_args

from tutor.domain.answer import Dispute, Note
from tutor.locale import grouped, say
from tutor.locale.catalogue import in_every_language
from tutor.services.identity_lone import lone_names
from tutor.services.identity_names import names
from tutor.services.identity_patterns import shapes

Kind = Literal[
    "nom",
    "initiales",
    "date",
    "telephone",
    "securite-sociale",
    "numero",
    "adresse",
    "courriel",
    "chambre",
]
LONGEST = 20_000
"""Characters of one note or message: ten pages."""


class Found(NamedTuple):
    """A piece of a text that could identify somebody."""

    start: int
    end: int
    kind: str
    """One of `Kind`."""


def findings(text: str) -> tuple[Found, ...]:
    """Return what could identify somebody, from the beginning to the end, apart.

    Args:
        text: anything a person wrote; the time taken grows with its length alone.
    """
    every = sorted(
        Found(*found) for found in chain(names(text), lone_names(text), shapes(text))
    )
    return tuple(_apart(every))


def masked(text: str) -> str:
    """Return a text with each finding replaced by what it was: [nom], [date].

    Masking again changes nothing.

    Args:
        text: anything a person wrote.
    """
    while found := findings(text):
        pieces, end = [], 0
        for each in found:
            pieces += [text[end : each.start], say(f"identity.mask.{each.kind}")]
            end = each.end
        text = "".join([*pieces, text[end:]])
    return text


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return a masked text cut in pieces, each with whether it is a mask.

    Args:
        text: what `masked` returned.
    """
    cut = _masks().split(text)
    return [(piece, number % 2 == 1) for number, piece in enumerate(cut) if piece]


def may_leave(said: Note | Dispute) -> str:
    """Return the words of a person that may leave the machine.

    What has no masked version, as notes of before the guard, gets one here.

    Args:
        said: a note, or what a person finds wrong with a question.
    """
    return masked(said.shareable if isinstance(said, Note) else said.text)


def is_too_long(text: str) -> bool:
    """Return whether a text is longer than a note may be."""
    return len(text) > LONGEST


def lengths(size: int) -> dict[str, str]:
    """Return what a message about a text that is too long needs.

    Args:
        size: how many characters it has.
    """
    return {"n": grouped(size), "most": grouped(LONGEST)}


def _apart(found: Iterable[Found]) -> list[Found]:
    """Return findings that do not overlap: those that do are one, named by the longest."""
    kept: list[Found] = []
    longest = 0
    for each in found:
        size = each.end - each.start
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
            longest = size
            continue
        last = kept[-1]
        kind = each.kind if size > longest else last.kind
        longest = max(size, longest)
        kept[-1] = Found(last.start, max(last.end, each.end), kind)
    return kept


@cache
def _masks() -> re.Pattern[str]:
    """Return the pattern of a mask, in whichever language it was put."""
    ids = (f"identity.mask.{kind}" for kind in get_args(Kind))
    known = {text for name in ids for text in in_every_language(name)}
    return re.compile(f"({'|'.join(map(re.escape, sorted(known)))})")
