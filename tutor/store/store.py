"""What the tutor remembers of one person, course by course."""

import threading
from typing import Any, TypeVar

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
_Row = TypeVar("_Row", bound=Value)


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
        return Record(
            answers=_rows(tables, "answers", AnswerGiven, course),
            positionings=_rows(tables, "positionings", Positioning, course),
            notes=_rows(tables, "notes", Note, course),
            runs=_rows(tables, "runs", RunStarted, course),
            survey=_rows(tables, "survey", SurveyAnswer, course),
            local_names=_rows(tables, "local_names", LocalName, course),
            bookmarks=_rows(tables, "bookmarks", Bookmark, course),
            disputes=_rows(tables, "disputes", Dispute, course),
        )

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


def _rows(tables: Tables, name: str, kind: type[_Row], course: str) -> tuple[_Row, ...]:
    """Return the rows of a table that belong to a course, in order of writing."""
    found = [
        row for row in tables.get(name, {}).values() if row.get("course") == course
    ]
    try:
        return TypeAdapter(tuple[kind, ...]).validate_python(found)  # type: ignore[valid-type]
    except ValidationError as error:
        raise StoreError("errors.store-row", table=name) from error
