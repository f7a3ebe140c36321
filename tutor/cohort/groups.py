"""The groups a cohort is told apart by: promotions and semesters, none of a few people."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from tutor.cohort.people import Person
from tutor.cohort.privacy import merged
from tutor.cohort.roster import Expected, folded
from tutor.locale import say

Kind = Literal["promotion", "semester"]
KINDS: tuple[Kind, ...] = ("promotion", "semester")
_LONGEST = 40
"""Characters of a promotion that are shown."""


class Group(NamedTuple):
    """Some people of a cohort."""

    label: str
    """What it is called in a column of its own kind."""
    people: int
    expected: int | None


class Groups(NamedTuple):
    """A way to tell a cohort apart: each person is in one group."""

    kind: Kind
    groups: tuple[Group, ...]
    of: tuple[int, ...]
    """For each person, the number of their group."""


def groups_of(
    kind: Kind,
    people: Sequence[Person],
    expected: Sequence[Expected] | None,
    least: int,
) -> Groups:
    """Return the groups of one kind; those too small are one, the last.

    A promotion that fewer people wrote than a group is shown for is not named: it is a
    text of theirs. One of the roster of which nobody handed in is named.

    Args:
        kind: by promotion or by semester.
        people: everybody who counts.
        expected: who was to hand in, if that is known.
        least: the smallest group shown, in people.
    """
    key: Callable[[Person | Expected], str | int]
    key = _promotion if kind == "promotion" else _semester
    keys = [key(person) for person in people]
    sizes: Counter[str | int] = Counter(keys)
    due: Counter[str | int] | None
    due = None if expected is None else Counter(map(key, expected))
    aside = merged(sizes, least)
    named: list[str | int] = [each for each in sizes if each not in aside]
    named += [each for each in due or () if each and each not in sizes]
    named.sort(key=lambda each: (not each, str(each).zfill(2)))
    labels = {k: _label(kind, p) for k, p in zip(keys, people, strict=True)}
    labels |= {key(each): _label(kind, each) for each in expected or ()}
    found = [
        Group(labels[each], sizes[each], None if due is None else due[each])
        for each in named
    ]
    if aside:
        there = sum(sizes[each] for each in aside)
        wanted = None if due is None else sum(due[each] for each in aside)
        found.append(Group(say(f"report.others.{kind}"), there, wanted))
    numbers = {each: number for number, each in enumerate(named)}
    of = tuple(numbers.get(each, len(found) - 1) for each in keys)
    return Groups(kind, tuple(found), of)


def _promotion(of: Person | Expected) -> str:
    """Return a promotion as it is compared."""
    return folded(of.promotion)


def _semester(of: Person | Expected) -> int:
    """Return a semester, 0 where it is not said."""
    return of.semester or 0


def _label(kind: Kind, of: Person | Expected) -> str:
    """Return what the group of somebody is called."""
    if kind == "semester":
        return str(of.semester) if of.semester else say("report.unsaid")
    return of.promotion.strip()[:_LONGEST] or say("report.unsaid")
