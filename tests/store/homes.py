"""A person's folder in a temporary place, and what tests do to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import orjson

from tests.factories import NOON, answer
from tutor.domain.answer import AnswerGiven, RunStarted
from tutor.store.disk import Disk
from tutor.store.opening import open_for_reading, open_for_writing
from tutor.store.place import Place
from tutor.store.storage import Tables
from tutor.store.store import Store

COURSE = "petit-cours"


def numbered(number: int, **fields: object) -> AnswerGiven:
    """Return an answer whose id and question end in a number."""
    return answer(id=f"{number:032x}", question=f"q-{number}", **fields)


def begun(name: str = "r" * 32, **fields: object) -> RunStarted:
    """Return a run over a lesson."""
    usual: dict[str, object] = {
        "id": name,
        "course": COURSE,
        "target": "bases",
        "kind": "lesson",
        "seed": 7,
        "at": NOON,
        "touched": NOON,
    }
    return RunStarted.model_validate({**usual, **fields})


@contextmanager
def opened(
    place: Place, now: datetime = NOON, disk: Disk | None = None
) -> Iterator[Store]:
    """Open the store for writing, and let it go at the end."""
    store = Store(open_for_writing(place, now, disk))
    try:
        yield store
    finally:
        store.close()


def read(place: Place) -> Store:
    """Open the store for reading."""
    return Store(open_for_reading(place))


def tried(place: Place, *, writing: bool) -> None:
    """Open the store one way or the other, and let it go."""
    opening = open_for_writing(place, NOON) if writing else open_for_reading(place)
    Store(opening).close()


def ids(store: Store) -> list[str]:
    """Return the ids of the answers of the course, in order."""
    return [each.id for each in store.record(COURSE).answers]


def saved(place: Place, *numbers: int, now: datetime = NOON) -> None:
    """Save answers, one write each."""
    with opened(place, now) as store:
        for number in numbers:
            store.add(numbered(number))


def tables_of(path: Path) -> Tables:
    """Return what a file of the store holds."""
    tables: Tables = orjson.loads(path.read_bytes())
    return tables


def listing(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def days(number: float) -> timedelta:
    """Return a number of days."""
    return timedelta(days=number)
