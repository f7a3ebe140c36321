"""A copy and what the last write brought make the store again."""

from hypothesis import given
from hypothesis import strategies as st

from tutor.store.last_write import Rows, brought, with_last_write

META: Rows = {"meta": {"1": {"format": 1}}}
ONCE = frozenset({"answers"})
NUMBERS = st.integers(1, 9).map(str)
ANSWERS = st.dictionaries(NUMBERS, st.integers(1, 9), max_size=6)
RUNS = st.dictionaries(NUMBERS, st.fixed_dictionaries({"passed": st.integers(0, 3)}))


@st.composite
def written(draw: st.DrawFn) -> tuple[Rows, Rows]:
    """Return a store before and after a write."""
    answers = {n: {"id": f"a{n}", "credit": c} for n, c in draw(ANSWERS).items()}
    runs = draw(RUNS)
    more = {n: {"id": f"a{n}", "credit": c} for n, c in draw(ANSWERS).items()}
    later = {n: {**row, "passed": 4} for n, row in runs.items()}
    before = {**META, "answers": answers, "runs": runs}
    after = {**META, "answers": {**more, **answers}, "runs": later}
    return before, {**after, "preferences": {"1": {"certainty": draw(st.booleans())}}}


@given(written())
def test_the_state_before_and_what_was_brought_make_the_state_after(
    write: tuple[Rows, Rows],
) -> None:
    before, after = write

    assert with_last_write(before, brought(before, after, ONCE)) == after


@given(written())
def test_brought_twice_changes_nothing_more(write: tuple[Rows, Rows]) -> None:
    before, after = write

    assert with_last_write(after, brought(before, after, ONCE)) == after


def test_rows_that_changed_numbers_are_compared_where_that_can_be() -> None:
    before: Rows = {**META, "answers": {"1": {"id": "b"}}}
    after: Rows = {**META, "answers": {"1": {"id": "a"}, "2": {"id": "b"}}}

    made = with_last_write(before, brought(before, after))

    assert {row["id"] for row in made["answers"].values()} == {"a", "b"}
    assert len(made["answers"]) == 2


def test_an_older_copy_that_numbers_others_so_keeps_its_own_rows() -> None:
    copy = {**META, "answers": {"1": {"id": "a"}, "2": {"id": "b"}}}
    last = {**META, "answers": {"2": {"id": "c"}, "3": {"id": "a"}}}

    rows = with_last_write(copy, last)["answers"]

    assert sorted(row["id"] for row in rows.values()) == ["a", "b", "c"]
    assert (rows["1"], rows["2"]) == ({"id": "a"}, {"id": "b"})


def test_what_another_format_brought_is_passed_over() -> None:
    copy: Rows = {**META, "answers": {}}
    last: Rows = {"meta": {"1": {"format": 2}}, "answers": {"1": {"id": "a"}}}

    assert with_last_write(copy, last) == copy
    assert with_last_write(copy, {}) == copy
