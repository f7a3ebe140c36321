"""A review lasts a quarter of an hour, at the person's own pace."""

from pathlib import Path
from typing import get_args

import pytest

from tests.factories import (
    StoppedClock,
    answer,
    choice,
    concordance,
    matching,
    ordering,
    relay,
    short_answer,
    words,
)
from tests.services.courses import desk_at
from tests.services.players import answered, finish
from tests.services.reviews import MANY, asked_by, many_due
from tutor.domain.answer import AnswerGiven
from tutor.domain.question import ChoiceKind, Question
from tutor.services.reviewing import (
    ENOUGH,
    LEAST,
    MOST,
    QUICKEST,
    USUAL,
    keep_minutes,
    minutes_of,
    pace_of,
    seconds_for,
)

pytestmark = pytest.mark.no_cover


def test_a_review_lasts_a_quarter_of_an_hour_unless_told_otherwise(
    tmp_path: Path,
) -> None:
    desk = many_due(tmp_path, StoppedClock())
    sizes = [len(asked_by(desk.review(minutes=m))) for m in (5, 15, 30, 60)]

    usual = len(asked_by(desk.review()))
    assert sizes[1] == usual == 14  # a minute each, and the correction read
    assert sizes == [4, 14, 29, 30]


def test_what_does_not_fit_stays_due(tmp_path: Path) -> None:
    desk = many_due(tmp_path, StoppedClock())
    run = desk.review(minutes=5)
    assert run is not None
    finish(run)
    desk.save(run)

    assert len(desk.standing().due) == 26
    assert desk.closing(run) == (
        "Prochaine révision\xa0: dès maintenant, 14 questions.",
    )


def test_the_longest_due_are_asked_first_when_time_is_short(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=MANY)
    for number in (7, 4, 19, 2):
        answered(desk, f"n-{number:02}", rightly=False)
        clock.forward(days=1)
    clock.forward(days=3)

    assert sorted(asked_by(desk.review(minutes=5))) == ["n-04", "n-07", "n-19"]


def test_what_was_missed_is_asked_before_what_was_not(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=MANY)
    for number in (7, 4, 19, 2):
        answered(desk, f"n-{number:02}", rightly=True, certainty=1)
        clock.forward(days=1)
    clock.forward(days=60)
    for number in (11, 12):
        answered(desk, f"n-{number:02}", rightly=False, certainty=1)
    clock.forward(days=20)

    assert {"n-11", "n-12"} < set(asked_by(desk.review(minutes=5)))


def test_one_question_is_asked_however_long_it_takes(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=MANY)
    slow = many_due(tmp_path, clock).record.answers[0]
    rows = [
        slow.model_copy(update={"id": f"{n:032x}", "seconds": 3000.0})
        for n in range(60)
    ]
    desk.close()
    later = desk_at(tmp_path, clock, chance=9)
    later.store.add(*rows)

    assert len(asked_by(later.review(minutes=5))) == 1


def test_the_time_a_person_chose_is_kept_with_the_store(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = many_due(tmp_path, clock)
    keep_minutes(desk.store, 30)
    assert len(asked_by(desk.review())) == 29
    desk.close()

    later = desk_at(tmp_path, clock)
    assert minutes_of(later.store.preferences()) == 30
    assert len(asked_by(later.review(minutes=5))) == 4


@pytest.mark.parametrize(
    ("kept", "minutes"),
    [
        *((n, n) for n in (LEAST, 20, MOST)),
        *((n, USUAL) for n in (LEAST - 1, MOST + 1, 0, -5, "20", 20.0, None, True)),
    ],
)
def test_a_time_no_review_can_take_counts_as_no_choice(
    kept: object, minutes: int
) -> None:
    assert minutes_of({"review_minutes": kept}) == minutes
    assert minutes_of({}) == USUAL


def times(kind: str, *seconds: float) -> list[AnswerGiven]:
    """Return answers of a kind that took these times."""
    return [
        answer(id=f"{n:032x}", kind=kind, seconds=each)
        for n, each in enumerate(seconds)
    ]


def test_a_persons_own_pace_needs_ten_answers_of_the_kind() -> None:
    nine = times("qru", *[40.0] * (ENOUGH - 1))
    assert pace_of(nine) == {}
    assert pace_of([*nine, *times("qrm", 30.0)]) == {}
    assert pace_of([*nine, *times("qru", 40.0)]) == {"qru": 40.0}


def test_an_answer_left_open_over_night_does_not_change_the_pace() -> None:
    assert pace_of(times("qru", *[40.0] * 9, 3600.0)) == {"qru": 40.0}


def test_a_clock_set_back_makes_nobody_infinitely_quick() -> None:
    assert pace_of(times("qru", *[0.0] * 12)) == {"qru": QUICKEST}


def test_without_a_pace_of_ones_own_the_times_of_the_course_stand() -> None:
    assert seconds_for(choice("qru"), {}) == 90
    assert seconds_for(choice("qrpl", "xx--------"), {"qru": 10.0}) == 120
    votes = (0, 1, 3, 10, 1)
    assert seconds_for(concordance(votes, votes, votes), {}) == 180


def test_reading_the_correction_is_added_to_ones_own_pace() -> None:
    long = choice(explanation=words("mot " * 94))  # and six words on its options
    assert seconds_for(long, {"qru": 40.0}) == 40 + 30


ONE_OF_EACH: list[Question] = [
    *(choice(kind) for kind in get_args(ChoiceKind)),
    *(short_answer(), matching(), ordering(), relay()),
]


@pytest.mark.parametrize("question", ONE_OF_EACH, ids=lambda question: question.kind)
def test_every_kind_of_question_has_a_time(question: Question) -> None:
    assert seconds_for(question, {}) >= 90
    assert seconds_for(question, {question.kind: 20.0}) >= 20
