"""A disk that refuses costs nothing that was saved, and lies about nothing."""

import errno
import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.disks import OPERATIONS, FailingDisk
from tests.store.homes import COURSE, begun, ids, numbered, opened, read, saved
from tutor.domain.answer import Note, Positioning
from tutor.domain.errors import StoreError
from tutor.store.place import Place
from tutor.store.storage import read_tables
from tutor.store.store import Store

pytestmark = pytest.mark.no_cover

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
FAULTS = list(itertools.product(OPERATIONS, ERRORS))
NAMES = [f"{operation}-{errno.errorcode[error]}" for operation, error in FAULTS]
NOTE = Note(id="n" * 32, course=COURSE, subject="b", text="mot", at=numbered(1).at)
PLACED = Positioning(
    id="p" * 32, course=COURSE, code="C5.N.1", value="2", at=numbered(1).at
)

WRITES: dict[str, Callable[[Store], None]] = {
    "an answer": lambda store: store.add(numbered(9)),
    "several answers": lambda store: store.add(numbered(9), numbered(10)),
    "a note": lambda store: store.add(NOTE),
    "a positioning": lambda store: store.add(PLACED),
    "a new run": lambda store: store.keep_run(begun("s" * 32)),
    "a run that went on": lambda store: store.keep_run(begun(passed=("a",))),
    "a first choice": lambda store: store.prefer("theme", "clair"),
    "another choice": lambda store: store.prefer("certainty", value=False),
}


def furnish(place: Place) -> None:
    """Write a store with one row of most kinds."""
    with opened(place) as store:
        store.add(numbered(1), numbered(2))
        store.keep_run(begun())
        store.prefer("certainty", value=True)
    with opened(place):
        pass  # makes the copy of the day, so that a failing disk meets only writes


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
@pytest.mark.parametrize(("operation", "error"), FAULTS, ids=NAMES)
def test_a_refused_write_leaves_file_and_memory_as_they_were(
    tmp_path: Path, operation: str, error: int, write: Callable[[Store], None]
) -> None:
    place, disk = Place(tmp_path), FailingDisk(operation, error)
    furnish(place)
    before = place.store.read_bytes()
    with opened(place, disk=disk) as store:
        record, chosen = store.record(COURSE), store.preferences()

        with pytest.raises(StoreError) as refused:
            write(store)

        assert refused.value.exit_code == 3
        assert refused.value.message_id == "errors.store-write"
        assert (store.record(COURSE), store.preferences()) == (record, chosen)
        if operation != "sync_folder":
            assert place.store.read_bytes() == before
        assert read_tables(place.store) is not None


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
@pytest.mark.parametrize("operation", OPERATIONS)
def test_saving_again_after_a_fault_stores_everything_once(
    tmp_path: Path, operation: str, write: Callable[[Store], None]
) -> None:
    place, disk = Place(tmp_path / "failing"), FailingDisk(operation, errno.ENOSPC)
    furnish(place)
    with opened(place, disk=disk) as store:
        for _ in range(2):
            with pytest.raises(StoreError):
                write(store)
        disk.broken = False
        write(store)
        held = store.record(COURSE), store.preferences()

    untroubled = Place(tmp_path / "untroubled")
    furnish(untroubled)
    with opened(untroubled) as store:
        write(store)
        assert held == (store.record(COURSE), store.preferences())
    again = read(place)
    assert (again.record(COURSE), again.preferences()) == held


@pytest.mark.parametrize("operation", ["write_new", "torn_write", "replace"])
def test_a_first_write_that_fails_leaves_no_store_behind(
    tmp_path: Path, operation: str
) -> None:
    place, disk = Place(tmp_path), FailingDisk(operation, errno.ENOSPC)
    with opened(place, disk=disk) as store:
        with pytest.raises(StoreError):
            store.add(numbered(1))
        assert not place.store.exists()

        disk.broken = False
        store.add(numbered(1))

    assert ids(read(place)) == [numbered(1).id]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_store_left_after_a_fault_opens_again_without_a_word(
    tmp_path: Path, operation: str
) -> None:
    place = Place(tmp_path)
    furnish(place)
    disk = FailingDisk(operation, errno.EIO)
    with opened(place, disk=disk) as store, pytest.raises(StoreError):
        store.add(numbered(9))

    with opened(place) as store:
        store.add(numbered(9))

        assert store.notices == ()
        assert ids(store) == [numbered(n).id for n in (1, 2, 9)]


def test_a_fault_names_the_file_and_the_reason(tmp_path: Path) -> None:
    place = Place(tmp_path)
    disk = FailingDisk("write_new", errno.ENOSPC)
    with opened(place, disk=disk) as store, pytest.raises(StoreError) as refused:
        store.add(numbered(1))

    values = refused.value.values
    assert values["path"] == place.store
    assert values["reason"] == "il n'y a plus de place sur le disque"


def test_a_value_that_json_cannot_hold_is_refused_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    with opened(place) as store:
        with pytest.raises(StoreError):
            store.keep_run(begun(seed=10**30))
        store.add(numbered(2))

        assert store.record(COURSE).runs == ()
        assert ids(store) == [numbered(1).id, numbered(2).id]


@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.none() | st.sampled_from(OPERATIONS)),
        max_size=8,
    )
)
@settings(max_examples=25, deadline=None)
def test_whatever_fails_in_between_every_acknowledged_answer_is_there_once(
    attempts: list[tuple[int, str | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        acknowledged: set[str] = set()
        for number, fault in attempts:
            disk = FailingDisk(fault or "", errno.EIO)
            disk.broken = False
            with opened(place, disk=disk) as store:
                disk.broken = True
                try:
                    store.add(numbered(number))
                except StoreError:
                    assert fault is not None
                else:
                    acknowledged.add(numbered(number).id)
                assert len(ids(store)) == len(set(ids(store)))
        found = ids(read(place))
        assert len(found) == len(set(found))
        assert acknowledged <= set(found)
