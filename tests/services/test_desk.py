"""A desk starts runs, takes them up where they were left, and saves."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answer_here, asked, finish, go_to, played, wrong
from tests.store.disks import FailingDisk
from tutor.domain.course import SelfRating
from tutor.domain.errors import ReadOnlyError, StoreError, WrongUseError
from tutor.domain.question import Choice
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.store.opening import open_for_writing
from tutor.store.store import Store


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


def test_saving_twice_stores_everything_once(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = played(desk, "alpha")
    desk.save(run)

    assert len(desk.record.answers) == 3
    assert len(desk.record.runs) == 1


def failing(desk: Desk, operation: str) -> FailingDisk:
    """Put a disk that fails under the store of a desk."""
    disk = FailingDisk(operation, errno.ENOSPC)
    desk.store = Store(open_for_writing(desk.place, desk.clock.now(), disk))
    return disk


@pytest.mark.parametrize(
    "operation", ["write_new", "torn_write", "replace", "sync_folder"]
)
def test_an_answer_the_disk_refuses_stays_unsaved_until_it_takes_it(
    tmp_path: Path, operation: str
) -> None:
    desk = desk_at(tmp_path)
    disk = failing(desk, operation)
    run = desk.start("beta")
    fact = answer_here(run)
    for _ in range(2):
        with pytest.raises(StoreError):
            desk.save(run)
        assert run.unsaved == [fact]
        assert desk.record.answers == ()

    disk.broken = False
    desk.save(run)

    assert run.unsaved == []
    assert desk.record.answers == (fact,)


def test_an_answer_given_while_a_worker_writes_waits_for_the_next_write(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("banque")
    first = answer_here(run)
    pending = run.pending()
    second = answer_here(run)
    desk.write(pending)
    run.confirm(pending)

    assert run.unsaved == [second]
    assert list(desk.record.answers) == [first]
    desk.save(run)
    assert list(desk.record.answers) == [first, second]


def test_reading_while_a_worker_writes_leaves_nothing_stale(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    disk = failing(desk, "none")
    seen = []
    write = disk.write_new

    def look_then_write(path: Path, data: bytes) -> None:
        seen.append(len(desk.record.answers))
        write(path, data)

    disk.write_new = look_then_write  # type: ignore[method-assign]
    run = desk.start("beta")
    answer_here(run)
    desk.save(run)
    desk.note("b", "mot")

    assert seen[0] == 0
    assert len(desk.record.answers) == 1
    assert len(desk.record.notes) == 1


def test_a_second_desk_reads_and_cannot_save(tmp_path: Path) -> None:
    desk, second = desk_at(tmp_path), desk_at(tmp_path)
    played(desk, "beta")
    run = second.start("alpha")
    finish(run)

    assert second.is_read_only
    assert [each.message_id for each in second.notices] == ["notices.second-tutor"]
    assert len(second.record.answers) == 1
    with pytest.raises(ReadOnlyError):
        second.save(run)
    assert len(run.unsaved) == 3


def test_a_desk_that_only_reads_makes_no_folder(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, writing=False)
    desk.standing()

    assert desk.is_read_only
    assert desk.notices == ()
    assert not desk.place.store.exists()
    desk.close()


def test_closing_frees_the_store_and_may_come_twice_or_before_opening(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    desk.close()
    assert not desk.place.root.exists()
    played(desk, "beta")
    desk.close()
    desk.close()

    assert not desk_at(tmp_path).is_read_only


def test_a_position_is_kept_on_every_item_of_a_scale(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    run = desk.start("alpha")
    go_to(run, "a-auto")
    task = run.stop.task
    assert isinstance(task, SelfRating)
    desk.position_all(task.items, "3")
    desk.position("C5", "I")

    placed = [(each.code, each.value) for each in desk.record.positionings]
    assert placed == [("C5.N.1", "3"), ("C5.N.2", "3"), ("C5", "I")]
    assert {each.at for each in desk.record.positionings} == {desk.clock.now()}


def test_a_position_on_nothing_is_refused_and_nothing_kept(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    with pytest.raises(WrongUseError) as refused:
        desk.position_all(("C5.N.1", "C9.N.9"), "3")

    assert refused.value.values == {"item": "C9.N.9"}
    assert desk.record.positionings == ()


def test_a_note_is_kept_with_what_it_was_written_for(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.note("a-avant", "Demander à l'infirmière.")

    (kept,) = desk.record.notes
    assert (kept.subject, kept.text) == ("a-avant", "Demander à l'infirmière.")
    assert (kept.course, kept.at) == ("petit-cours", desk.clock.now())


@pytest.mark.parametrize(
    "write",
    [
        lambda desk: desk.position("C5.N.1", "2"),
        lambda desk: desk.note("a-avant", "mot"),
    ],
)
def test_a_refused_note_or_position_is_not_remembered(
    tmp_path: Path, write: Callable[[Desk], None]
) -> None:
    desk = desk_at(tmp_path)
    failing(desk, "write_new")
    with pytest.raises(StoreError):
        write(desk)

    assert desk.record.notes == ()
    assert desk.record.positionings == ()
