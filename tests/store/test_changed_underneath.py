"""A store that another program changes while it is open loses nothing, nor does it."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import NOON, StoppedClock
from tests.store.homes import days, ids, numbered, opened, read, saved, tables_of
from tutor.domain.errors import StoreError
from tutor.services.keeping import restore
from tutor.store.place import Place


def names(folder: Path) -> list[str]:
    """Return the files that were put aside."""
    return sorted(path.name for path in folder.glob("progress-autre-*.json"))


def test_another_store_in_its_place_is_put_aside_and_said_once(tmp_path: Path) -> None:
    place, other = Place(tmp_path / "ici"), Place(tmp_path / "autre")
    saved(place, 1)
    saved(other, 7)
    with opened(place) as store:
        store.add(numbered(2))
        other.store.replace(place.store)

        with pytest.raises(StoreError) as refused:
            store.add(numbered(3))

        assert refused.value.message_id == "errors.store-changed"
        aside = Path(str(refused.value.values["aside"]))
        assert next(iter(tables_of(aside)["answers"].values()))["id"] == numbered(7).id
        assert ids(read(place)) == [numbered(n).id for n in (1, 2)]
        store.add(numbered(3))

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]
    assert names(place.root) == ["progress-autre-1.json"]


def test_a_store_brought_before_the_first_write_is_kept_too(tmp_path: Path) -> None:
    place, other = Place(tmp_path / "ici"), Place(tmp_path / "autre")
    saved(other, 7)
    with opened(place) as store:
        other.store.replace(place.store)
        with pytest.raises(StoreError):
            store.add(numbered(1))
        store.add(numbered(1))

    assert ids(read(place)) == [numbered(1).id]
    assert names(place.root) == ["progress-autre-1.json"]


def cut(path: Path) -> None:
    """Leave half of a file, in place."""
    os.truncate(path, path.stat().st_size // 2)


@pytest.mark.parametrize("spoil", [cut, lambda path: path.write_bytes(bytes(99))])
def test_a_store_damaged_while_open_does_not_become_its_own_copy(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    with opened(place) as store:
        store.add(numbered(2))
        store.add(numbered(3))
        spoil(place.store)
        with pytest.raises(StoreError):
            store.add(numbered(4))
        assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]


def test_a_store_erased_while_open_is_written_again_with_its_copy(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    with opened(place) as store:
        store.add(numbered(2))
        place.store.unlink()
        store.add(numbered(3))
    held = [numbered(n).id for n in (1, 2, 3)]
    assert ids(read(place)) == held

    place.store.write_bytes(b"{")

    assert ids(read(place)) == held


def test_a_whole_folder_erased_while_open_is_made_again(tmp_path: Path) -> None:
    place = Place(tmp_path / "home")
    saved(place, 1)
    with opened(place) as store:
        shutil.rmtree(place.root)
        store.add(numbered(2))

    assert ids(read(place)) == [numbered(1).id, numbered(2).id]


def test_a_folder_whose_disk_is_gone_is_not_made_elsewhere(tmp_path: Path) -> None:
    place = Place(tmp_path / "cle" / "home")
    saved(place, 1)
    with opened(place) as store:
        (tmp_path / "cle").rename(tmp_path / "partie")
        with pytest.raises(StoreError):
            store.add(numbered(2))
        assert [path.name for path in tmp_path.iterdir()] == ["partie"]
        (tmp_path / "partie").rename(tmp_path / "cle")
        store.add(numbered(2))

    assert ids(read(place)) == [numbered(1).id, numbered(2).id]


def test_a_store_only_touched_or_copied_over_itself_is_no_change(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    with opened(place) as store:
        os.utime(place.store, (0, 0))
        store.add(numbered(2))
        copy = tmp_path / "copie"
        copy.write_bytes(place.store.read_bytes())
        copy.replace(place.store)
        store.add(numbered(3))

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]
    assert names(tmp_path) == []


def test_the_newest_copy_is_known_after_the_clock_was_set_back(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    later = place.store.stat().st_mtime + days(4000).total_seconds()
    os.utime(place.store, (later, later))
    with opened(place):
        pass  # a copy of the day, dated in the future like the store

    saved(place, 2, 3)
    place.store.write_bytes(b"{")

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]


def test_without_a_copy_of_the_state_before_the_last_write_brings_all_since(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    with opened(place) as store:
        place.backups.joinpath("previous.tmp").mkdir()  # none can be made any more
        store.add(numbered(2))
        store.add(numbered(3))
    place.store.write_bytes(b"{")

    assert ids(read(place)) == [numbered(n).id for n in (1, 2, 3)]


def test_a_store_damaged_after_a_restore_keeps_what_came_from_the_backup(
    tmp_path: Path,
) -> None:
    place, other = Place(tmp_path / "ici"), Place(tmp_path / "autre")
    for here, number, hours in ((place, 2, 0), (other, 1, -1), (other, 3, 1)):
        with opened(here) as store:
            store.add(numbered(number, at=NOON + timedelta(hours=hours)))
    restore(place, StoppedClock(), other.store)
    place.store.write_bytes(b"{")

    assert sorted(ids(read(place))) == [numbered(n).id for n in (1, 2, 3)]
