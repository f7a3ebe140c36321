"""What comes back for review, when, and in what order."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.factories import NOON, StoppedClock
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, answered, finish, played
from tutor.services.desk import Desk

pytestmark = pytest.mark.no_cover

ANTIPODES = timezone(timedelta(hours=13))


class FarClock(StoppedClock):
    """A clock of the other side of the world."""

    def local_day(self, moment: datetime) -> date:
        """Return the day it is there."""
        return moment.astimezone(ANTIPODES).date()


def until_due(desk: Desk, clock: StoppedClock, question: str) -> None:
    """Move on, day by day, until a question is due."""
    for _ in range(60):
        if question in desk.standing().due:
            return
        clock.forward(days=1)
    raise AssertionError(f"{question} never comes back")


def test_nothing_is_due_before_anything_was_answered(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)

    assert desk.standing().due == ()
    assert desk.standing().due_days == {}
    assert desk.review() is None


@pytest.mark.parametrize("rightly", [True, False])
def test_an_answer_never_comes_back_the_same_day(
    tmp_path: Path, *, rightly: bool
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=rightly)

    assert desk.standing().due == ()
    until_due(desk, clock, "b-un")
    days = (clock.moment - NOON).days
    assert (days == 1) is not rightly
    assert desk.standing().due_days["b-un"] == clock.moment.date().isoformat()


def test_it_is_due_from_the_first_hour_of_its_local_day(tmp_path: Path) -> None:
    clock = StoppedClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=False)
    clock.moment = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)
    assert desk.standing().due == ()
    clock.moment = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)

    assert desk.standing().due == ("b-un",)


def test_the_day_is_that_of_the_person_not_that_of_greenwich(tmp_path: Path) -> None:
    clock = FarClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))  # already the 23rd
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=False)

    assert desk.standing().due_days == {"b-un": "2026-11-24"}
    clock.moment = datetime(2026, 11, 23, 10, 59, tzinfo=UTC)
    assert desk.standing().due == ()
    clock.moment = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    assert desk.standing().due == ("b-un",)


def test_questions_of_lessons_and_banks_come_back_those_of_dossiers_never(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    for target in ("alpha", "banque", "cas-1", "cas"):
        played(desk, target, rightly=False)
    answered(desk, "cas-1-b", rightly=False)
    clock.forward(days=40)

    due = set(desk.standing().due)
    assert due == {"a-qru", "a-mots", "a-qrm", "b-un", "b-deux", "b-liste", "b-tcs"}


def test_a_question_that_left_the_course_is_not_due(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "banque", rightly=False)
    desk.close()
    files = {**SMALL, "quizzes/banque.md": front("banque") + qru("b-deux", "--x")}
    clock.forward(days=2)

    assert desk_at(tmp_path, clock, files=files).standing().due == ("b-deux",)


def test_sure_and_wrong_comes_first_then_the_longest_due(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-deux", rightly=False, certainty=1)
    clock.forward(days=1)
    answered(desk, "a-qru", rightly=False, certainty=2)
    answered(desk, "b-un", rightly=False, certainty=3)
    clock.forward(days=5)

    standing = desk.standing()
    assert standing.due == ("b-un", "b-deux", "a-qru")
    assert standing.dangerous == {"b-un"}


def test_a_later_answer_takes_sure_and_wrong_away(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=False, certainty=3)
    clock.forward(days=1)
    answered(desk, "b-un", rightly=False, certainty=1)
    clock.forward(days=5)

    assert desk.standing().due == ("b-un",)
    assert desk.standing().dangerous == frozenset()


def test_a_review_asks_what_is_due_and_takes_it_off(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "banque", rightly=False, certainty=2)
    clock.forward(days=3)
    due = desk.standing().due
    run = desk.review()

    assert run is not None
    assert run.started.kind == "review"
    assert sorted(question.id for question in run.questions) == sorted(due)
    assert run.started.questions == tuple(question.id for question in run.questions)
    finish(run)
    desk.save(run)
    assert desk.standing().due == ()
    assert desk.review() is None


def test_a_review_left_in_the_middle_resumes_with_the_same_questions(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "banque", rightly=False)
    clock.forward(days=3)
    run = desk.review()
    assert run is not None
    answer_here(run)
    desk.save(run)
    played(desk, "beta", rightly=False)
    clock.forward(days=3)
    desk.close()

    later = desk_at(tmp_path, clock, chance=9)
    again = later.review()
    assert again is not None
    assert again.started.id == run.started.id
    assert [stop.key for stop in again.stops] == [stop.key for stop in run.stops]
    assert (again.index, len(again.given)) == (1, 1)


def test_a_seed_begins_a_review_anew_from_what_is_due_now(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "banque", rightly=False)
    clock.forward(days=3)
    run = desk.review()
    assert run is not None
    answer_here(run)
    desk.save(run)
    again = desk.review(seed=11, shuffled=False)

    assert again is not None
    assert again.started.id != run.started.id
    assert (again.started.seed, again.started.shuffled) == (11, False)
    assert len(again.questions) == 3


def test_a_review_drops_a_question_that_left_meanwhile(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "banque", rightly=False)
    clock.forward(days=3)
    run = desk.review()
    assert run is not None
    desk.save(run)
    desk.close()
    files = {**SMALL, "quizzes/banque.md": front("banque") + qru("b-deux", "--x")}

    again = desk_at(tmp_path, clock, files=files).review()
    assert again is not None
    assert [stop.key for stop in again.stops] == ["b-deux", "fin:revision"]


def test_a_lesson_called_revision_is_not_taken_for_the_review(tmp_path: Path) -> None:
    clock = StoppedClock()
    named = {"content/09.md": front("revision") + qru("r-un") + qru("r-deux")}
    desk = desk_at(tmp_path, clock, files={**SMALL, **named})
    played(desk, "banque", rightly=False)
    lesson = desk.start("revision")
    answer_here(lesson)
    desk.save(lesson)
    clock.forward(days=3)
    review = desk.review()

    assert review is not None
    assert review.started.kind == "review"
    desk.save(review)
    assert desk.start("revision").started.id == lesson.started.id
