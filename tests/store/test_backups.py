"""Rolling backups: one a day for a week, one a week for a month."""

import errno
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOON
from tests.store.disks import FailingDisk
from tests.store.homes import days, ids, numbered, opened, read, saved
from tutor.domain.errors import StoreError
from tutor.store.backups import DAYS, WEEKS, backup_paths, day_of, superfluous
from tutor.store.place import Place

TODAY = NOON.date()
LONGEST = 7 * WEEKS + 6
"""Days: the Monday of the fourth week before, seen from a Sunday."""


def ages(place: Place, today: date = TODAY) -> list[int]:
    """Return how many days old each backup is, newest first."""
    found = [day_of(path) for path in backup_paths(place.backups)]
    return [(today - day).days for day in found if day is not None]


def named(day: date, hour: int = 8) -> Path:
    """Return the name of a backup of a day."""
    return Path(f"progress-{day:%Y%m%d}-{hour:02}0000.json")


def test_the_first_session_of_a_day_makes_one_copy(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    held = place.store.read_bytes()
    saved(place, 2, now=NOON + days(1))
    saved(place, 3, now=NOON + days(1.2))

    (copy,) = backup_paths(place.backups)
    assert copy.name == "progress-20261123-120000.json"
    assert copy.read_bytes() == held


def test_an_empty_folder_has_nothing_to_copy(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place):
        pass

    assert backup_paths(place.backups) == []


def test_daily_use_keeps_a_copy_a_day_for_a_week_and_a_week_for_a_month(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    for day in range(70):
        saved(place, day, now=NOON + days(day))

        kept = ages(place, TODAY + timedelta(days=day))
        assert kept[:DAYS] == list(range(min(day, DAYS)))
        weekly = kept[DAYS:]
        assert len(weekly) <= WEEKS
        assert all(DAYS <= age <= LONGEST for age in weekly)
        if day > LONGEST:
            assert len(weekly) == WEEKS


@given(st.sets(st.integers(0, 120)), st.integers(0, 6))
def test_what_goes_is_never_the_newest_of_its_day_or_week(
    found: set[int], shift: int
) -> None:
    today = TODAY + timedelta(days=shift)
    paths = [named(today - timedelta(days=age)) for age in sorted(found)]
    kept = sorted(found - {_age(path, today) for path in superfluous(paths, today)})

    assert [age for age in kept if age < DAYS] == sorted(
        age for age in found if age < DAYS
    )
    older = [age for age in kept if age >= DAYS]
    assert len(older) <= WEEKS
    assert all(age <= LONGEST for age in older)
    if within := [age for age in found if DAYS <= age < 7 * WEEKS]:
        assert min(within) in older


def _age(path: Path, today: date) -> int:
    """Return how many days old a backup is."""
    day = day_of(path)
    assert day is not None
    return (today - day).days


def test_of_two_copies_of_one_day_the_older_goes() -> None:
    morning, evening = named(TODAY, 8), named(TODAY, 20)

    assert superfluous([evening, morning], TODAY) == [morning]


def test_copies_from_the_future_and_of_other_names_are_kept() -> None:
    future = [named(TODAY + timedelta(days=n), 9) for n in (900, 2, 1)]
    future.append(named(TODAY + timedelta(days=1), 8))
    others = [Path("progress-mienne.json"), Path("progress-20261341-000000.json")]

    assert superfluous([*future, *others], TODAY) == []


def test_a_clock_that_jumps_and_comes_back_still_leaves_copies(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for day in range(4):
        saved(place, day, now=NOON + days(day))
    saved(place, 4, now=NOON + days(4000))
    assert ages(place, (NOON + days(4000)).date()) == [0]

    saved(place, 5, now=NOON + days(4))

    assert ages(place, (NOON + days(4)).date()) == [-3996, 0]
    assert ids(read(place)) == [numbered(n).id for n in range(6)]


def test_a_clock_set_back_a_day_makes_a_copy_for_that_day(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    saved(place, 2)
    saved(place, 3, now=NOON - days(1))

    assert ages(place) == [0, 1]


@pytest.mark.parametrize("operation", ["write_new", "torn_write", "replace"])
def test_a_backup_that_fails_closes_with_a_reason_and_leaves_no_half_copy(
    tmp_path: Path, operation: str
) -> None:
    place, disk = Place(tmp_path), FailingDisk(operation, errno.ENOSPC)
    saved(place, 1)
    held = place.store.read_bytes()

    with pytest.raises(StoreError) as refused, opened(place, disk=disk):
        pass

    assert refused.value.message_id == "errors.store-write"
    assert backup_paths(place.backups) == []
    assert place.store.read_bytes() == held
    with opened(place) as store:
        assert not store.is_read_only
        assert ages(place) == [0]


def test_the_last_write_but_one_is_kept_beside_the_backups(tmp_path: Path) -> None:
    place = Place(tmp_path)
    saved(place, 1)
    held = place.store.read_bytes()
    saved(place, 2)

    assert (place.backups / "previous.json").read_bytes() == held
