"""A damaged or vanished store costs as little as possible, and is never thrown away."""

import errno
import os
from pathlib import Path

import pytest

from tests.factories import NOON
from tests.store.disks import FailingDisk
from tests.store.homes import days, ids, listing, numbered, opened, read, saved
from tutor.domain.errors import StoreError
from tutor.store.place import Place

WHOLE = b'{"answers": {"1": {"id": "a"}}, "meta": {"1": {"format": 1}}}'
DAMAGED = {
    "truncated": WHOLE[: len(WHOLE) // 2],
    "empty": b"",
    "zeroed": bytes(len(WHOLE)),
    "garbage": bytes(range(256)),
    "not UTF-8": b'{"answers": {"1": {"id": "\xe9"}}}',
    "followed by rubbish": WHOLE + WHOLE[:9],
    "nested without end": b"[" * 100_000,
    "a list": b"[]",
    "a word": b'"answers"',
    "null": b"null",
    "a table that is a list": b'{"answers": []}',
    "a table that is a number": b'{"answers": 3}',
    "a row that is a list": b'{"answers": {"1": []}}',
    "rows without numbers": b'{"answers": {"un": {}}}',
}
SPOILT = pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
BOTH_COPIES = 3


def spoil(path: Path, age_in_days: float = 0, text: bytes = b"{") -> None:
    """Write rubbish over a file, and set when it was written."""
    path.write_bytes(text)
    age(path, age_in_days)


def age(path: Path, age_in_days: float) -> None:
    """Set when a file was last written, before noon."""
    moment = (NOON - days(age_in_days)).timestamp()
    os.utime(path, (moment, moment))


def dated(place: Place) -> Path:
    """Return the one dated backup."""
    (found,) = place.backups.glob("progress-*.json")
    return found


def previous(place: Place) -> Path:
    """Return the copy of the last write but one."""
    return place.backups / "previous.json"


@SPOILT
def test_a_damaged_store_is_set_aside_and_the_newest_copy_opened(
    tmp_path: Path, damage: bytes
) -> None:
    place = Place(tmp_path)
    saved(place, 1, 2, 3)
    place.store.write_bytes(damage)

    with opened(place) as store:
        (notice,) = store.notices
        assert notice.message_id == "notices.damaged-restored"
        assert notice.values["copy"] == str(previous(place))
        assert Path(notice.values["aside"]).read_bytes() == damage
        assert ids(store) == [numbered(n).id for n in (1, 2, 3)]
        store.add(numbered(4))

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3, 4)]


@SPOILT
def test_a_damaged_store_without_a_copy_makes_room_for_an_empty_one(
    tmp_path: Path, damage: bytes
) -> None:
    place = Place(tmp_path)
    place.store.write_bytes(damage)

    with opened(place) as store:
        (notice,) = store.notices
        assert notice.message_id == "notices.damaged-empty"
        assert Path(notice.values["aside"]).read_bytes() == damage
        assert ids(store) == []
        store.add(numbered(1))

    assert ids(read(place)) == [numbered(1).id]


@SPOILT
def test_reading_a_damaged_store_takes_the_copy_and_touches_nothing(
    tmp_path: Path, damage: bytes
) -> None:
    place = Place(tmp_path)
    saved(place, 1, 2)
    place.store.write_bytes(damage)
    before = listing(tmp_path)

    store = read(place)

    assert ids(store) == [numbered(1).id, numbered(2).id]
    (notice,) = store.notices
    assert notice.message_id == "notices.reading-copy"
    assert notice.values == {"copy": str(previous(place))}
    assert listing(tmp_path) == before


def test_reading_a_damaged_store_without_a_copy_is_refused(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.store.write_bytes(b"{")

    with pytest.raises(StoreError) as refused:
        read(place)

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.store-damaged"
    assert place.store.read_bytes() == b"{"


@pytest.mark.parametrize(
    ("age_of_dated", "age_of_previous", "answers"), [(1, 2, 2), (2, 1, 3)]
)
def test_of_two_good_copies_the_one_written_last_is_opened(
    tmp_path: Path, age_of_dated: float, age_of_previous: float, answers: int
) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    saved(place, 2, 3)
    # the copy of the day holds one answer, the previous file two, both get the last
    age(dated(place), age_of_dated)
    age(previous(place), age_of_previous)
    spoil(place.store)

    with opened(place) as store:
        assert len(ids(store)) == answers


def test_a_damaged_copy_is_passed_over_for_an_older_good_one(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    saved(place, 2, 3)
    age(dated(place), 2)
    spoil(previous(place), 1)
    spoil(place.store)

    with opened(place) as store:
        assert store.notices[0].values["copy"] == str(dated(place))
        assert ids(store) == [numbered(1).id, numbered(3).id]


def test_a_copy_from_a_newer_format_is_passed_over(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    saved(place, 2, 3)
    age(dated(place), 2)
    spoil(previous(place), 1, b'{"meta": {"1": {"format": 99}}}')
    spoil(place.store)

    with opened(place) as store:
        assert ids(store) == [numbered(1).id, numbered(3).id]


def test_a_copy_that_cannot_be_opened_is_passed_over(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1, 2)
    (place.backups / "progress-29991231-235959.json").mkdir()
    (place.backups / "progress-29991230-235959.json").symlink_to("nulle-part")
    spoil(place.store)

    with opened(place) as store:
        assert ids(store) == [numbered(1).id, numbered(2).id]


def test_two_damaged_files_in_one_second_are_both_kept(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for damage in (b"{", b"[", b"]"):
        place.store.write_bytes(damage)
        with opened(place):
            pass

    kept = sorted(tmp_path.glob("progress-abime-*.json"))
    assert len(kept) == BOTH_COPIES
    assert {path.read_bytes() for path in kept} == {b"{", b"[", b"]"}


def test_a_store_that_vanished_is_taken_from_its_newest_copy(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1, 2)
    place.store.unlink()

    with opened(place) as store:
        (notice,) = store.notices
        assert notice.message_id == "notices.vanished-restored"
        assert notice.values == {"copy": str(previous(place))}
        assert ids(store) == [numbered(1).id, numbered(2).id]
        assert place.store.exists()


def test_a_first_store_is_opened_empty_without_a_word(tmp_path: Path) -> None:
    with opened(Place(tmp_path / "new")) as store:
        assert store.notices == ()
        assert ids(store) == []


@pytest.mark.parametrize("operation", ["write_new", "torn_write", "replace"])
def test_a_full_disk_during_mending_keeps_the_damaged_file_and_the_copy(
    tmp_path: Path, operation: str
) -> None:
    place, disk = Place(tmp_path), FailingDisk(operation, errno.ENOSPC)
    saved(place, 1, 2)
    spoil(place.store)

    with pytest.raises(StoreError) as refused, opened(place, disk=disk):
        pass
    assert refused.value.message_id == "errors.store-write"

    with opened(place) as store:
        assert [each.message_id for each in store.notices] == [
            "notices.vanished-restored"
        ]
        assert ids(store) == [numbered(1).id, numbered(2).id]
    assert len(list(tmp_path.glob("progress-abime-*.json"))) == 1


def test_a_row_that_means_nothing_is_a_fault_that_names_its_table(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    row = b'{"course": "petit-cours", "id": "a"}'
    place.store.write_bytes(b'{"answers": {"1": ' + row + b"}}")

    with pytest.raises(StoreError) as refused:
        read(place).record("petit-cours")

    assert refused.value.message_id == "errors.store-row"
    assert refused.value.values == {"table": "answers"}
    assert read(place).record("autre-cours").answers == ()
