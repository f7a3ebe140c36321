"""What may be shown of a group: nothing about a few people, not even by subtraction.

A number of people is hidden where it counts fewer than the least group, or where it
leaves fewer than that out. What remains is then taken for a system of equations, as
somebody with a pencil would: where a hidden number, or a sum of hidden numbers about a
few people, could be worked out, one more is hidden, the smallest that helps.
(Primary and complementary suppression: Hundepool et al., *Statistical Disclosure
Control*, Wiley 2012, chapter 4.)

What is not guarded is the difference between two reports: of one week and of the next,
or of everybody and of one promotion.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

Why = Literal["few", "subtraction"]
Key = TypeVar("Key", bound=Hashable)
_PRIME = 2**61 - 1
"""Equations are solved in whole numbers modulo this: exactly, and without fractions."""


class Counted(NamedTuple):
    """A number of people, or of people among whom it is known how many there are."""

    part: int
    whole: int | None = None
    """Of how many they are a part, where that is shown."""

    def is_few(self, least: int) -> bool:
        """Return whether it tells of fewer people than a group is shown for.

        Args:
            least: the smallest group shown, in people.
        """
        if 0 < self.part < least:
            return True
        if self.whole is None:
            return False
        return 0 < self.whole < least or 0 < self.whole - self.part < least


def hidden(
    cells: Mapping[Key, Counted],
    sums: Sequence[Mapping[Key, int]],
    least: int,
    already: Iterable[Key] = (),
) -> dict[Key, Why]:
    """Return which numbers are not shown, and why.

    Args:
        cells: every number there would be.
        sums: what a reader knows of them: each is numbers times whole coefficients, the
            total of which is shown or can be told.
        least: the smallest group shown, in people.
        already: what is not shown in any case.
    """
    given = frozenset(already)
    found: dict[Key, Why] = dict.fromkeys(given, "subtraction")
    found |= {key: "few" for key, each in cells.items() if each.is_few(least)}
    while found:
        exposed = _exposed(cells, sums, found, least)
        chosen = _next(cells, sums, found, exposed)
        if chosen is None:
            break
        found[chosen] = "subtraction"
    told = [keys[0] for keys in map(list, _solved(sums, found)) if len(keys) == 1]
    kept = {key for key in told if found[key] == "few"} | given
    return {key: why for key, why in found.items() if key in kept or key not in told}


def merged(sizes: Mapping[Key, int], least: int) -> frozenset[Key]:
    """Return the groups that are shown as one, so that none of a few people is shown.

    Args:
        sizes: how many people are in each of the groups that make up the whole.
        least: the smallest group shown, in people.

    Returns:
        None, or those below the least and as many others as it takes, the smallest
        first: two groups or more, unless there is only one.
    """
    ordered = sorted(sizes, key=lambda each: sizes[each])
    small = [each for each in ordered if sizes[each] < least]
    rest = ordered[len(small) :]
    while small and rest and (len(small) == 1 or _sum(sizes, small) < least):
        small.append(rest.pop(0))
    return frozenset(small)


def _sum(sizes: Mapping[Key, int], groups: Iterable[Key]) -> int:
    """Return how many people some groups have."""
    return sum(sizes[each] for each in groups)


def _next(
    cells: Mapping[Key, Counted],
    sums: Sequence[Mapping[Key, int]],
    found: Mapping[Key, Why],
    exposed: frozenset[Key],
) -> Key | None:
    """Return the number to hide next, or None where there is none left that helps.

    Of those in one sum with what is exposed, the smallest; where all of these are
    hidden, of those in one sum with them, and so on.
    """
    place = {key: number for number, key in enumerate(cells)}
    reached = frozenset[Key]()
    while exposed != reached:
        reached = exposed
        near = [each for each in sums if not reached.isdisjoint(each)]
        beside = {
            key: min(coefficient, 1)
            for each in near
            for key, coefficient in each.items()
            if key not in found
        }
        if beside:
            return min(
                beside, key=lambda key: (-beside[key], cells[key].part, place[key])
            )
        exposed = reached.union(*near)
    return None


def _exposed(
    cells: Mapping[Key, Counted],
    sums: Sequence[Mapping[Key, int]],
    found: Mapping[Key, Why],
    least: int,
) -> frozenset[Key]:
    """Return hidden numbers of which a reader could work too much out; none is well."""
    for row in _solved(sums, found):
        keys = [key for key, coefficient in row.items() if coefficient]
        alone = len(keys) == 1 and found[keys[0]] == "few"
        together = set(row.values()) == {1}
        if alone or (together and _total(cells[key] for key in keys).is_few(least)):
            return frozenset(keys)
    return frozenset()


def _total(cells: Iterable[Counted]) -> Counted:
    """Return several numbers of people as one."""
    parts = list(cells)
    wholes = [each.whole for each in parts if each.whole is not None]
    whole = sum(wholes) if len(wholes) == len(parts) else None
    return Counted(sum(each.part for each in parts), whole)


def _solved(
    sums: Sequence[Mapping[Key, int]], found: Mapping[Key, Why]
) -> list[dict[Key, int]]:
    """Return what is known of hidden numbers, solved as far as it goes.

    Gauss and Jordan: in each row the first number has the coefficient 1 and stands in
    no other row, so that a number that can be worked out has a row of its own.
    """
    rows: list[dict[Key, int]] = []
    pivots: list[Key] = []
    for each in sums:
        row = {key: value for key, value in each.items() if key in found and value}
        for pivot, other in zip(pivots, rows, strict=True):
            _subtract(row, other, row.get(pivot, 0))
        if not row:
            continue
        pivot = next(iter(row))
        inverse = pow(row[pivot], -1, _PRIME)
        row = {key: value * inverse % _PRIME for key, value in row.items()}
        for other in rows:
            _subtract(other, row, other.get(pivot, 0))
        rows.append(row)
        pivots.append(pivot)
    return rows


def _subtract(row: dict[Key, int], other: Mapping[Key, int], times: int) -> None:
    """Subtract so many times another row, what becomes 0 left out."""
    if not times:
        return
    for key, value in other.items():
        left = (row.get(key, 0) - times * value) % _PRIME
        if left:
            row[key] = left
        else:
            row.pop(key, None)
