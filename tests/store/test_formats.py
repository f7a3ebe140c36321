"""Stores of older formats are brought up to date, newer ones left alone."""

from pathlib import Path

import orjson
import pytest

from tests.factories import NOON
from tests.store.homes import (
    COURSE,
    days,
    ids,
    listing,
    numbered,
    opened,
    read,
    tables_of,
    tried,
)
from tutor.domain.errors import StoreError
from tutor.store.migrations import FORMAT, MIGRATIONS, format_of, migrate
from tutor.store.place import Place
from tutor.store.storage import Tables


def write_format_0(place: Place) -> bytes:
    """Write a store as the first version left it: without a `meta` table."""
    row = numbered(1).model_dump(mode="json")
    written = orjson.dumps({"answers": {"1": row}})
    place.root.mkdir(exist_ok=True)
    place.store.write_bytes(written)
    return written


def test_the_format_written_is_the_last_that_can_be_reached() -> None:
    assert len(MIGRATIONS) == FORMAT


def test_a_new_store_names_its_format(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with opened(place) as store:
        store.add(numbered(1))

    assert format_of(tables_of(place.store)) == FORMAT


def test_a_store_without_a_format_is_brought_up_to_date(tmp_path: Path) -> None:
    place = Place(tmp_path)
    write_format_0(place)
    with opened(place) as store:
        assert store.notices == ()
        assert store.record(COURSE).answers == (numbered(1),)
        store.add(numbered(2))

    assert format_of(tables_of(place.store)) == FORMAT
    assert ids(read(place)) == [numbered(1).id, numbered(2).id]


def test_a_store_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    place = Place(tmp_path)
    written = write_format_0(place)
    with opened(place) as store:
        store.add(numbered(2))

    (copy,) = place.backups.glob("progress-*.json")
    assert copy.read_bytes() == written


def test_a_copy_of_the_older_format_is_completed_by_the_first_write_in_the_new_one(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path)
    write_format_0(place)
    with opened(place) as store:
        store.add(numbered(2))
    place.store.write_bytes(b"{")

    assert ids(read(place)) == [numbered(1).id, numbered(2).id]


def test_it_is_copied_even_where_the_day_has_its_copy_already(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for number in (1, 2):
        with opened(place) as store:
            store.add(numbered(number))
    written = write_format_0(place)
    with opened(place, now=NOON + days(0.1)) as store:
        store.add(numbered(3))

    copies = [path.read_bytes() for path in place.backups.glob("progress-*.json")]
    assert written in copies


def test_a_store_of_today_gets_no_second_copy_for_its_format(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for number in (1, 2, 3):
        with opened(place) as store:
            store.add(numbered(number))

    assert len(list(place.backups.glob("progress-*.json"))) == 1


def test_reading_an_older_store_writes_nothing(tmp_path: Path) -> None:
    place = Place(tmp_path)
    written = write_format_0(place)

    assert ids(read(place)) == [numbered(1).id]
    assert listing(tmp_path) == {"progress.json": written}


@pytest.mark.parametrize("writing", [True, False])
def test_a_store_from_a_newer_version_is_refused_and_left_as_it_is(
    tmp_path: Path, *, writing: bool
) -> None:
    place = Place(tmp_path)
    written = orjson.dumps({"meta": {"1": {"format": FORMAT + 1}}, "answers": {}})
    place.store.write_bytes(written)

    with pytest.raises(StoreError) as refused:
        tried(place, writing=writing)

    assert refused.value.exit_code == 3
    assert refused.value.message_id == "errors.store-newer"
    assert refused.value.values["found"] == FORMAT + 1
    assert refused.value.values["known"] == FORMAT
    assert place.store.read_bytes() == written
    assert not list(tmp_path.rglob("progress-*.json"))


def test_a_refused_store_is_not_left_locked(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.store.write_bytes(b'{"meta": {"1": {"format": 99}}}')
    with pytest.raises(StoreError) as refused, opened(place):
        pass
    place.store.unlink()

    with opened(place) as store:
        assert not store.is_read_only
    assert refused.value.exit_code == 3


def test_each_step_is_taken_once_in_order(tmp_path: Path) -> None:
    def step(number: int) -> Tables:
        return {"meta": {"1": {"format": number}}}

    def first(tables: Tables) -> Tables:
        return {**tables, **step(1), "one": {}}

    def second(tables: Tables) -> Tables:
        assert "one" in tables
        return {**tables, **step(2), "two": {}}

    migrated = migrate({"zero": {}}, tmp_path, (first, second))
    assert migrated.keys() == {"zero", "meta", "one", "two"}
    assert migrate(step(2), tmp_path, (first, second)) == step(2)


@pytest.mark.parametrize(
    ("tables", "number"),
    [
        ({}, 0),
        ({"meta": {}}, 0),
        ({"meta": {"1": {}}}, 0),
        ({"meta": {"1": {"format": "un"}}}, 0),
        ({"meta": {"1": {"format": 1}}}, 1),
    ],
)
def test_the_format_of_a_store_that_does_not_say_is_0(
    tables: Tables, number: int
) -> None:
    assert format_of(tables) == number
