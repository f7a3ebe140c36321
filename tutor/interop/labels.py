"""What the forms cannot say of a question, kept in its labels (Moodle's « tags »).

They score nothing there; read back, they make the same question. A label with no
prefix and a point in it is a competency item, such as `C5.C.11`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tutor.domain.course import MISSIONS, PHASES
from tutor.domain.question import Asked, Choice, KnownAnswer, Option, ShortAnswer

LONGEST = 50
"""Characters that Moodle keeps of a label."""
_ITEM = re.compile(r"[^\W_]+(?:\.[^\W_]+)+")
_SAFE = re.compile(r"[\w.:-]+")
_ON_OPTION = re.compile(r"(indispensable|inacceptable|dernier):(\d{1,2})")
_BELIEF = re.compile(r"idee-fausse:(\d{1,2}):([\w.-]+)")
UNSURE = "sans-certitude"


class Labels(NamedTuple):
    """The labels of a question, sorted out."""

    values: dict[str, list[str]]
    """What follows each prefix, such as `mission`, in order."""
    items: tuple[str, ...]
    on_options: frozenset[tuple[str, int]]
    """Marks of options, each with its place from 0."""
    beliefs: dict[int, str]
    """The misconception of an option, by its place from 0."""
    asks_certainty: bool
    unknown: tuple[str, ...]
    """What the tutor gives no meaning to."""

    def first(self, prefix: str) -> str | None:
        """Return what follows a prefix, or None where it is not there."""
        return next(iter(self.values.get(prefix, ())), None)


def labels_of(question: Asked, kind: str) -> tuple[str, ...]:
    """Return the labels of a question, its kind and its items first."""
    found = [f"type:{kind}", *question.items]
    found.extend(f"mission:{each}" for each in question.missions)
    found.extend(f"phase:{each}" for each in question.phases)
    found.extend(f"fait:{each}" for each in question.facts)
    if question.lesson:
        found.append(f"lecon:{question.lesson}")
    if not question.asks_certainty:
        found.append(UNSURE)
    if isinstance(question, Choice):
        found.extend(_of_options(question.options))
    if isinstance(question, ShortAnswer):
        found.extend(_beliefs(question.known))
        if question.most_words:
            found.append(f"mots:{question.most_words}")
    return tuple(each for each in found if _fits(each))


def sort_out(tags: Sequence[str]) -> Labels:
    """Return the labels of a question by what they mean."""
    values: dict[str, list[str]] = {}
    items: list[str] = []
    marks: set[tuple[str, int]] = set()
    beliefs: dict[int, str] = {}
    unknown: list[str] = []
    for tag in dict.fromkeys(tags):
        prefix, _, rest = tag.partition(":")
        if found := _ON_OPTION.fullmatch(tag):
            marks.add((found[1], int(found[2]) - 1))
        elif found := _BELIEF.fullmatch(tag):
            beliefs[int(found[1]) - 1] = found[2]
        elif _is_value(prefix, rest):
            values.setdefault(prefix, []).append(rest)
        elif _ITEM.fullmatch(tag):
            items.append(tag)
        elif tag != UNSURE:
            unknown.append(tag)
    asks = UNSURE not in tags
    on_options = frozenset(marks)
    return Labels(values, tuple(items), on_options, beliefs, asks, tuple(unknown))


def _is_value(prefix: str, rest: str) -> bool:
    """Return whether a label is a value that the tutor knows."""
    match prefix:
        case "mission":
            return rest in MISSIONS
        case "phase":
            return rest in PHASES
        case "mots":
            return rest.isascii() and rest.isdecimal()
        case "type" | "fait" | "lecon":
            return _SAFE.fullmatch(rest) is not None
        case _:
            return False


def _fits(label: str) -> bool:
    """Return whether a label can be read back."""
    return len(label) <= LONGEST and _SAFE.fullmatch(label) is not None


def _of_options(options: Sequence[Option]) -> Iterable[str]:
    """Yield the marks of options, each with its place from 1."""
    for place, option in enumerate(options, 1):
        if option.indispensable:
            yield f"indispensable:{place}"
        if option.inacceptable:
            yield f"inacceptable:{place}"
        if option.last:
            yield f"dernier:{place}"
    yield from _beliefs(options)


def _beliefs(options: Sequence[Option] | Sequence[KnownAnswer]) -> Iterable[str]:
    """Yield the misconceptions that answers embody."""
    codes = [option.misconception for option in options]
    for place, code in enumerate(codes, 1):
        if code:
            yield f"idee-fausse:{place}:{code}"
