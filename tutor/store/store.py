"""What the tutor remembers of one person, course by course."""

import threading
from collections.abc import Mapping
from operator import is_
from typing import Any

from pydantic import TypeAdapter, ValidationError
from tinydb import TinyDB, where
from tinydb.table import Document

from tutor.domain.answer import (
    AnswerGiven,
    Bookmark,
    Dispute,
    LocalName,
    Note,
    Positioning,
    Record,
    RunStarted,
    SurveyAnswer,
)
from tutor.domain.errors import StoreError
from tutor.domain.notice import Notice
from tutor.domain.value import Value
from tutor.store.opening import Opened
from tutor.store.storage import Tables

Fact = AnswerGiven | Positioning | Note | SurveyAnswer | LocalName | Bookmark | Dispute
_TABLES: dict[type[Value], str] = {
    AnswerGiven: "answers",
    Positioning: "positionings",
    Note: "notes",
    SurveyAnswer: "survey",
    LocalName: "local_names",
    Bookmark: "bookmarks",
    Dispute: "disputes",
}
KINDS: dict[str, type[Value]] = {
    **{name: kind for kind, name in _TABLES.items()},
    "runs": RunStarted,
}
"""What the rows of each table are."""


class Store:
    """The person's own file: answers, what they say of themself, runs, preferences.

    Answers are written once and never changed. Every method that writes returns
    only after the bytes are on the disk; calls from several threads wait in turn.
    """

    def __init__(self, opened: Opened) -> None:
        self._storage = opened.storage
        self._lock = opened.lock
        self._turn = threading.RLock()
        self._db = TinyDB(storage=lambda: opened.storage)
        self._understood: dict[tuple[str, str], _Understood] = {}
        self._known = _known_ids(opened.storage.read())
        self.notices: tuple[Notice, ...] = opened.notices
        """What the person must be told about the way it was opened."""

    @property
    def is_read_only(self) -> bool:
        """Whether another tutor holds the store, or it was opened for reading."""
        return self._lock is None

    def record(self, course: str) -> Record:
        """Return everything known of a course.

        Args:
            course: its id.

        Raises:
            StoreError: a row cannot be understood.
        """
        with self._turn:
            tables = self._storage.read()
            found = {
                name: self._understood_of(name, kind, course).values(tables)
                for kind, name in _TABLES.items()
            }
            runs = _Understood("runs", RunStarted, course).values(tables)
        return Record.model_construct(None, **found, runs=runs)

    def _understood_of(
        self, name: str, kind: type[Value], course: str
    ) -> "_Understood":
        """Return what was understood of a table so far."""
        key = name, course
        if key not in self._understood:
            self._understood[key] = _Understood(name, kind, course)
        return self._understood[key]

    def add(self, *facts: Fact) -> None:
        """Save facts.

        Args:
            *facts: what was done; one whose id is known already is left out, so
                that saving again after a fault stores nothing twice.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused; nothing of the failing table was saved.
        """
        with self._turn:
            for kind, name in _TABLES.items():
                new = {
                    fact.id: fact
                    for fact in facts
                    if isinstance(fact, kind) and fact.id not in self._known
                }
                if new:
                    rows = [fact.model_dump(mode="json") for fact in new.values()]
                    self._db.table(name).insert_multiple(rows)
                    self._known.update(new)

    def keep_run(self, run: RunStarted) -> None:
        """Save where a run stands, in place of what was known of it.

        Args:
            run: the run; where a worker that was late brings an earlier state of
                it, the later one stays.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused.
        """
        row = run.model_dump(mode="json")
        with self._turn:
            table = self._db.table("runs")
            known = table.get(where("id") == run.id)
            gone_past = known.get("passed", ()) if isinstance(known, Document) else ()
            if len(gone_past) <= len(run.passed):
                table.upsert(row, where("id") == run.id)

    def erase_note(self, note: str) -> None:
        """Erase one note; what a person says of themself is theirs to take back.

        Args:
            note: its id. One that is not there is no fault.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused; the note is still there.
        """
        with self._turn:
            self._db.table("notes").remove(where("id") == note)

    def preferences(self) -> dict[str, Any]:
        """Return what the person chose, such as certainty on or off."""
        with self._turn:
            rows = self._storage.read().get("preferences", {})
        return {name: value for row in rows.values() for name, value in row.items()}

    def prefer(self, name: str, value: str | int | bool) -> None:
        """Save one choice of the person.

        Args:
            name: what it is about.
            value: what they chose.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused.
        """
        with self._turn:
            chosen = {**self.preferences(), name: value}
            table = self._db.table("preferences")
            if len(table):
                table.update(chosen)
            else:
                table.insert(chosen)

    def close(self) -> None:
        """Let another tutor write."""
        if self._lock is not None:
            self._lock.release()


def _known_ids(tables: Tables) -> set[str]:
    """Return the ids of all facts stored."""
    return {
        str(row.get("id"))
        for name in _TABLES.values()
        for row in tables.get(name, {}).values()
    }


class _Understood:
    """The facts of a course in one table, each understood once: they never change."""

    def __init__(self, name: str, kind: type[Value], course: str) -> None:
        self._name = name
        self._course = course
        self._reader = TypeAdapter(list[kind])  # type: ignore[valid-type]
        self._rows: list[Mapping[str, Any]] = []
        self._values: list[Any] = []

    def values(self, tables: Tables) -> tuple[Any, ...]:
        """Return them in order of writing; what was read before costs next to nothing.

        Args:
            tables: those of the store.

        Raises:
            StoreError: a row cannot be understood.
        """
        rows = [*tables.get(self._name, {}).values()]
        known = len(self._rows)
        if known > len(rows) or not all(map(is_, self._rows, rows)):
            known, self._rows, self._values = 0, [], []
        new = [row for row in rows[known:] if row.get("course") == self._course]
        try:
            self._values += self._reader.validate_python(new)
        except ValidationError as error:
            raise StoreError("errors.store-row", table=self._name) from error
        self._rows = rows
        return tuple(self._values)
