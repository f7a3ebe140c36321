"""A session takes up what divides and what misleads, and its minutes add up."""

from collections.abc import Sequence
from functools import cache

import pytest

from tests.cohort.cohorts import ParisClock, collected_from, small_course
from tests.cohort.samples import SECRET, sample_bundles
from tests.course.shipped import course
from tests.domain.bundles import handed_answer, handed_bundle
from tutor.cohort.debrief import debrief
from tutor.domain.bundle import Bundle
from tutor.domain.course import Course
from tutor.domain.debrief import Debrief
from tutor.domain.errors import WrongUseError
from tutor.domain.figures import Estimate
from tutor.domain.question import Choice, key_hash


def session(
    bundles: Sequence[Bundle],
    of: Course | None = None,
    minutes: int = 20,
    least: int = 5,
) -> Debrief:
    """Return the session about some bundles."""
    found = of or course()
    with collected_from(bundles, found) as collected:
        clock = ParisClock()
        return debrief(
            collected, found, minutes=minutes, least_group=least, clock=clock
        )


@cache
def crowd() -> tuple[Bundle, ...]:
    """Return the bundles of thirty people."""
    return sample_bundles(30, seed=3)


def group(ticks: str, certainty: int = 2, question: str = "a-qru") -> list[Bundle]:
    """Return bundles of people who each ticked one option of a QRU."""
    asked = next(
        q for u in small_course().units for q in u.questions if q.id == question
    )
    assert isinstance(asked, Choice)
    return [
        handed_bundle(
            bundle_id=f"{n:032x}",
            learner_id=f"{n:032x}",
            answers=(
                handed_answer(
                    n,
                    question=question,
                    key_hash=key_hash(asked),
                    response=[int(tick)],
                    credit=float(asked.options[int(tick)].right),
                    certainty=certainty,
                ),
            ),
        )
        for n, tick in enumerate(ticks)
    ]


@pytest.mark.parametrize("minutes", [10, 20, 45, 180])
def test_the_minutes_add_up_whatever_the_length(minutes: int) -> None:
    found = session(crowd(), minutes=minutes)

    assert found.talks
    ends = [talk.start + talk.minutes for talk in found.talks]
    assert [talk.start for talk in found.talks] == [found.opening, *ends[:-1]]
    assert found.closing == minutes - ends[-1] >= 2
    assert all(talk.minutes >= 4 for talk in found.talks)


def test_a_session_takes_up_what_divides_and_what_misleads() -> None:
    found = session(crowd(), minutes=40)

    reasons = [reason for talk in found.talks for reason in talk.reasons]
    assert set(reasons) == {"divides", "sure"}
    order = [q.id for u in course().units for q in u.questions]
    places = [order.index(talk.question) for talk in found.talks]
    assert places == sorted(places)
    for talk in found.talks:
        assert talk.stem
        assert talk.people >= 5
        assert isinstance(talk.credit, Estimate)


def test_two_even_camps_divide() -> None:
    (talk,) = session(group("000000111111"), small_course()).talks

    assert talk.reasons == ("divides",)
    assert talk.question == "a-qru"
    shares = [each.chosen for each in talk.options[:2]]
    assert [round(s.value, 2) for s in shares if isinstance(s, Estimate)] == [0.5, 0.5]
    assert [each.is_right for each in talk.options][:2] == [True, False]


def test_a_group_sure_of_what_is_wrong_is_misled() -> None:
    (talk,) = session(group("1111111111", 3), small_course()).talks

    assert talk.reasons == ("sure",)
    assert isinstance(talk.sure_wrong, Estimate)
    assert talk.sure_wrong.value == 1


def test_nothing_is_taken_up_where_all_agree_or_few_answered() -> None:
    assert session(group("0" * 12), small_course()).talks == ()
    assert session(group("0011"), small_course()).talks == ()
    empty = session((), small_course())
    assert (empty.talks, empty.closing) == ((), 18)


def test_what_tells_of_a_few_people_is_not_taken_up() -> None:
    assert session(group("000011111111"), small_course()).talks == ()


def test_one_misconception_is_talked_about_once() -> None:
    found = session(crowd(), minutes=120)

    assert len(found.talks) <= 8
    seen: set[str] = set()
    for talk in found.talks:
        mine = {
            option.misconception
            for unit in course().units
            for question in unit.questions
            if question.id == talk.question and isinstance(question, Choice)
            for option in question.options
            if option.misconception
        }
        assert seen.isdisjoint(mine)
        seen |= mine


def test_no_word_of_a_person_is_in_it() -> None:
    assert SECRET not in session(crowd()).model_dump_json()


@pytest.mark.parametrize("minutes", [9, 181])
def test_a_session_has_a_length(minutes: int) -> None:
    with pytest.raises(WrongUseError):
        session((), small_course(), minutes=minutes)
