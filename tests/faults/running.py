"""What other programs do to the folder while a person answers."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.factories import StoppedClock
from tests.faults.check import Check
from tests.faults.outcome import Outcome, Size
from tests.faults.playing import Meddler, Said, play
from tests.store.homes import saved
from tutor.services.keeping import restore
from tutor.store.place import Place

LINES = range(1, 7)
"""The lines a person types, before each of which something may happen."""
OTHERS = (101, 102)
"""The answers of the store that takes the place of the person's."""


def changed(folder: Path, size: Size) -> Iterator[Outcome]:
    """Change the store under a running tutor, before each line that is typed.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    lines = LINES if size.stride == 1 else LINES[3:4]
    for name, meddle in MEDDLINGS.items():
        check = Check(f"under a running tutor: {name}")
        for line in lines:
            root = folder / "home"
            said = _played(root, line, meddle)
            check.hear(said)
            check.look_for(root, said.kept)
            shutil.rmtree(root)
        yield check.outcome()
    for name, rival in RIVALS.items():
        yield _rivalled(folder, lines, name, rival)


def _played(root: Path, line: int, meddle: Callable[[Place], object]) -> Said:
    """Play, and meddle before a line; return what was said."""
    return play(root, Meddler(line, lambda: meddle(Place(root)))).end()


def _rivalled(
    folder: Path, lines: range, name: str, rival: Callable[[Place, Place], object]
) -> Outcome:
    """Bring another store: the answers of both are to be found again.

    What the tutor put aside is brought back with `restore`, as it advises.
    """
    check = Check(f"under a running tutor: {name}")
    root, other = folder / "home", Place(folder / "autre")
    for line in lines:
        saved(other, *OTHERS)
        said = _played(root, line, lambda here: rival(here, other))
        check.hear(said)
        for aside in sorted(root.glob("progress-autre-*.json")):
            restore(Place(root), StoppedClock(), aside)
        check.look_for(root, said.kept + len(OTHERS))
        shutil.rmtree(root)
        shutil.rmtree(other.root)
    return check.outcome()


def _cut(place: Place) -> None:
    """Leave half of the store, where there is one."""
    if place.store.exists():
        os.truncate(place.store, place.store.stat().st_size // 2)


def _wipe(place: Place) -> None:
    """Fill the store with zeros, where there is one."""
    if place.store.exists():
        place.store.write_bytes(bytes(place.store.stat().st_size))


def _without_lock(here: Place, _: Place) -> None:
    """Erase the lock, as a person may who wants to write in a second tutor."""
    here.lock.unlink()
    saved(here, *OTHERS)


MEDDLINGS: dict[str, Callable[[Place], object]] = {
    "store erased": lambda place: place.store.unlink(missing_ok=True),
    "folder erased": lambda place: shutil.rmtree(place.root),
    "store cut in two": _cut,
    "store filled with zeros": _wipe,
    "copies erased": lambda place: shutil.rmtree(place.backups),
}
RIVALS: dict[str, Callable[[Place, Place], object]] = {
    "another store put in place": lambda here, other: other.store.replace(here.store),
    "lock erased, a second tutor writes": _without_lock,
}
