"""A review outlives a clock set back and a course that changes."""

from pathlib import Path

from tests.factories import StoppedClock
from tests.services.courses import block, desk_at, front, options, qru
from tests.services.players import answer_here, answered, finish, played
from tests.services.reviews import BELIEFS, asked_by, many_due
from tutor.services.looking_out import look_out
from tutor.services.outlook import Suggestion
from tutor.services.reviewing import draw_review, ground_of
from tutor.services.training import open_run


def test_a_clock_set_back_a_year_loses_nothing(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    played(desk, "b", rightly=False, certainty=3)
    clock.forward(days=2)
    run = desk.review()
    assert run is not None
    answer_here(run)
    desk.save(run)
    clock.forward(days=-365)

    again = desk.review()
    assert again is not None
    assert again.started.id == run.started.id
    finish(again)
    desk.save(again)
    assert len(desk.record.answers) == 2 + len(again.questions)
    assert desk.closing(again)[-1].startswith("Prochaine révision")
    assert look_out(desk).answers == len(desk.record.answers)
    clock.forward(days=730)
    assert asked_by(desk.review())


def test_a_question_that_left_the_course_is_not_missed(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    played(desk, "b", rightly=False, certainty=3)
    clock.forward(days=2)
    run = desk.review()
    assert run is not None
    desk.save(run)
    desk.close()
    files = {**BELIEFS, "content/01-b.md": front("b") + "Lire.\n"}
    later = desk_at(tmp_path, clock, files=files)

    assert asked_by(later.review()) == ["d-2"]  # drawn for the misconception before
    standing = later.standing()
    assert (standing.due, standing.dangerous, standing.ledger) == ((), frozenset(), ())
    assert len(later.record.answers) == 2


def test_a_review_whose_questions_all_left_gives_way_to_a_new_one(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    answered(desk, "d-0", rightly=False)
    clock.forward(days=2)
    run = desk.review()
    assert asked_by(run) == ["d-0"]
    assert run is not None
    desk.save(run)
    desk.close()
    files = {**BELIEFS, "quizzes/d.md": front("d") + qru("d-9")}
    later = desk_at(tmp_path, clock, files=files, chance=5)

    assert later.review() is None
    suggested = look_out(later).suggestion
    assert suggested is not None
    assert suggested.reason != "resume"
    answered(later, "d-9", rightly=False)
    clock.forward(days=2)
    assert asked_by(later.review()) == ["d-9"]


def test_a_question_whose_kind_changed_is_asked_as_it_is_now(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    answered(desk, "b-0", rightly=False, certainty=3)
    desk.close()
    other = block("qrm", "b-0", options("xx--"), 'comp="C5.N.1"')
    files = {**BELIEFS, "content/01-b.md": front("b") + other + qru("b-1", "xB-")}
    later = desk_at(tmp_path, clock, files=files, chance=8)

    run = later.review()
    assert run is not None
    assert [(q.id, q.kind) for q in run.questions] == [("b-0", "qrm")]
    finish(run)
    later.save(run)
    assert [a.kind for a in later.record.answers] == ["qru", "qrm"]


def test_an_answer_someone_tampered_with_breaks_nothing(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    good = answered(desk, "b-0", rightly=False)
    for name, response in (("e", [99]), ("f", "courriel")):
        row = good.model_copy(update={"id": name * 32, "response": response})
        desk.store.add(row)
    desk._record = None
    clock.forward(days=1)

    assert "b-0" in asked_by(desk.review())
    assert [entry.count for entry in desk.standing().ledger] == [1]


def test_a_minute_given_begins_anew_and_home_goes_on_with_the_last(
    tmp_path: Path,
) -> None:
    desk = many_due(tmp_path, StoppedClock())
    run = open_run(desk, "revision", desk.chance, minutes=5)
    answer_here(run)
    desk.save(run)

    suggested = look_out(desk).suggestion
    assert suggested == Suggestion("revision", "Révision", "review", "resume", 2, 4)
    assert open_run(desk, "revision", desk.chance).started.id == run.started.id


def test_a_review_begun_anew_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = many_due(tmp_path, clock)
    first = desk.review()
    assert first is not None
    answer_here(first)
    desk.save(first)
    clock.forward(hours=-1)
    second = desk.review(minutes=5)
    assert second is not None
    finish(second)
    desk.save(second)
    clock.forward(days=1)

    assert desk.record.last_run() is None
    third = desk.review()
    assert third is not None
    assert third.started.id not in {first.started.id, second.started.id}


def test_drawing_reads_and_writes_nothing(tmp_path: Path) -> None:
    desk = many_due(tmp_path, StoppedClock())
    before = desk.record
    ground = ground_of(desk)

    assert draw_review(ground, 3) == draw_review(ground, 3)
    assert desk.record == before
