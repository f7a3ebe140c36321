"""From statements to the bundles they were made of, however many and in any order.

What was read waits on the disk, in a temporary database that nobody else can open and
that goes when the reading ends: a record store may hold all the interns of the country.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import IO, Any, NamedTuple
from uuid import UUID

from pydantic import ValidationError
from pydantic_core import from_json

from tutor.domain.bundle import Bundle
from tutor.domain.bundle_reading import LARGEST, MOST_BRACKETS
from tutor.domain.bundle_text import finished
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused
from tutor.interop.statements import FACTS, HAND_OVER, HEAD
from tutor.interop.statements_back import CHANGES, ONE, Told, told_by

LONGEST_LINE = 4 * 2**20
"""Bytes of the longest statement read: a hand-over of a hundred thousand facts."""
_BOM = b"\xef\xbb\xbf"
_SHOWN = 8
_AT_ONCE = 500
_TABLES = """
    CREATE TABLE facts (id BLOB PRIMARY KEY, owner TEXT, part TEXT, said TEXT)
        WITHOUT ROWID;
    CREATE TABLE hands (number INTEGER PRIMARY KEY, id BLOB UNIQUE, learner TEXT,
        owner TEXT, head TEXT);
    CREATE TABLE named (id BLOB PRIMARY KEY) WITHOUT ROWID;
"""

Line = bytes | str | Mapping[str, Any]
"""A statement as a line of a file, or as a record store gave it."""


class HandedOver(NamedTuple):
    """A bundle that statements gave back."""

    name: str
    """What people are told it is: the name of its source, `!`, and whose it is."""
    bundle: Bundle


def bundles_from(
    statements: Iterable[Line], named: str = ""
) -> tuple[tuple[Bundle, ...], tuple[Refused, ...]]:
    """Return the bundles that statements were made of, and what was left out.

    Args:
        statements: in any order, other people's among them.
        named: where they come from.

    Raises:
        TutorError: the temporary folder refuses.
    """
    found = list(read_statements(statements, named))
    bundles = tuple(each.bundle for each in found if isinstance(each, HandedOver))
    return bundles, tuple(each for each in found if isinstance(each, Refused))


def read_statements(
    statements: Iterable[Line], named: str = ""
) -> Iterator[HandedOver | Refused]:
    """Yield the bundles that statements were made of, and what was left out.

    Memory holds one bundle at a time. A statement met twice counts once; what no
    hand-over names was never agreed to as a whole, and does not count.

    Args:
        statements: in any order, other people's among them.
        named: where they come from.

    Raises:
        TutorError: the temporary folder refuses.
    """
    faults = _Faults(named)
    try:
        with closing(sqlite3.connect("")) as database:
            database.executescript(_TABLES)
            _keep_all(statements, database, faults)
            yield from _handed_over(database, faults)
            lonely = "SELECT count(*) FROM facts WHERE id NOT IN (SELECT id FROM named)"
            ((alone,),) = database.execute(lonely)
    except sqlite3.Error as error:
        raise TutorError("xapi.temporary", reason=str(error)) from error
    if alone:
        faults.count_in(TutorError("xapi.refused.alone", **ONE), 0, alone)
    yield from faults.told()


def lines_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file; of one too long, hardly more than is ever read.

    Args:
        file: opened to read bytes.
    """
    while line := file.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE + 1)


class _Faults:
    """What was left out, by reason: how often, and where first."""

    def __init__(self, named: str) -> None:
        self.named = named
        self._found: dict[tuple[str, str], list[int]] = {}

    def count_in(self, error: TutorError, number: int, count: int = 1) -> None:
        """Count what is the matter with a statement, by its number from 1."""
        key = (error.message_id, str(error.values.get("field", "")))
        self._found.setdefault(key, [0, number])[0] += count

    def told(self) -> Iterator[Refused]:
        """Yield each reason once."""
        for (message_id, field), (count, number) in self._found.items():
            values: dict[str, str | int] = {"n": count, "first": number}
            if field:
                values["field"] = field
            yield Refused(
                path=self.named, message_id=message_id, values=values, used=False
            )


def _keep_all(
    statements: Iterable[Line], database: sqlite3.Connection, faults: _Faults
) -> None:
    """Put what statements tell into the database."""
    for number, each in enumerate(statements, 1):
        try:
            value = _json(each, first=number == 1)
            if value is not None:
                _keep(told_by(value), database)
        except TutorError as error:
            faults.count_in(error, number)


def _json(line: Line, *, first: bool) -> object:
    """Return the JSON of a line; None where it is blank.

    Raises:
        TutorError: there is none, or it is too large.
    """
    if isinstance(line, Mapping):
        return line
    data = line.encode("utf-8", "replace") if isinstance(line, str) else line
    data = data.removeprefix(_BOM).strip() if first else data.strip()
    if len(data) > LONGEST_LINE or data.count(b"{") + data.count(b"[") > MOST_BRACKETS:
        raise TutorError("xapi.refused.huge", **ONE)
    if not data:
        return None
    try:
        return from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise TutorError("xapi.refused.not-json", **ONE) from error


def _keep(told: Told, database: sqlite3.Connection) -> None:
    """Put what one statement tells into the database."""
    if told.part == CHANGES:
        return
    owner = json.dumps([told.learner, told.course])
    said, key = json.dumps(told.said), UUID(told.id).bytes
    if told.part == HAND_OVER:
        database.execute(
            "INSERT OR IGNORE INTO hands (id, learner, owner, head) VALUES (?, ?, ?, ?)",
            (key, told.learner, owner, said),
        )
    else:
        database.execute(
            "INSERT OR IGNORE INTO facts VALUES (?, ?, ?, ?)",
            (key, owner, told.part, said),
        )


def _handed_over(
    database: sqlite3.Connection, faults: _Faults
) -> Iterator[HandedOver | Refused]:
    """Yield the bundle of each hand-over, in the order they were met."""
    rows = "SELECT learner, owner, head FROM hands ORDER BY number"
    for learner, owner, text in database.execute(rows):
        head = json.loads(text)
        names = [UUID(each).bytes for each in head["facts"]]
        path = f"{faults.named}!{learner[:_SHOWN]}-{head['bundle_id'][:_SHOWN]}"
        try:
            rows_found, missing = _facts(database, owner, names)
            bundle = _bundle(learner, head, rows_found)
        except TutorError as error:
            values = {k: v for k, v in error.values.items() if isinstance(v, str | int)}
            yield Refused(
                path=path, message_id=error.message_id, values=values, used=False
            )
            continue
        yield HandedOver(path, bundle)
        if missing:
            counts: dict[str, str | int] = {"n": missing, "all": len(names)}
            lacking = "xapi.refused.missing"
            yield Refused(path=path, message_id=lacking, values=counts, used=True)


def _facts(
    database: sqlite3.Connection, owner: str, names: list[bytes]
) -> tuple[dict[str, list[object]], int]:
    """Return the rows of facts by part, in the order of their names, and how many lack.

    Raises:
        TutorError: together they are larger than any bundle.
    """
    found: dict[str, list[object]] = {part: [] for part in FACTS}
    missing = size = 0
    for start in range(0, len(names), _AT_ONCE):
        batch = names[start : start + _AT_ONCE]
        kept = _kept(database, owner, batch)
        for name in batch:
            part, said = kept.get(name, ("", ""))
            size += len(said)
            if size > LARGEST:
                sizes = {"size": size // 2**20, "most": LARGEST // 2**20}
                raise TutorError("export.read.huge", **sizes)
            if part:
                found[part].append(json.loads(said))
            else:
                missing += 1
    return found, missing


def _kept(
    database: sqlite3.Connection, owner: str, names: list[bytes]
) -> dict[bytes, tuple[str, str]]:
    """Return what is kept of a person's facts by their names, and note they are named."""
    noted = "INSERT OR IGNORE INTO named VALUES (?)"
    database.executemany(noted, ((name,) for name in names))
    asked = ",".join("?" * len(names))
    rows = f"SELECT id, part, said FROM facts WHERE owner = ? AND id IN ({asked})"  # noqa: S608 - question marks
    return {
        name: (part, said)
        for name, part, said in database.execute(rows, (owner, *names))
    }


def _bundle(
    learner: str, head: Mapping[str, Any], rows: Mapping[str, list[object]]
) -> Bundle:
    """Return the bundle of a hand-over.

    Raises:
        TutorError: it is not what a bundle should be.
    """
    fields = {name: head[name] for name in (*HEAD, "exported_at", "learner")}
    try:
        return finished(
            Bundle.model_validate({**fields, "learner_id": learner, **rows})
        )
    except ValidationError as error:
        raise TutorError("xapi.refused.field", **ONE, field=HAND_OVER) from error
