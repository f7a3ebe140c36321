"""What the command line says of what leaves, and of who signs."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tutor.cli.console import Console
from tutor.cli.fitting import put
from tutor.domain.errors import TutorError, WrongUseError
from tutor.locale import advise, listed, say
from tutor.services.bundling import PARTS, USUAL, Choices, items_named
from tutor.services.desk import Desk
from tutor.services.offering import notes_named, offer_of
from tutor.services.signing import (
    Signature,
    kept_signature,
    looks_real,
    semester_of,
    signed,
)

WORDS = "words"
"""What may be left out beside the parts: words typed in short answers."""
_SPLIT = re.compile(r"[\s,;]+")


class Ticked(NamedTuple):
    """What leaves, as typed; each may hold several, separated by commas."""

    items: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Typed(NamedTuple):
    """How a person signs, as typed; None where they did not say."""

    pseudonym: str | None = None
    promotion: str | None = None
    semester: str | None = None


def choices_of(desk: Desk, ticked: Ticked) -> Choices:
    """Return what the command line ticks.

    Args:
        desk: the intern's desk.
        ticked: what they typed.

    Raises:
        WrongUseError: it names a part, an item or a note that there is not.
    """
    added, without = _split(ticked.added), _split(ticked.without)
    for name in (*added, *without):
        if name not in {*PARTS, WORDS}:
            known = listed([*PARTS, WORDS])
            raise WrongUseError("export.part.unknown", name=name, known=known)
    if "notes" in added:
        raise WrongUseError("export.note.named")
    names = () if "notes" in without else _split(ticked.notes)
    notes = notes_named(offer_of(desk), names) if names else frozenset[str]()
    return Choices(
        frozenset(p for p in PARTS if p in {*USUAL, *added} and p not in without),
        items_named(desk.course.framework, _split(ticked.items)),
        notes,
        words=WORDS not in without,
    )


def signature_of(desk: Desk, typed: Typed, *, asks: bool) -> Signature:
    """Return how a person signs: as typed, else as the last time, else as asked.

    Args:
        desk: the intern's desk.
        typed: what the command line says.
        asks: whether somebody is there to be asked.

    Raises:
        WrongUseError: no pseudonym and nobody to ask, or something cannot be taken.
        Leaving: they were asked and left.
    """
    kept = kept_signature(desk)
    before = {**kept._asdict(), "semester": str(kept.semester or "")}
    words = {}
    for name, given in typed._asdict().items():
        if given is None and asks and not kept.pseudonym:
            words[name] = _asked(name)
        else:
            words[name] = before[name] if given is None else given
    return signed(**words)


def warn_of_real_name(signature: Signature) -> None:
    """Say on stderr that a pseudonym looks like a real name, where it does.

    Args:
        signature: how the person signs.
    """
    if looks_real(signature.pseudonym):
        put(say("export.pseudonym.real", name=signature.pseudonym), err=True)
        put("  " + advise("export.pseudonym.real"), err=True)


def _asked(name: str) -> str:
    """Return what a person types when asked how they sign; again until it fits.

    Raises:
        Leaving: the input has ended.
    """
    console = Console()
    while True:
        typed = console.read(say(f"export.ask.{name}"))
        try:
            _check(name, typed)
        except TutorError as error:
            console.refuse(error)
        else:
            return typed


def _check(name: str, typed: str) -> None:
    """Refuse what cannot be taken.

    Raises:
        WrongUseError: it is empty and may not be, too long, or no semester.
    """
    if name == "semester":
        semester_of(typed)
    elif name == "pseudonym":
        signed(typed)
    else:
        signed("-", typed)


def _split(words: Iterable[str]) -> tuple[str, ...]:
    """Return words given one by one or several at once."""
    return tuple(word for each in words for word in _SPLIT.split(each) if word)
