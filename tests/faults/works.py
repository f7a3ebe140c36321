"""Everything that writes to the folder of a person."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import orjson

from tests.factories import NOON, StoppedClock
from tests.faults.children import Say
from tests.faults.keepers import Keeper, Ours
from tests.store.homes import numbered, opened, tables_of
from tutor.services.keeping import restore
from tutor.store.archive import sealed
from tutor.store.place import Place

HELD = (1, 2, 3)
"""The answers that were kept before each try."""
NEW = 9
"""The answer that is given during a try."""
DAYS = 20
"""Of use that left a copy each, so that thinning them out is a part."""
Arm = Callable[[], object]


class Work(NamedTuple):
    """Something that writes."""

    name: str
    held: tuple[int, ...]
    """The answers kept before."""
    prepare: Callable[[Path], object]
    """Makes the folder with the answers held."""
    do: Callable[[Path, Arm, Say], object]
    """Does it; calls the second where the steps to strike begin, and says the number
    of an answer once it is acknowledged."""


def works(keeper: Keeper) -> list[Work]:
    """Return everything that writes.

    Args:
        keeper: what keeps the answers; TinyDB by itself only opens and adds.
    """

    def hold(root: Path) -> None:
        add = keeper.opened(root)
        for number in HELD:
            add(number)

    def save(root: Path, arm: Arm, say: Say) -> None:
        add = keeper.opened(root)
        arm()
        add(NEW)
        say(NEW)

    def begin(root: Path, arm: Arm, say: Say) -> None:
        arm()
        keeper.opened(root)(NEW)
        say(NEW)

    common = [
        Work("saving an answer", HELD, hold, save),
        Work("opening, then saving", HELD, hold, begin),
        Work("the first answer of all", (), lambda _: None, begin),
    ]
    if not isinstance(keeper, Ours):
        return common
    return [
        *common,
        Work("thinning out old copies", HELD, _use_for_long, begin),
        Work("mending a torn store", HELD, _tear, begin),
        Work("bringing format 0 up to date", HELD, _format_0, begin),
        Work("restoring a backup", HELD[:2], _part_and_back_up, _restore),
    ]


def hold(root: Path) -> None:
    """Save the answers held, one write each."""
    with opened(Place(root)) as store:
        for number in HELD:
            store.add(numbered(number))


def _use_for_long(root: Path) -> None:
    """Leave a copy of each of many days."""
    hold(root)
    place = Place(root)
    for day in range(1, DAYS):
        name = f"progress-{NOON - timedelta(days=day):%Y%m%d-%H%M%S}.json"
        shutil.copyfile(place.store, place.backups / name)


def _tear(root: Path) -> None:
    """Leave half of the store."""
    hold(root)
    store = Place(root).store
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])


def _format_0(root: Path) -> None:
    """Leave a store as the first version wrote it."""
    hold(root)
    tables = tables_of(Place(root).store)
    del tables["meta"]
    shutil.rmtree(root)
    root.mkdir()
    Place(root).store.write_bytes(orjson.dumps(tables))


def _part_and_back_up(root: Path) -> None:
    """Leave two of the answers in the store, the others in a backup."""
    hold(root)
    tables = tables_of(Place(root).store)
    (root / "sauvegarde.json").write_bytes(sealed(tables, "2026-11-22"))
    shutil.rmtree(Place(root).backups)
    Place(root).store.unlink()
    with opened(Place(root)) as store:
        store.add(numbered(1), numbered(2))


def _restore(root: Path, arm: Arm, say: Say) -> None:
    """Bring the backup back."""
    arm()
    restore(Place(root), StoppedClock(), root / "sauvegarde.json")
    say(HELD[-1])
