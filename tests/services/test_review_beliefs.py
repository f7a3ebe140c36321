"""Misconceptions come back in a review; its end says when the next one is."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import NOON, StoppedClock
from tests.services.courses import block, case, desk_at, front, options, qru
from tests.services.players import answered, finish, played
from tests.services.reviews import BELIEFS, asked_by
from tutor.services.looking_out import look_out
from tutor.services.reviewing import ground_of, next_line, next_review

pytestmark = pytest.mark.no_cover


def test_a_review_can_exist_where_nothing_is_due(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=BELIEFS)
    answered(desk, "b-0", rightly=False)
    assert desk.standing().due == ()
    home = look_out(desk)

    assert (home.due("2026-11-22"), home.misconceptions) == (0, 1)
    assert home.asks("2026-11-22")
    assert asked_by(desk.review()) == ["d-2"]  # b-1 waits in a lesson to come


def test_three_questions_at_most_are_added_for_misconceptions(tmp_path: Path) -> None:
    codes = range(1, 6)
    beliefs = "# Idées fausses\n" + "".join(
        f"\n## IF-0{n} Idée {n} {{#if-0{n}}}\n\nNon.\n" for n in codes
    )
    texts = [
        block("qru", f"{name}-{n}", options("xB-", f"IF-0{n}"), 'comp="C5.N.1"')
        for n in codes
        for name in ("vu", "neuf")
    ]
    files = {
        "content/idees-fausses.md": beliefs,
        "quizzes/f.md": front("f") + "".join(texts),
    }
    desk = desk_at(tmp_path, files=files)
    for n in codes:
        answered(desk, f"vu-{n}", rightly=False)

    assert look_out(desk).misconceptions == 5
    assert asked_by(desk.review()) == ["neuf-1", "neuf-2", "neuf-3"]


def test_one_met_today_in_a_review_waits_for_tomorrow(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    answered(desk, "b-0", rightly=False)
    run = desk.review()
    assert run is not None
    finish(run)
    desk.save(run)

    assert desk.review() is None
    assert look_out(desk).misconceptions == 0
    clock.forward(days=1)
    found = asked_by(desk.review(seed=1))
    assert found[0] == "b-1"
    assert len(desk.standing().ledger) == 1


def test_two_different_questions_answered_right_clear_it(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    answered(desk, "b-0", rightly=False)
    met = []
    while desk.standing().ledger:
        run = desk.review()
        assert run is not None
        met += asked_by(run)
        finish(run)
        desk.save(run)
        clock.forward(days=1)

    assert met[:2] == ["d-2", "b-1"]
    assert look_out(desk).misconceptions == 0


def test_the_same_question_comes_back_only_where_no_other_is_left(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    files = {"quizzes/f.md": front("f") + qru("f-0", "xB-")}
    desk = desk_at(tmp_path, clock, files=files)
    answered(desk, "f-0", rightly=False)
    assert desk.review() is None  # not twice on one day
    clock.forward(days=1)

    run = desk.review()
    assert asked_by(run) == ["f-0"]
    assert run is not None
    finish(run)
    desk.save(run)
    said = desk.closing(run)
    assert said[0].startswith(
        "Sur l'idée fausse «\xa0La CPTS soigne\xa0», il ne restait"
    )
    assert said[1].startswith("Prochaine révision")


def test_a_review_of_different_questions_says_nothing_of_that(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=BELIEFS)
    answered(desk, "b-0", rightly=False)
    run = desk.review()
    assert run is not None
    finish(run)
    desk.save(run)

    assert desk.closing(run) == ("Prochaine révision\xa0: demain, 2 questions.",)


def test_a_question_of_a_dossier_is_never_drawn(tmp_path: Path) -> None:
    inside = case().replace("- [ ] proposition 1", '- [ ] proposition 1 {err="IF-01"}')
    files = {
        "quizzes/f.md": front("f") + qru("f-0", "xB-"),
        "quizzes/cas.md": front("cas") + inside,
    }
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=files)
    played(desk, "cas-1", rightly=False, certainty=3)
    assert {entry.code for entry in desk.standing().ledger} >= {"IF-01"}
    for _ in range(4):
        run = desk.review()
        if run is not None:
            assert set(asked_by(run)) == {"f-0"}
            finish(run, rightly=False)
            desk.save(run)
        clock.forward(days=1)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "dès maintenant"),
        (0, "dès maintenant"),
        (1, "demain"),
        (2, "mercredi"),
        (6, "dimanche"),
        (7, "lun. 30 nov."),
        (38, "jeu. 31 déc."),
        (39, "le 01/01/2027"),
    ],
)
def test_the_day_is_said_as_one_says_it(tmp_path: Path, days: int, said: str) -> None:
    clock = StoppedClock(NOON + timedelta(days=days))
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=False)  # comes back the day after
    clock.moment = NOON + timedelta(days=1)  # Monday the 23rd

    assert next_line(ground_of(desk)) == f"Prochaine révision\xa0: {said}, 1 question."


def test_where_nothing_comes_back_nothing_is_said(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    played(desk, "cas-1")

    assert next_review(ground_of(desk)) is None
    assert next_line(ground_of(desk)) == ""


def test_the_end_of_a_lesson_says_nothing_of_reviews(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = played(desk, "banque", rightly=False)

    assert desk.closing(run) == ()


def test_what_is_announced_is_what_is_asked_that_day(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    for name in ("b-0", "c-0", "d-1"):
        answered(desk, name, rightly=False)
    run = desk.review()
    assert run is not None
    finish(run)
    desk.save(run)
    coming = next_review(ground_of(desk))
    assert coming is not None
    clock.forward(days=(coming.day - clock.local_day(clock.now())).days)

    assert len(asked_by(desk.review())) == coming.questions
