"""A desk starts runs and takes them up where they were left."""

from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, asked, finish, go_to, played, wrong
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Choice
from tutor.services.run import Run

pytestmark = pytest.mark.no_cover


def step(run: Run) -> None:
    """Do one thing: a hint and an answer, or pass a card."""
    if run.stop.question is None:
        run.pass_by()
    else:
        run.hint()
        answer_here(run, wrong(asked(run)), 2)


@pytest.mark.parametrize("target", ["alpha", "cas-1", "banque", "cas", "b-un"])
def test_a_run_left_anywhere_resumes_at_the_very_question(
    tmp_path: Path, target: str
) -> None:
    clock, steps = StoppedClock(), 0
    while True:  # one more stop each time, at a desk of its own
        desk = desk_at(tmp_path, clock, chance=steps)
        run = desk.start(target)
        known = {answer.id for answer in run.given.values()}
        assert len(run.given) + len(run.started.passed) == steps
        assert run.stop.key == run.stops[steps].key
        assert len(desk.record.runs) == (steps > 0)
        if run.is_over:
            break
        step(run)
        steps += 1
        clock.forward(minutes=1)
        desk.save(run)
        assert known <= {answer.id for answer in desk.record.answers}
        desk.close()
    assert steps == len(run.stops) - 1
    assert desk.record.runs[0].touched == clock.moment.replace(minute=steps)
    desk.close()


def test_a_resumed_run_keeps_hints_order_and_answers(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("alpha")
    go_to(run, "a-qru")
    run.hint()
    desk.save(run)
    question = asked(run)
    assert isinstance(question, Choice)
    order = run.order(question)
    desk.close()

    again = desk_at(tmp_path, chance=99).start("alpha")

    assert again.started.id == run.started.id
    assert (again.stop.key, again.hints_seen) == ("a-qru", 1)
    assert again.order(question) == order


def test_another_target_begins_a_run_of_its_own(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    first = desk.start("alpha")
    desk.save(first)

    assert desk.start("beta").started.id != first.started.id
    assert desk.start("a-qru").started.id != first.started.id
    assert desk.start("alpha").started.id == first.started.id


def test_a_run_that_ended_is_begun_anew(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    first = played(desk, "beta")

    again = desk.start("beta")
    assert again.started.id != first.started.id
    assert (again.given, again.index) == ({}, 0)


@pytest.mark.parametrize(
    "manner", [{"seed": 3}, {"shuffled": False}, {"shuffled": True}]
)
def test_a_seed_or_an_order_begins_anew(tmp_path: Path, manner: dict[str, int]) -> None:
    desk = desk_at(tmp_path)
    first = desk.start("banque")
    answer_here(first)
    desk.save(first)
    again = desk.start("banque", **manner)  # type: ignore[arg-type]

    assert again.started.id != first.started.id
    assert again.index == 0
    assert again.started.seed == manner.get("seed", again.started.seed)
    assert again.started.shuffled == manner.get("shuffled", True)


def test_of_two_unfinished_runs_the_one_touched_last_is_resumed(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    older = desk.start("alpha")
    desk.save(older)
    clock.forward(hours=1)
    newer = desk.start("alpha", seed=5)
    desk.save(newer)
    assert desk.start("alpha").started.id == newer.started.id

    clock.forward(hours=1)
    desk.save(older)
    assert desk.start("alpha").started.id == older.started.id


@pytest.mark.parametrize(
    "path",
    ["content/02-beta.md", "content/../content/02-beta.md", "./content/02-beta.md"],
)
def test_the_path_of_a_lesson_is_the_lesson(tmp_path: Path, path: str) -> None:
    desk = desk_at(tmp_path)
    by_path = desk.start(str(desk.library.root / path))
    assert (by_path.started.target, by_path.started.path) == ("beta", None)
    desk.save(by_path)

    assert desk.start("beta").started.id == by_path.started.id
    finish(by_path)
    desk.save(by_path)
    assert desk.standing().lessons["beta"] == "done"


@pytest.mark.parametrize("target", ["rien", "rien du tout", "", "n" * 5000, "C5.N.1"])
def test_an_unknown_target_is_wrong_use(tmp_path: Path, target: str) -> None:
    desk = desk_at(tmp_path)
    with pytest.raises(WrongUseError) as refused:
        desk.start(target)

    assert refused.value.exit_code == 2
    assert refused.value.message_id == "errors.unknown-target"
    assert refused.value.values == {"target": target}


def test_a_run_whose_target_left_the_course_cannot_be_resumed(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("beta")
    desk.save(run)
    desk.close()
    (desk.library.root / "content" / "02-beta.md").unlink()
    later = desk_at(tmp_path)

    with pytest.raises(WrongUseError):
        later.resume(later.record.runs[0])


def test_an_answer_whose_question_left_stays_and_the_rest_is_asked(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("banque")
    answer_here(run)
    desk.save(run)
    desk.close()
    shorter = front("banque") + qru("b-deux", "--x")
    later = desk_at(tmp_path, files={**SMALL, "quizzes/banque.md": shorter})
    again = later.start("banque")

    assert again.started.id == run.started.id
    assert [stop.key for stop in again.stops] == ["b-deux", "fin:banque"]
    assert again.stop.key == "b-deux"
    assert len(later.record.answers) == 1


def test_certainty_switched_off_is_asked_no_more(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.store.prefer("certainty", value=False)
    run = desk.start("beta")
    run.respond(wrong(asked(run)))

    assert run.need == "nothing"
