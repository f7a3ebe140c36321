"""Files that a disk gave back otherwise than they were written."""

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import orjson

from tests.cli.small import COURSE, Keyboard
from tests.factories import NOON, StoppedClock
from tests.faults.check import Check, ids_of
from tests.faults.keepers import Keeper, Ours
from tests.faults.outcome import Outcome, Size
from tests.faults.playing import play
from tests.services.players import answer_here
from tests.store.homes import saved, tables_of
from tutor.services.desk import Desk
from tutor.store.migrations import FORMAT
from tutor.store.place import Place

ANSWERS = range(1, 31)
SECTORS = (512, 4096)
"""Bytes of what a disk loses at once."""
COPIES = ("previous.json", "last.json", "progress-*.json")


def torn(keeper: Keeper, folder: Path, size: Size) -> Iterator[Outcome]:
    """Cut the store at every length, and zero each of its sectors and its tails.

    Args:
        keeper: what keeps the answers.
        folder: an empty folder.
        size: how much is tried.
    """
    template = folder / "template"
    add = keeper.opened(template)
    for number in ANSWERS:
        add(number)
    whole = keeper.file(template).read_bytes()
    step = max(1, len(whole) // size.samples)
    cut = [whole[:length] for length in range(0, len(whole), step)]
    tails = [each + bytes(len(whole) - len(each)) for each in cut]
    holes = [
        whole[:at] + bytes(len(whole[at : at + sector])) + whole[at + sector :]
        for sector in SECTORS
        for at in range(0, len(whole), sector * max(1, 6 * (size.stride > 1)))
    ]
    spoilt = {"cut": cut, "zeroed from a byte on": tails, "zeroed sectors": holes}
    for name, files in spoilt.items():
        check = Check(f"store {name}", keeper)
        for data in files:
            root = folder / "home"
            shutil.copytree(template, root)
            keeper.file(root).write_bytes(data)
            check.look(root, ids_of(ANSWERS))
            shutil.rmtree(root)
        if isinstance(keeper, Ours):
            _hear(template, folder / "home", files[len(files) // 2], check)
        yield check.outcome()
    shutil.rmtree(template)


def _hear(template: Path, root: Path, data: bytes, check: Check) -> None:
    """Open a damaged store with the command, and read what it says."""
    shutil.copytree(template, root)
    Place(root).store.write_bytes(data)
    check.hear(play(root, Keyboard("")).end())
    shutil.rmtree(root)


def copies(folder: Path, size: Size) -> Iterator[Outcome]:
    """Cut each kind of copy while the store is whole.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    check, root = Check("a copy cut, the store whole"), folder / "home"
    for pattern in COPIES:
        for part in range(0, 100, 50 if size.stride > 1 else 10):
            saved(Place(root), 1, 2)
            saved(Place(root), 3, 4)
            for path in Place(root).backups.glob(pattern):
                os.truncate(path, path.stat().st_size * part // 100)
            check.look(root, ids_of((1, 2, 3, 4)))
            shutil.rmtree(root)
    yield check.outcome()


def formats(folder: Path, size: Size) -> Iterator[Outcome]:
    """Open stores of newer and older versions.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    newer = Check("a store of a newer version: refused, untouched")
    root = folder / "home"
    for further in (1, 2, 98):
        saved(Place(root), *ANSWERS)
        before = Place(root).store.read_bytes()
        _number(root, FORMAT + further)
        bumped = Place(root).store.read_bytes()
        said = play(root, Keyboard("")).end()
        newer.hear(said)
        newer.expect(said.status == 3, f"status {said.status}")
        newer.expect(Place(root).store.read_bytes() == bumped, "it was changed")
        Place(root).store.write_bytes(before)
        newer.look(root, ids_of(ANSWERS))
        shutil.rmtree(root)
    yield newer.outcome()
    older = Check("a store of format 0: brought up to date, then torn")
    for number in (1, 5, 30):
        saved(Place(root), *range(1, number))
        _number(root, None)
        shutil.rmtree(Place(root).backups)
        saved(Place(root), number)
        older.look(root, ids_of(range(1, number + 1)))
        Place(root).store.write_bytes(b"{")
        older.look(root, ids_of(range(1, number + 1)))
        shutil.rmtree(root)
    yield older.outcome()


def _number(root: Path, number: int | None) -> None:
    """Write the number of a format into a store, or take it out."""
    path = Place(root).store
    tables = tables_of(path) if path.exists() else {}
    tables.pop("meta", None)
    if number is not None:
        tables["meta"] = {"1": {"format": number}}
    path.write_bytes(orjson.dumps(tables))


def clocks(folder: Path, size: Size) -> Iterator[Outcome]:
    """Set the clock back between two sessions, and in the middle of one.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    check, root = (
        Check("clock set back between sessions, then the store torn"),
        folder / "home",
    )
    place = Place(root)
    for days in (1, 30, 4000):
        ahead = timedelta(days=days)
        saved(place, 1, now=NOON + ahead)
        moment = place.store.stat().st_mtime + ahead.total_seconds()
        os.utime(place.store, (moment, moment))
        saved(place, 2, now=NOON + ahead)
        saved(place, 3, 4, now=NOON)
        saved(place, 5, 6, now=NOON - ahead)
        check.look(root, ids_of(range(1, 7)))
        place.store.write_bytes(b"{")
        check.look(root, ids_of(range(1, 7)))
        shutil.rmtree(root)
    yield check.outcome()
    yield _clock_in_a_run(root)


def _clock_in_a_run(root: Path) -> Outcome:
    """Set the clock back between two answers of one run."""
    check = Check("clock set back in the middle of a run")
    for days in (1, 30, 4000):
        clock = StoppedClock()
        desk = Desk(COURSE, Place(root), clock, Random(0))
        run = desk.start("banque")
        for _ in range(2):
            answer_here(run)
            desk.save(run)
            clock.forward(days=-days)
        desk.close()
        check.look_for(root, 2)
        shutil.rmtree(root)
    return check.outcome()
