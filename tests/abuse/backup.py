"""A file that says it is a backup: brought back, or refused with the record as it was."""

import json
from collections.abc import Iterator

from tests.abuse.homes import (
    assert_printed,
    assert_sound,
    assert_usable,
    fresh_home,
    hostile,
    stored,
    tables,
)
from tests.abuse.target import Target, assert_told, scratch
from tests.factories import StoppedClock
from tutor.domain.errors import TutorError
from tutor.services.keeping import exchange_with, put_in_place, restore
from tutor.store.archive import sealed

WORDS = (
    *('"meta":{"1":{"format":', '"answers":{', '"backup":{"1":{"digest":"', '"id":'),
    *('"course":"petit-cours"', '"preferences":{"1":{', '"runs"', '"notes"', '"at":'),
    *('"2026-11-22T12:00:00Z"', '"9999-12-31T23:59:59-23:59"', "1e400", "[[[[[[[["),
)
_FILE = scratch() / "carnet.json"
_CLOCK = StoppedClock()


def take(raw: bytes) -> None:
    """Bring a backup back to a home with a record, then put it in its place."""
    _FILE.write_bytes(raw)
    with fresh_home(kept=stored()) as place:
        try:
            exchange_with(place, _CLOCK, _FILE)
            restore(place, _CLOCK, _FILE)
        except TutorError as error:
            assert place.store.read_bytes() == stored()
            assert_told(error.message_id, dict(error.values))
            raise
        assert_sound(place)
        assert_printed(place, "restore", str(_FILE))
        put_in_place(place, _CLOCK, _FILE)
        assert_sound(place)
        assert_usable(place, len(raw))


def seeds() -> Iterator[bytes]:
    """Yield backups: with a seal, without, of an older form, and nearly right."""
    yield sealed(tables(), "2026-11-22")
    yield stored()
    yield json.dumps({"answers": tables()["answers"]}).encode()
    yield stored(meta={"1": {"format": 99}})
    yield stored(autre={"1": {"x": [1, {"y": None}]}})
    yield from hostile()


TARGET = Target(take, seeds, WORDS)
