"""A home to be abused: made anew for each input, and looked at afterwards."""

import contextlib
import io
import json
import os
import shutil
from collections.abc import Container, Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any

from tests.abuse.target import assert_harmless, scratch
from tests.cli.small import COURSE
from tests.factories import NOON, answer
from tutor.cli.main import status_of
from tutor.domain.answer import Bookmark, Note, Positioning, RunStarted
from tutor.services.library import Library
from tutor.store.health import health_of
from tutor.store.place import Place

if TYPE_CHECKING:
    from tutor.domain.value import Value

PLACE = Place(scratch() / "home")
_READ = Place(scratch())
LIBRARY = Library(COURSE, _READ)
"""The small course, read once."""
COMMANDS = (
    ("status", "--des"),
    ("marks",),
    ("review", "--list"),
    ("trace", "--list"),
    ("attestation",),
    ("export", "--list"),
)
"""What prints a record in the words of who wrote it."""
SOUND = frozenset({"empty", "fine", "old"})
"""How a store may be once the tutor has been at it."""


@contextlib.contextmanager
def fresh_home(*, kept: bytes = b"") -> Iterator[Place]:
    """Give a home where nothing was done, and clear it afterwards.

    Args:
        kept: what its store holds; no store where there is nothing.
    """
    PLACE.root.mkdir(parents=True)
    try:
        if kept:
            PLACE.store.write_bytes(kept)
        yield PLACE
    finally:
        shutil.rmtree(PLACE.root)


def assert_sound(place: Place, states: Container[str] = SOUND) -> None:
    """Assert that the store of a home can still be opened and read.

    Args:
        place: the home.
        states: how it may be.
    """
    found = health_of(place)
    assert found.state in states, found


def tables(**more: Any) -> dict[str, Any]:
    """Return a store with answers, a run, words and a preference.

    Args:
        **more: other tables, or these otherwise.
    """
    facts: dict[str, list[Value]] = {
        "answers": [
            answer(id=f"{n:032x}", question=name, credit=0.0, certainty=3)
            for n, name in enumerate(("l-une", "cas-1"))
        ],
        "runs": [
            RunStarted(
                target="lecon", kind="lesson", seed=1, touched=NOON, **_whose("a")
            )
        ],
        "notes": [Note(subject="l-note", text="un mot", **_whose("b"))],
        "positionings": [Positioning(code="C5.N.1", value="3", **_whose("c"))],
        "bookmarks": [Bookmark(target="lecon", key="l-une", **_whose("d"))],
    }
    rows = {
        name: {str(n): each.model_dump(mode="json") for n, each in enumerate(found, 1)}
        for name, found in facts.items()
    }
    kept = {"meta": {"1": {"format": 1}}, "preferences": {"1": {"theme": "light"}}}
    return {**kept, **rows, **more}


def stored(**more: Any) -> bytes:
    """Return the bytes of such a store.

    Args:
        **more: other tables.
    """
    return json.dumps(tables(**more)).encode()


def hostile() -> Iterator[bytes]:
    """Yield stores that somebody has forged: each value is of the right type."""
    known = tables()
    row = known["answers"]["1"]
    many = [{**row, "id": f"{n:032x}", "seconds": 1.7e308} for n in range(3)]
    deep: dict[str, Any] = {}
    for _ in range(300):
        deep = {"x": deep}
    for moment in (
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-23:59",
        "0001-01-01T00:00:00+23:59",
    ):
        yield stored(answers={"1": {**row, "at": moment}})
        yield stored(notes={"1": {**known["notes"]["1"], "at": moment}})
        yield stored(autre={"1": {"at": moment}})
    yield stored(answers={str(n): each for n, each in enumerate(many)})
    yield stored(answers={"9" * 5000: row})
    yield stored(autre={"1": deep}, backup={"1": {"digest": "x"}})
    yield stored(answers={"1": {**row, "response": [-1, 10**9], "step": -(2**62)}})
    yield stored(**{"\x1b[2J": {"1": {}}})
    yield stored(notes={"1": {**known["notes"]["1"], "text": "\x1b[2J\u202e"}})
    yield stored(bookmarks={"1": {**known["bookmarks"]["1"], "target": "a\0\x1b"}})
    yield stored(preferences={"1": {"review_minutes": 10**18, "lang": []}})


def assert_usable(place: Place, number: int) -> None:
    """Assert that a command that prints records can print this one, harmlessly.

    Args:
        place: a home.
        number: says which of the commands.
    """
    assert LIBRARY.course.head.id
    shutil.copytree(_READ.cache, place.cache, dirs_exist_ok=True)
    assert_printed(place, *COMMANDS[number % len(COMMANDS)])


def assert_printed(place: Place, *words: str) -> int:
    """Run a command of the tutor at a home, and assert that all it prints is harmless.

    Args:
        place: the home.
        *words: those of the command.

    Returns:
        The status of the command.
    """
    out, before = io.StringIO(), os.environ.get("TUTOR_HOME", "")
    os.environ["TUTOR_HOME"] = str(place.root)
    try:
        with redirect_stdout(out), redirect_stderr(out):
            status = status_of(["--course", str(COURSE), *words])
    finally:
        os.environ["TUTOR_HOME"] = before
    assert_harmless(out.getvalue())
    return status


def _whose(letter: str) -> dict[str, Any]:
    """Return what every fact has."""
    return {"id": letter * 32, "course": "petit-cours", "at": NOON}
