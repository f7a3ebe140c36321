"""Two stores put together lose nothing, and neither side comes first."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOON
from tests.store.homes import COURSE, begun, numbered
from tests.store.test_round_trip import ANSWERS, NOTES, POSITIONINGS, RUNS
from tutor.domain.answer import AnswerGiven, Note, Positioning, Record, RunStarted
from tutor.domain.value import Value
from tutor.store.merging import Gain, is_empty, merge
from tutor.store.opening import Opened
from tutor.store.storage import CrashSafeStorage, Tables
from tutor.store.store import Store

pytestmark = pytest.mark.no_cover

TABLE_OF = {
    AnswerGiven: "answers",
    Positioning: "positionings",
    Note: "notes",
    RunStarted: "runs",
}
META = {"1": {"format": 1}}


def tables_with(*facts: Value, **preferences: object) -> Tables:
    """Return a store that holds some facts."""
    tables: Tables = {"meta": META}
    for fact in facts:
        rows = tables.setdefault(TABLE_OF[type(fact)], {})
        rows[str(len(rows) + 1)] = fact.model_dump(mode="json")
    if preferences:
        tables["preferences"] = {"1": preferences}
    return tables


def record_of(tables: Tables, course: str = COURSE) -> Record:
    """Return what a store would read of a course."""
    storage = CrashSafeStorage(Path("nowhere.json"), tables, read_only=True)
    return Store(Opened(storage, None, ())).record(course)


def later(run: RunStarted, hours: int) -> RunStarted:
    """Return a run as it stands some hours later."""
    passed = (*run.passed, f"bloc-{hours}")
    moved = {"touched": run.touched + timedelta(hours=hours), "passed": passed}
    return run.model_copy(update=moved)


FACTS = st.lists(
    ANSWERS
    | POSITIONINGS
    | NOTES
    | RUNS.map(lambda run: run.model_copy(update={"touched": NOON})),
    max_size=8,
    unique_by=lambda row: row.id,
)


@st.composite
def two_machines(draw: st.DrawFn) -> tuple[Tables, Tables]:
    """Return two stores of one person: some facts on either, some on both."""
    here, there = [], []
    for fact in draw(FACTS):
        place = draw(st.sampled_from(["here", "there", "both"]))
        mine = theirs = fact
        if isinstance(fact, RunStarted):
            mine = later(fact, draw(st.integers(0, 3)))
            theirs = later(fact, draw(st.integers(0, 3)))
        here += [mine] if place != "there" else []
        there += [theirs] if place != "here" else []
    return tables_with(*here, certainty=True), tables_with(*there, certainty=False)


@given(two_machines())
def test_two_machines_merged_both_ways_give_the_same_record(
    machines: tuple[Tables, Tables],
) -> None:
    here, there = machines
    one, other = merge(here, there).tables, merge(there, here).tables

    for course in (COURSE, "autre-cours"):
        assert record_of(one, course) == record_of(other, course)


@given(two_machines())
def test_nothing_is_lost_and_a_second_time_brings_nothing(
    machines: tuple[Tables, Tables],
) -> None:
    here, there = machines
    merged = merge(here, there)

    for tables in machines:
        assert merge(merged.tables, tables).brings_nothing
        for name, rows in tables.items():
            if name not in {"meta", "preferences"}:
                kept = {row["id"] for row in merged.tables[name].values()}
                assert {row["id"] for row in rows.values()} <= kept
    assert merge(merged.tables, there).tables == merged.tables


@given(two_machines(), two_machines())
def test_three_machines_may_meet_in_any_order(
    first: tuple[Tables, Tables], second: tuple[Tables, Tables]
) -> None:
    one, two, three = *first, second[0]
    left = merge(merge(one, two).tables, three).tables
    right = merge(one, merge(two, three).tables).tables

    assert record_of(left) == record_of(right)


def test_of_a_run_the_state_touched_last_stays() -> None:
    early, late = begun(), later(begun(), 2)

    (kept,) = record_of(merge(tables_with(early), tables_with(late)).tables).runs
    assert kept == late
    merged = merge(tables_with(late), tables_with(early))
    assert record_of(merged.tables).runs == (late,)
    assert merged.brings_nothing


def test_what_each_table_gained_is_counted() -> None:
    here = tables_with(numbered(1), numbered(2), begun())
    there = tables_with(numbered(2), numbered(3), later(begun(), 1))

    assert merge(here, there).gains == (
        Gain("answers", added=1, known=1, renewed=0),
        Gain("runs", added=0, known=0, renewed=1),
    )


def test_what_the_person_chose_here_stays_unless_nothing_was_done_here() -> None:
    here = tables_with(numbered(1), certainty=False)
    there = tables_with(numbered(2), certainty=True, track="tout")

    assert merge(here, there).tables["preferences"] == {"1": {"certainty": False}}
    empty = tables_with(certainty=False)
    assert is_empty(empty)
    assert merge(empty, there).tables["preferences"] == there["preferences"]
    assert merge(tables_with(numbered(1)), there).tables["preferences"]


def test_a_table_nobody_knows_is_merged_too() -> None:
    here: Tables = {"dessins": {"1": {"id": "a"}}, "mots": {"1": {"mot": "un"}}}
    there: Tables = {"dessins": {"1": {"id": "b"}}, "mots": {"7": {"mot": "un"}}}

    tables = merge(here, there).tables
    assert [row["id"] for row in tables["dessins"].values()] == ["a", "b"]
    assert tables["mots"] == {"1": {"mot": "un"}}


def test_answers_come_out_in_the_order_they_were_given() -> None:
    first = numbered(1, at=NOON - timedelta(days=2))
    second, third = numbered(2, at=NOON - timedelta(days=1)), numbered(3)

    merged = merge(tables_with(third, first), tables_with(second))
    assert record_of(merged.tables).answers == (first, second, third)
