"""A question comes back on a date that depends on its answers alone (rules, 22)."""

from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from fsrs import Rating
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOON, answer
from tutor.assessment.scheduling import due_dates, rating
from tutor.domain.answer import AnswerGiven

GRADES = [
    (0.0, None, Rating.Again),
    (0.0, 3, Rating.Again),
    (0.2, 1, Rating.Again),
    (0.499999, 3, Rating.Again),
    (0.5, None, Rating.Hard),
    (0.5, 3, Rating.Hard),
    (0.666667, 1, Rating.Hard),
    (0.999999, 3, Rating.Hard),
    (1.0, None, Rating.Good),
    (1.0, 1, Rating.Good),
    (1.0, 2, Rating.Good),
    (1.0, 3, Rating.Easy),
]
DAY = timedelta(days=1)


@pytest.mark.parametrize(("credit", "certainty", "grade"), GRADES)
def test_credit_and_certainty_give_the_grade(
    credit: float, certainty: int | None, grade: Rating
) -> None:
    assert rating(credit, certainty) is grade


def given_on(day: float, **fields: object) -> AnswerGiven:
    """Return an answer given some days after noon."""
    return answer(at=NOON + timedelta(days=day), **fields)


def wait(*answers: AnswerGiven) -> timedelta:
    """Return how long after its last answer a question comes back."""
    return due_dates(answers)["q-1"] - max(each.at for each in answers)


def test_without_answers_nothing_comes_back() -> None:
    assert due_dates([]) == {}


@pytest.mark.parametrize("credit", [0.0, 0.5, 1.0])
def test_a_question_comes_back_in_days_never_in_minutes(credit: float) -> None:
    assert wait(answer(credit=credit)) >= DAY
    assert wait(answer(credit=1.0), given_on(2, credit=credit)) >= DAY


def test_the_better_the_answer_the_later_it_comes_back() -> None:
    waits = [
        wait(answer(credit=0.0)),
        wait(answer(credit=0.5)),
        wait(answer(credit=1.0, certainty=2)),
        wait(answer(credit=1.0, certainty=3)),
    ]
    assert waits == sorted(waits)
    assert waits[0] < waits[2] < waits[3]


def test_each_success_makes_the_next_wait_longer() -> None:
    answers = [answer(certainty=2)]
    waits = [wait(*answers)]
    for _ in range(4):
        moment = answers[-1].at + waits[-1]
        answers.append(answer(at=moment, certainty=2))
        waits.append(wait(*answers))
    assert waits == sorted(set(waits))


def test_a_failure_brings_a_known_question_back_soon() -> None:
    known = [given_on(0, certainty=3), given_on(10, certainty=3)]
    assert wait(*known, given_on(60, credit=0.0)) < wait(*known, given_on(60)) / 4


def test_questions_are_scheduled_apart() -> None:
    found = due_dates([answer(question="a"), given_on(5, question="b", credit=0.0)])
    assert found["a"] == due_dates([answer(question="a")])["a"]
    assert found["b"] > NOON + 5 * DAY


def test_what_was_answered_in_a_dossier_is_left_out() -> None:
    inside = answer(question="d", dossier="d-1", step=0)
    assert due_dates([inside]) == {}
    later = given_on(3, credit=0.0, dossier="d-1", step=0)
    assert due_dates([answer(), later]) == due_dates([answer()])


def test_a_date_is_in_utc_whatever_zone_an_answer_was_written_in() -> None:
    paris = timezone(timedelta(hours=2))
    local = answer(at=datetime(2026, 7, 1, 0, 30, tzinfo=paris))
    utc = answer(at=datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    read = AnswerGiven.model_validate_json(local.model_dump_json())
    assert due_dates([local]) == due_dates([utc]) == due_dates([read])
    assert due_dates([local])["q-1"].utcoffset() == timedelta(0)


@st.composite
def histories(draw: st.DrawFn) -> list[AnswerGiven]:
    """Draw answers to a few questions at distinct moments."""
    hours = draw(st.lists(st.integers(0, 24 * 90), max_size=12, unique=True))
    return [
        given_on(
            hour / 24,
            question=draw(st.sampled_from("abc")),
            credit=draw(st.sampled_from([0.0, 0.2, 0.5, 1.0])),
            certainty=draw(st.sampled_from([None, 1, 2, 3])),
        )
        for hour in hours
    ]


@settings(deadline=None)
@given(histories(), st.integers())
def test_the_same_answers_in_any_order_give_the_same_dates(
    answers: list[AnswerGiven], seed: int
) -> None:
    mixed = Random(seed).sample(answers, len(answers))
    found = due_dates(answers)
    assert due_dates(mixed) == found
    assert due_dates(iter(answers)) == found
    assert found.keys() == {each.question for each in answers}


@settings(deadline=None)
@given(histories())
def test_a_question_comes_back_after_it_was_last_answered(
    answers: list[AnswerGiven],
) -> None:
    for question, due in due_dates(answers).items():
        last = max(each.at for each in answers if each.question == question)
        assert due >= last + DAY


CREDITS = st.floats(0, 1).map(lambda credit: round(credit, 6))
CERTAINTIES = st.sampled_from([None, 1, 2, 3])


@given(CREDITS, CREDITS, CERTAINTIES)
def test_a_better_answer_never_gets_a_lower_grade(
    one: float, other: float, certainty: int | None
) -> None:
    low, high = sorted([one, other])
    assert rating(low, certainty) <= rating(high, certainty)


@given(CREDITS, CERTAINTIES, CERTAINTIES)
def test_certainty_tells_only_between_two_right_answers(
    credit: float, one: int | None, other: int | None
) -> None:
    differs = rating(credit, one) is not rating(credit, other)
    assert not differs or (credit == 1 and (one == 3) != (other == 3))


@pytest.mark.parametrize(
    ("credit", "certainty", "days"),
    [
        *((0.0, certainty, 1) for certainty in (None, 1, 2, 3)),
        *((0.5, certainty, 1) for certainty in (None, 1, 2, 3)),
        *((1.0, certainty, 2) for certainty in (None, 1, 2)),
        (1.0, 3, 8),
    ],
)
def test_the_first_waits_are_those_told_to_the_intern(
    credit: float, certainty: int | None, days: int
) -> None:
    first = answer(credit=credit, certainty=certainty)
    assert round(wait(first) / DAY) == days


def test_neither_hints_nor_the_time_taken_move_a_date() -> None:
    plain = due_dates([answer(certainty=2)])
    assert due_dates([answer(certainty=2, hints=2, seconds=900.0)]) == plain
