"""A desk saves what a run has settled, notes and positions, or says why not."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.services.courses import desk_at
from tests.services.players import answer_here, finish, go_to, played
from tests.store.disks import FailingDisk
from tutor.domain.course import SelfRating
from tutor.domain.errors import ReadOnlyError, StoreError, WrongUseError
from tutor.services.desk import Desk
from tutor.store.opening import open_for_writing
from tutor.store.store import Store

pytestmark = pytest.mark.no_cover


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
    desk.pen.note("b", "mot")

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
    desk.pen.position_all(task.items, "3")
    desk.pen.position("C5", "I")

    placed = [(each.code, each.value) for each in desk.record.positionings]
    assert placed == [("C5.N.1", "3"), ("C5.N.2", "3"), ("C5", "I")]
    assert {each.at for each in desk.record.positionings} == {desk.clock.now()}


def test_a_position_on_nothing_is_refused_and_nothing_kept(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    with pytest.raises(WrongUseError) as refused:
        desk.pen.position("C9.N.9", "3")

    assert refused.value.values == {"item": "C9.N.9"}
    assert desk.record.positionings == ()


def test_an_unknown_item_of_a_scale_is_passed_over(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.pen.position_all(("C5.N.1", "C9.N.9"), "3")

    assert [each.code for each in desk.record.positionings] == ["C5.N.1"]


def test_a_note_is_kept_with_what_it_was_written_for(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    desk.pen.note("a-avant", "Demander à l'infirmière.")

    (kept,) = desk.record.notes
    assert (kept.subject, kept.text) == ("a-avant", "Demander à l'infirmière.")
    assert (kept.course, kept.at) == ("petit-cours", desk.clock.now())


@pytest.mark.parametrize(
    "write",
    [
        lambda desk: desk.pen.position("C5.N.1", "2"),
        lambda desk: desk.pen.note("a-avant", "mot"),
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
