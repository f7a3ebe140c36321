"""Nothing of a few people can be worked out from what is shown."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tutor.cohort.privacy import Counted, hidden, merged

SIZES = st.dictionaries(st.integers(0, 9), st.integers(1, 30), max_size=8)
LEAST = 5


def few(part: int) -> bool:
    """Return whether a number tells of a few people."""
    return 0 < part < LEAST


def rank_of(rows: Sequence[Sequence[Fraction]]) -> int:
    """Return how many rows of a matrix are independent."""
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((r for r in left if r[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        found += 1
        for row in left:
            times = row[column] / pivot[column]
            row[:] = [a - times * b for a, b in zip(row, pivot, strict=True)]
    return found


def can_be_told(
    unknown: Sequence[str], sums: Sequence[Mapping[str, int]], wanted: str
) -> bool:
    """Return whether a number follows from the sums of those unknown."""

    def row(each: Mapping[str, int]) -> list[Fraction]:
        return [Fraction(each.get(cell, 0)) for cell in unknown]

    known = [row(each) for each in sums]
    return rank_of(known) == rank_of([*known, row({wanted: 1})])


@st.composite
def crossed(draw: st.DrawFn) -> tuple[dict[str, Counted], list[dict[str, int]]]:
    """Return numbers in rows and columns, and their sums, as tables of groups have."""
    wide, high = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cells: dict[str, Counted] = {}
    for x in range(wide):
        for y in range(high):
            whole = draw(st.integers(0, 25))
            cells[f"{x}{y}"] = Counted(draw(st.integers(0, whole)), whole)
    sums = []
    for x in range(wide):
        inside = [f"{x}{y}" for y in range(high)]
        wholes = sum(cells[each].whole or 0 for each in inside)
        cells[f"{x}*"] = Counted(sum(cells[each].part for each in inside), wholes)
        sums.append({**dict.fromkeys(inside, 1), f"{x}*": -1})
    for y in range(high):
        inside = [f"{x}{y}" for x in range(wide)]
        wholes = sum(cells[each].whole or 0 for each in inside)
        cells[f"*{y}"] = Counted(sum(cells[each].part for each in inside), wholes)
        sums.append({**dict.fromkeys(inside, 1), f"*{y}": -1})
    return cells, sums


@given(crossed())
def test_no_small_number_of_crossed_tables_can_be_worked_out(
    made: tuple[dict[str, Counted], list[dict[str, int]]],
) -> None:
    cells, sums = made
    found = hidden(cells, sums, LEAST)
    unknown = list(found)

    for cell, counted in cells.items():
        whole = counted.whole or 0
        small = few(counted.part) or few(whole) or few(whole - counted.part)
        assert not small or cell in found
        if small:
            assert not can_be_told(unknown, sums, cell), cell


@given(st.lists(st.integers(0, 25), min_size=1, max_size=7))
def test_no_few_of_a_partition_can_be_worked_out_together(sizes: list[int]) -> None:
    n = sum(sizes)
    assume(n >= LEAST)
    cells = {rank: Counted(size, n) for rank, size in enumerate(sizes)}
    found = hidden(cells, [dict.fromkeys(cells, 1)], LEAST)

    left = sum(sizes[rank] for rank in found)
    assert not few(left)
    assert not few(n - left)
    assert all(rank in found for rank, size in enumerate(sizes) if few(size))


def test_what_is_not_at_stake_is_shown() -> None:
    cells = {"a": Counted(20, 60), "b": Counted(18, 60), "c": Counted(22, 60)}

    assert hidden(cells, [dict.fromkeys(cells, 1)], LEAST) == {}


def test_the_smallest_that_helps_is_hidden_too() -> None:
    cells = {"a": Counted(30, 43), "b": Counted(10, 43), "c": Counted(3, 43)}

    found = hidden(cells, [dict.fromkeys(cells, 1)], LEAST)
    assert found == {"c": "few", "b": "subtraction"}


def test_a_number_hidden_for_nothing_is_shown_again() -> None:
    cells = {
        "a": Counted(12, 25),
        "right": Counted(8, 25),
        "c": Counted(3, 25),
        "d": Counted(2, 25),
        "mean": Counted(8, 25),
    }
    sums = [dict.fromkeys(("a", "right", "c", "d"), 1), {"right": 1, "mean": -1}]

    found = hidden(cells, sums, LEAST)
    assert "right" not in found
    assert found == {"c": "few", "d": "few"}


def test_what_is_hidden_in_any_case_stays_so() -> None:
    cells = {"a": Counted(10, 40), "b": Counted(30, 40)}

    found = hidden(cells, [dict.fromkeys(cells, 1)], LEAST, ["a"])
    assert found["a"] == "subtraction"


@given(SIZES)
def test_groups_that_are_merged_are_no_few_people(sizes: dict[int, int]) -> None:
    found = merged(sizes, LEAST)
    together = sum(sizes[each] for each in found)

    assert {each for each, size in sizes.items() if size < LEAST} <= found
    assert not found or together >= LEAST or found == frozenset(sizes)
    assert len(found) != 1 or found == frozenset(sizes)
