"""Two tutors at once: one writes, the other reads and says so."""

import threading
from pathlib import Path

import pytest

from tests.factories import NOON
from tests.store.homes import COURSE, begun, ids, listing, numbered, opened, read, saved
from tutor.domain.errors import ReadOnlyError
from tutor.store.opening import open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store


def test_the_second_tutor_reads_only_and_says_so(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place) as first:
        first.add(numbered(1))
        with opened(place) as second:
            assert not first.is_read_only
            assert second.is_read_only
            assert [each.message_id for each in second.notices] == [
                "notices.second-tutor"
            ]
            assert second.notices[0].values == {"path": str(place.store)}
            assert ids(second) == [numbered(1).id]


def test_the_second_tutor_refuses_to_write_and_changes_nothing(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place) as first, opened(place) as second:
        first.add(numbered(1))
        before = listing(tmp_path)

        for write in (
            lambda: second.add(numbered(2)),
            lambda: second.keep_run(begun()),
            lambda: second.prefer("certainty", value=False),
        ):
            with pytest.raises(ReadOnlyError) as refused:
                write()
            assert refused.value.exit_code == 3

        assert listing(tmp_path) == before
        assert second.preferences() == {}
        assert second.record(COURSE).runs == ()


def test_the_first_tutor_loses_nothing_to_the_second(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place) as first:
        first.add(numbered(1))
        with opened(place):
            first.add(numbered(2))
        first.add(numbered(3))

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]


def test_the_second_tutor_leaving_does_not_free_the_store(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place):
        with opened(place):
            pass
        with opened(place) as third:
            assert third.is_read_only


def test_closing_lets_the_next_tutor_write(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place) as first:
        first.add(numbered(1))
    with opened(place) as next_one:
        next_one.add(numbered(2))

        assert next_one.notices == ()
        assert ids(next_one) == [numbered(1).id, numbered(2).id]


def test_a_store_opened_by_a_worker_can_be_closed_by_the_screen(tmp_path: Path) -> None:
    place = Place(tmp_path)
    made: list[Store] = []
    worker = threading.Thread(
        target=lambda: made.append(Store(open_for_writing(place, NOON)))
    )
    worker.start()
    worker.join()
    made[0].close()

    with opened(place) as next_one:
        assert not next_one.is_read_only


def test_reading_needs_no_lock_and_touches_nothing(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    with opened(place):
        before = listing(tmp_path)
        store = read(place)

        assert store.is_read_only
        assert store.notices == ()
        assert ids(store) == [numbered(1).id]
        assert listing(tmp_path) == before


def test_reading_where_nothing_was_ever_written_makes_no_folder(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")

    assert ids(read(place)) == []
    assert not place.root.exists()


def test_workers_that_write_together_wait_for_each_other(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place) as store:

        def write_five(first: int) -> None:
            for number in range(first, first + 5):
                store.add(numbered(number))

        workers = [
            threading.Thread(target=write_five, args=(10 * worker,))
            for worker in range(4)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    expected = {numbered(10 * worker + n).id for worker in range(4) for n in range(5)}
    found = ids(read(place))
    assert len(found) == len(expected)
    assert set(found) == expected
