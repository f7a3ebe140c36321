"""Two ways to keep answers: the tutor's own, and TinyDB as it comes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tinydb import TinyDB
from tinydb.storages import JSONStorage
from typing_extensions import override

from tests.factories import NOON
from tests.store.homes import ids, numbered
from tutor.domain.errors import StoreError
from tutor.store.opening import open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store

Add = Callable[[int], None]


class Keeper(Protocol):
    """Keeps answers in a folder."""

    refusals: tuple[type[Exception], ...]
    """What it raises where the disk refuses."""

    def file(self, root: Path) -> Path:
        """Return the file that holds them."""
        ...

    def opened(self, root: Path) -> Add:
        """Open it; return what saves the answer of a number, for good on return."""
        ...

    def found(self, root: Path) -> list[str]:
        """Open it anew and return the ids of its answers; raise where it is shut."""
        ...


class Ours(Keeper):
    """The store of the tutor."""

    refusals = (StoreError,)

    @override
    def file(self, root: Path) -> Path:
        return Place(root).store

    @override
    def opened(self, root: Path) -> Add:
        store = Store(open_for_writing(Place(root), NOON))
        if store.is_read_only:
            raise AssertionError("another tutor holds the store")
        return lambda number: store.add(numbered(number))

    @override
    def found(self, root: Path) -> list[str]:
        store = Store(open_for_writing(Place(root), NOON))
        try:
            if store.is_read_only:
                raise AssertionError("another tutor holds the store")
            return ids(store)
        finally:
            store.close()


class Stock(Keeper):
    """TinyDB over its own storage: what the suite must catch."""

    refusals = (OSError,)

    @override
    def file(self, root: Path) -> Path:
        return root / "stock.json"

    @override
    def opened(self, root: Path) -> Add:
        root.mkdir(exist_ok=True)
        table = TinyDB(self.file(root), storage=JSONStorage).table("answers")
        return lambda number: void(table.insert(_row(number)))

    @override
    def found(self, root: Path) -> list[str]:
        root.mkdir(exist_ok=True)
        with TinyDB(self.file(root), storage=JSONStorage) as found:
            return [row["id"] for row in found.table("answers")]


def void(_: object) -> None:
    """Drop what a call returned."""


def _row(number: int) -> dict[str, object]:
    """Return an answer as a row."""
    row: dict[str, object] = json.loads(numbered(number).model_dump_json())
    return row
