"""Answers, positions and runs are facts: checked once, never changed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOON, answer, choice, short_answer
from tutor.domain.answer import Positioning, Record, RunStarted
from tutor.domain.response import (
    Picked,
    Placed,
    Response,
    Typed,
    as_response,
    as_stored,
)
from tutor.domain.verdict import Verdict

REFUSED = [
    ("credit", 1.1),
    ("credit", -0.1),
    ("certainty", 0),
    ("certainty", 4),
    ("hints", -1),
    ("seconds", -1),
    ("at", datetime(2026, 11, 22, 12, 0)),  # noqa: DTZ001 - a moment without zone
    ("surprise", 1),
]
SURE = [
    (3, 0.0, True),
    (3, 0.2, False),
    (3, 1.0, False),
    (2, 0.0, False),
    (None, 0.0, False),
]


def run(name: str, minutes: int, *, ended: bool = False) -> RunStarted:
    """Return a run last touched some minutes after noon."""
    return RunStarted(
        id=name,
        course="essai",
        target="bases",
        kind="lesson",
        seed=1,
        at=NOON,
        touched=NOON + timedelta(minutes=minutes),
        ended=ended,
    )


def position(code: str, value: str, days: int) -> Positioning:
    """Return a position taken some days after noon."""
    at = NOON + timedelta(days=days)
    return Positioning(id=str(days), course="essai", code=code, value=value, at=at)


@pytest.mark.parametrize(("field", "value"), REFUSED)
def test_an_answer_that_makes_no_sense_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        answer(**{field: value})


def test_an_answer_never_changes() -> None:
    given_answer = answer()
    with pytest.raises(ValueError, match="frozen"):
        given_answer.credit = 0.0  # type: ignore[misc]


@pytest.mark.parametrize(("certainty", "credit", "expected"), SURE)
def test_only_full_certainty_with_no_credit_is_sure_and_wrong(
    certainty: int | None, credit: float, expected: bool
) -> None:
    found = answer(certainty=certainty, credit=credit)
    assert found.is_sure_and_wrong is expected


@pytest.mark.parametrize(
    ("credit", "expected"), [(1.0, True), (0.999999, False), (0, False)]
)
def test_only_the_whole_credit_is_right(credit: float, expected: bool) -> None:
    assert Verdict(credit=credit).is_right is expected


@pytest.mark.parametrize("value", ["1", "5", "N", "I", "C"])
def test_a_position_is_a_degree_or_a_level(value: str) -> None:
    assert position("C5.N.1", value, 0).value == value


@pytest.mark.parametrize("value", ["0", "6", "n", "", "NI", "X"])
def test_a_position_off_the_scale_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="value"):
        position("C5.N.1", value, 0)


def test_the_last_run_is_the_unfinished_one_touched_last() -> None:
    runs = (run("a", 5), run("b", 9), run("c", 12, ended=True), run("d", 7))
    found = Record(runs=runs).last_run()
    assert found is not None
    assert found.id == "b"


def test_where_the_clock_was_set_back_what_lies_ahead_comes_last() -> None:
    before, ahead = run("a", 5), run("b", 600)
    now = NOON + timedelta(minutes=10)

    assert Record(runs=(before, ahead)).last_run(now) == before
    assert Record(runs=(before, ahead)).last_run() == ahead
    assert Record(runs=(ahead,)).last_run(now) == ahead


@pytest.mark.parametrize("runs", [(), (run("a", 1, ended=True),)])
def test_without_an_unfinished_run_there_is_nothing_to_resume(
    runs: tuple[RunStarted, ...],
) -> None:
    assert Record(runs=runs).last_run() is None


def test_the_position_on_a_code_is_the_latest_whatever_the_order() -> None:
    taken = (
        position("C5.N.1", "2", 1),
        position("C5.N.1", "4", 9),
        position("C5.N.1", "3", 5),
        position("C5", "N", 20),
    )
    found = Record(positionings=taken).positioning("C5.N.1")
    assert found is not None
    assert found.value == "4"
    assert Record(positionings=taken).positioning("C1.N.1") is None


STORED: list[tuple[str, Response, list[int] | str]] = [
    ("qrm", Picked(options=frozenset({3, 0, 2})), [0, 2, 3]),
    ("qru", Picked(options=frozenset()), []),
    ("qroc", Typed(text=" Le DMP "), " Le DMP "),
    ("tcs", Placed(values=(-2, 0, 0)), [-2, 0, 0]),
]


@pytest.mark.parametrize(("kind", "response", "stored"), STORED)
def test_a_response_is_stored_as_sorted_positions_words_or_values(
    kind: str, response: Response, stored: list[int] | str
) -> None:
    assert as_stored(response) == stored
    assert as_response(kind, stored) == response


@given(st.frozensets(st.integers(0, 24)))
def test_any_ticks_come_back_from_the_store_as_they_went(ticks: frozenset[int]) -> None:
    response = Picked(options=ticks)
    assert as_response("qrpl", as_stored(response)) == response


@given(st.lists(st.integers(-2, 2), max_size=6))
def test_any_values_come_back_from_the_store_in_their_order(values: list[int]) -> None:
    response = Placed(values=tuple(values))
    assert as_response("tcs", as_stored(response)) == response


MOST = [("qru", "x---", 1), ("qrp", "xx-", 2), ("qrpl", "xxx-------", 3)]


@pytest.mark.parametrize(("kind", "marks", "most"), MOST)
def test_ticks_are_capped_at_the_number_announced(
    kind: str, marks: str, most: int
) -> None:
    assert choice(kind, marks).most_ticks == most  # type: ignore[arg-type]


def test_a_qrm_says_nothing_of_how_many_are_right() -> None:
    assert choice("qrm", "xx---").most_ticks is None


def test_a_short_answer_lists_what_it_accepts_in_the_order_of_the_author() -> None:
    known = short_answer(("MSSanté", "messagerie sécurisée"), ("courriel",))
    assert known.accepted == ("MSSanté", "messagerie sécurisée")
