"""A backup that cannot be used, or a disk that refuses, changes nothing."""

import errno
import json
import os
from pathlib import Path

import pytest

from tests.factories import StoppedClock
from tests.store.disks import FailingDisk
from tests.store.homes import ids, listing, numbered, opened, saved
from tutor.domain.errors import ReadOnlyError, StoreError
from tutor.services.keeping import back_up, forget_course, forget_everything, restore
from tutor.store.migrations import FORMAT
from tutor.store.place import Place

CLOCK = StoppedClock()
COURSE = "petit-cours"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a person with two answers."""
    place, path = Place(tmp_path / "ici"), tmp_path / "carnet.json"
    saved(place, 1, 2)
    back_up(place, CLOCK, path)
    return path


def spoilt(backup: Path, how: str) -> None:
    """Spoil a backup."""
    raw = backup.read_bytes()
    whole = json.loads(raw)
    match how:
        case "cut":
            backup.write_bytes(raw[: len(raw) // 2])
        case "changed":
            backup.write_bytes(raw.replace(b'"credit":1.0', b'"credit":0.5'))
        case "row":
            whole["answers"]["1"]["credit"] = 7
            del whole["backup"]
        case "newer":
            whole["meta"]["1"]["format"] = FORMAT + 1
        case "list":
            whole = [1, 2]
        case "other":
            whole = {"users": {"1": {"name": "x"}}}
        case _:
            raise AssertionError(how)
    if how not in {"cut", "changed"}:
        backup.write_text(json.dumps(whole), encoding="utf-8")


SPOILT = [
    ("cut", "errors.archive-damaged"),
    ("changed", "errors.archive-damaged"),
    ("list", "errors.archive-damaged"),
    ("row", "errors.archive-row"),
    ("newer", "errors.archive-newer"),
    ("other", "errors.archive-foreign"),
]


@pytest.mark.parametrize(("how", "error"), SPOILT)
@pytest.mark.parametrize("has_answers", [True, False])
def test_a_backup_that_cannot_be_used_changes_nothing(
    tmp_path: Path, backup: Path, how: str, error: str, *, has_answers: bool
) -> None:
    place = Place(tmp_path / "là")
    if has_answers:
        saved(place, 5)
    spoilt(backup, how)
    before = listing(tmp_path)

    with pytest.raises(StoreError) as refused:
        restore(place, CLOCK, backup)

    assert refused.value.message_id == error
    assert refused.value.exit_code == 3
    assert listing(tmp_path) == before


@pytest.mark.parametrize("name", ["absent.json", "ici", "n" * 5000, "/dev/zero"])
def test_what_is_no_file_is_no_backup(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError) as refused:
        restore(Place(tmp_path / "là"), CLOCK, tmp_path / name)

    assert refused.value.message_id == "errors.archive-absent"
    assert not (tmp_path / "là").exists()


def test_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "énorme.json"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 2**33)

    with pytest.raises(StoreError) as refused:
        restore(Place(tmp_path / "là"), CLOCK, path)
    assert refused.value.message_id == "errors.archive-foreign"


@pytest.mark.parametrize("operation", ["write_new", "torn_write", "replace"])
def test_a_disk_that_refuses_leaves_the_store_as_it_was(
    backup: Path, tmp_path: Path, operation: str
) -> None:
    place = Place(tmp_path / "là")
    saved(place, 5)
    before = place.store.read_bytes()

    with pytest.raises(StoreError):
        restore(place, CLOCK, backup, FailingDisk(operation, errno.ENOSPC))

    assert place.store.read_bytes() == before
    with opened(place) as store:
        assert ids(store) == [numbered(5).id]


def test_only_the_last_copies_made_before_are_kept(tmp_path: Path) -> None:
    place, other, clock = Place(tmp_path / "là"), Place(tmp_path / "b"), StoppedClock()
    saved(place, 0)
    for number in range(1, 9):
        saved(other, number)
        back_up(other, clock, tmp_path / "b.json")
        restore(place, clock, tmp_path / "b.json")
        clock.forward(minutes=number % 2)

    copies = sorted(place.backups.glob("avant-restauration-*.json"))
    assert len(copies) == 5
    assert len(json.loads(copies[-1].read_bytes())["answers"]) == 8


def test_nothing_is_restored_or_erased_under_another_tutor(
    backup: Path, tmp_path: Path
) -> None:
    place = Place(tmp_path / "là")
    with opened(place) as store:
        store.add(numbered(5))
        before = listing(place.root)
        for act in (
            lambda: restore(place, CLOCK, backup),
            lambda: forget_course(place, CLOCK, COURSE),
            lambda: forget_everything(place),
        ):
            with pytest.raises(ReadOnlyError) as refused:
                act()
            assert refused.value.message_id == "errors.store-held"
        assert listing(place.root) == before
