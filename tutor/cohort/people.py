"""Who counts: one person for several bundles, one promotion, against a roster."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tutor.cohort.intake import Head
from tutor.cohort.roster import Expected, folded
from tutor.cohort.sources import Source
from tutor.domain.figures import Refused


class Given(NamedTuple):
    """A bundle, and where it is."""

    head: Head
    source: Source


class Person(NamedTuple):
    """Somebody who handed in."""

    id: str
    """Random: it keeps one person one across bundles and years."""
    learner: str
    """The pseudonym of their last bundle."""
    promotion: str
    """As they wrote it, else as the roster does; empty where nobody says it."""
    semester: int | None
    handed: tuple[Given, ...]
    """Their bundles, the oldest first; never none."""


class Settled(NamedTuple):
    """Who counts, and what is to be said about it."""

    people: tuple[Person, ...]
    refused: tuple[Refused, ...]
    expected: tuple[Expected, ...] | None
    missing: tuple[str, ...]


def settle(
    given: Sequence[Given],
    roster: Sequence[Expected] | None,
    promotion: str | None,
) -> Settled:
    """Return who counts.

    Args:
        given: the bundles that could be read, in the order of the files.
        roster: who was to hand in, if that is known.
        promotion: the only promotion that counts, or None for all.
    """
    refused: list[Refused] = []
    listed = {folded(each.name): each for each in roster or ()}
    people = []
    for bundles in _by_learner(_once(given, refused)):
        last = bundles[-1]
        refused.extend(_refusal(each, "report.refused.merged") for each in bundles[:-1])
        own = listed.get(folded(last.head.learner)) if listed else None
        if roster is not None and own is None:
            refused.append(_refusal(last, "report.refused.not-listed"))
        people.append(_person(bundles, own))
    handed = {folded(each.learner) for each in people} if listed else set()
    wanted = None if promotion is None else folded(promotion)
    if wanted is not None:
        people = [each for each in people if folded(each.promotion) == wanted]
    expected = None if roster is None else _expected(listed.values(), wanted)
    missing = [e.name for e in expected or () if folded(e.name) not in handed]
    return Settled(tuple(people), tuple(refused), expected, tuple(missing))


def _person(bundles: list[Given], own: Expected | None) -> Person:
    """Return who handed in some bundles, the oldest first.

    Args:
        bundles: all of theirs, at least one.
        own: their line of the roster.
    """
    head = bundles[-1].head
    return Person(
        head.learner_id,
        head.learner,
        head.promotion.strip() or (own.promotion if own else ""),
        head.semester or (own.semester if own else None),
        tuple(bundles),
    )


def _expected(
    listed: Iterable[Expected], promotion: str | None
) -> tuple[Expected, ...]:
    """Return who was to hand in, of one promotion where the roster says them."""
    everybody = tuple(listed)
    if promotion is None or not any(each.promotion for each in everybody):
        return everybody
    return tuple(each for each in everybody if folded(each.promotion) == promotion)


def _once(given: Sequence[Given], refused: list[Refused]) -> Iterator[Given]:
    """Yield each bundle once; the copies are refused."""
    first: dict[str, Given] = {}
    for each in given:
        known = first.setdefault(each.head.bundle_id, each)
        if known is each:
            yield each
        else:
            refused.append(
                _refusal(each, "report.refused.copy", used=False, of=known.source.name)
            )


def _by_learner(given: Iterable[Given]) -> Iterator[list[Given]]:
    """Yield the bundles of each person, the oldest first."""
    found: dict[str, list[Given]] = {}
    for each in given:
        found.setdefault(each.head.learner_id, []).append(each)
    for bundles in found.values():
        yield sorted(
            bundles, key=lambda each: (each.head.exported_at, each.head.number)
        )


def _refusal(
    given: Given, message_id: str, *, used: bool = True, **values: str | int
) -> Refused:
    """Return what is said of a bundle."""
    return Refused(
        path=given.source.name, message_id=message_id, values=values, used=used
    )
