"""Which answers count, and how much each weighs (rules, 18)."""

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOON, StoppedClock, answer
from tutor.domain.answer import AnswerGiven
from tutor.domain.evidence import format_weight, weigh

TODAY = StoppedClock(NOON)
AGES = [(0, 1.0), (1, 2 ** (-1 / 60)), (30, 2**-0.5), (60, 0.5), (120, 0.25)]
FORMATS = [
    ("qru", 1.0),
    ("qrm", 1.0),
    ("qrpl", 1.0),
    ("qroc", 1.0),
    ("kfp", 1.0),
    ("appariement", 1.0),
    ("ordre", 1.0),
    ("qrp", 0.5),
    ("tcs", 0.5),
    ("relais", 0.5),
]


class IslandClock(StoppedClock):
    """A clock where the day begins eleven hours before it does in Greenwich."""

    def local_day(self, moment: datetime) -> date:
        """Return the day it is on the island."""
        return moment.astimezone(timezone(timedelta(hours=11))).date()


def days_ago(days: float, **fields: object) -> AnswerGiven:
    """Return an answer given some days before noon."""
    return answer(at=NOON - timedelta(days=days), **fields)


def in_step(
    name: str, step: int = 0, dossier: str = "d-1", days: float = 0
) -> AnswerGiven:
    """Return an answer given in a step of a dossier."""
    return days_ago(days, question=name, dossier=dossier, step=step)


def weights(*answers: AnswerGiven) -> dict[str, float]:
    """Return what each question weighs; each is answered on one day only."""
    return {row.answer.question: row.weight for row in weigh(answers, TODAY)}


def test_without_answers_nothing_counts() -> None:
    assert weigh([], TODAY) == []


@pytest.mark.parametrize(("age", "weight"), AGES)
def test_a_weight_halves_every_sixty_days(age: int, weight: float) -> None:
    assert weights(days_ago(age)) == {"q-1": pytest.approx(weight)}


@pytest.mark.parametrize("days", [-0.6, -1, -400])
def test_a_date_in_the_future_has_no_age(days: float) -> None:
    assert weights(days_ago(days)) == {"q-1": 1.0}


@pytest.mark.parametrize(("kind", "weight"), FORMATS)
def test_a_format_that_tells_little_weighs_half(kind: str, weight: float) -> None:
    assert format_weight(answer(kind=kind)) == weight
    assert weights(answer(kind=kind)) == {"q-1": weight}


def test_an_answer_marked_by_oneself_weighs_half() -> None:
    assert format_weight(answer(kind="qroc", self_marked=True)) == 0.5


def test_age_and_format_multiply() -> None:
    assert weights(days_ago(60, kind="qrp")) == {"q-1": pytest.approx(0.25)}


def test_of_one_day_only_the_latest_answer_to_a_question_counts() -> None:
    first = days_ago(0.3, id="first", credit=0.0)
    last = days_ago(0.1, id="last", credit=1.0)
    assert [row.answer.id for row in weigh([last, first], TODAY)] == ["last"]
    assert weights(first, last) == {"q-1": 1.0}


def test_another_question_of_the_same_day_counts_as_well() -> None:
    assert weights(days_ago(0.3), days_ago(0.1, question="q-2")) == {
        "q-1": 1.0,
        "q-2": 1.0,
    }


def test_the_same_question_counts_again_on_another_day() -> None:
    found = weigh([days_ago(60), days_ago(0)], TODAY)
    assert [row.weight for row in found] == pytest.approx([0.5, 1.0])


def test_a_day_is_the_one_of_the_place_where_the_person_is() -> None:
    evening = datetime(2026, 11, 20, 12, 59, tzinfo=UTC)
    night = datetime(2026, 11, 20, 13, 1, tzinfo=UTC)
    answers = [answer(at=evening), answer(at=night)]
    assert len(weigh(answers, TODAY)) == 1
    island = weigh(answers, IslandClock(NOON))
    assert [row.weight for row in island] == pytest.approx(
        [2 ** (-2 / 60), 2 ** (-1 / 60)]
    )


def test_a_step_of_a_dossier_shares_one_weight_among_its_questions() -> None:
    found = weights(in_step("a"), in_step("b"), in_step("c"))
    assert found == {name: pytest.approx(1 / 3) for name in "abc"}


def test_age_and_format_count_within_a_step_too() -> None:
    old = days_ago(60, question="a", kind="qrp", dossier="d-1", step=0)
    assert weights(old, in_step("b", days=60)) == {
        "a": pytest.approx(0.125),
        "b": pytest.approx(0.25),
    }


def test_steps_dossiers_days_and_loose_questions_share_nothing() -> None:
    found = weights(
        in_step("a", step=0),
        in_step("b", step=1),
        in_step("c", step=0, dossier="d-2"),
        in_step("d", step=0, days=60),
        answer(question="e"),
    )
    assert found == pytest.approx({"a": 1, "b": 1, "c": 1, "d": 0.5, "e": 1})


def test_answering_again_in_a_step_does_not_thin_it_out() -> None:
    again = answer(question="a", dossier="d-1", step=0, at=NOON + timedelta(hours=1))
    assert weights(in_step("a"), again, in_step("b")) == {"a": 0.5, "b": 0.5}


def test_dossier_answers_without_a_step_weigh_whole() -> None:
    opening = [answer(question=name, dossier="d-1") for name in "ab"]
    found = weights(*opening, in_step("c"), in_step("d"))
    assert found == {"a": 1.0, "b": 1.0, "c": 0.5, "d": 0.5}


@st.composite
def histories(draw: st.DrawFn) -> list[AnswerGiven]:
    """Draw answers at distinct moments, loose or in a dossier."""
    hours = draw(st.lists(st.integers(0, 24 * 40), max_size=12, unique=True))
    return [
        days_ago(
            hour / 24,
            id=str(hour),
            question=draw(st.sampled_from("abc")),
            dossier=draw(st.sampled_from([None, "d-1"])),
            step=draw(st.integers(0, 1)),
            credit=draw(st.floats(0, 1)),
        )
        for hour in hours
    ]


@settings(deadline=None)
@given(histories(), st.integers())
def test_the_order_in_which_answers_are_read_never_matters(
    answers: list[AnswerGiven], seed: int
) -> None:
    mixed = Random(seed).sample(answers, len(answers))
    assert weigh(mixed, TODAY) == weigh(answers, TODAY)


@settings(deadline=None)
@given(histories())
def test_no_answer_weighs_more_than_one_or_nothing_at_all(
    answers: list[AnswerGiven],
) -> None:
    found = weigh(answers, TODAY)
    assert all(0 < row.weight <= 1 for row in found)
    assert len(found) <= len(answers)
