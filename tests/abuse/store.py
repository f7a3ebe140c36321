"""A store somebody has been at: opened, mended from a copy, or named as it is."""

from collections.abc import Iterator

from tests.abuse.homes import (
    LIBRARY,
    SOUND,
    assert_sound,
    assert_usable,
    fresh_home,
    hostile,
    stored,
)
from tests.abuse.target import Target, assert_noticed, assert_told
from tests.factories import NOON, answer
from tutor.domain.errors import TutorError
from tutor.store.health import health_of
from tutor.store.opening import open_for_reading, open_for_writing
from tutor.store.store import Store

WORDS = (
    *('"meta":{"1":{"format":', '"answers":{', '"id":', '"course":"petit-cours"', "{}"),
    *('"preferences":{"1":{', '"runs"', '"passed":[', '"1":{', '"\\u001b[2J"', "1e400"),
)

STATES = SOUND | {"strange"}
"""Rows of another course that mean nothing were there before, and are left alone."""


def take(raw: bytes) -> None:
    """Open bytes as a store, save an answer in it, look at all there is."""
    with fresh_home(kept=raw) as place:
        health_of(place)
        try:
            store = Store(open_for_writing(place, NOON))
            try:
                store.record(LIBRARY.course.head.id)
                store.add(answer(id="f" * 32))
            finally:
                store.close()
            Store(open_for_reading(place))
        except TutorError as error:
            assert_told(error.message_id, dict(error.values))
            raise
        assert_noticed(store.notices)
        assert_sound(place, STATES)
        assert_usable(place, len(raw))


def seeds() -> Iterator[bytes]:
    """Yield stores: whole, cut short, older, newer, empty."""
    yield stored()
    yield stored()[:300]
    yield b"{}"
    yield stored(meta={})
    yield stored(meta={"1": {"format": 99}})
    yield stored(notes={}, runs={"7": {"id": 3}})
    yield from hostile()


TARGET = Target(take, seeds, WORDS)
