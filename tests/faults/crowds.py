"""Several tutors at once at one folder."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.cli.small import Keyboard
from tests.factories import NOON
from tests.faults.check import Check, ids_of
from tests.faults.children import Child, Say
from tests.faults.outcome import Outcome, Size
from tests.faults.playing import TYPED, Meddler, play
from tests.store.homes import numbered
from tutor.store.opening import open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store

CROWDS = (2, 10)
OTHER = "Un autre tuteur est ouvert sur ce carnet"
PATIENCE = 20.0
"""Seconds the first tutor waits for the others at most."""
SAVED_EACH = 3


def together(folder: Path, size: Size) -> Iterator[Outcome]:
    """Open several tutors: the first writes, the others read and say so.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    for number in CROWDS:
        check = Check(f"{number} tutors at once: one writes, the others read")
        for _ in range(size.crowds):
            _one_writes(folder / "home", number, check)
        yield check.outcome()
    check = Check("ten tutors race for the store")
    for _ in range(size.crowds):
        _race(folder / "home", check)
    yield check.outcome()


def _one_writes(root: Path, number: int, check: Check) -> None:
    """Let one tutor wait for a person while the others open and end."""
    go = root.with_name("go")
    opened = root.with_name("opened")

    def wait() -> None:
        opened.touch()
        _until(go.exists)

    first = play(root, Meddler(1, wait))
    _until(opened.exists)
    others = [play(root, Keyboard(TYPED)) for _ in range(number - 1)]
    for other in others:
        said = other.end()
        check.hear(said)
        check.expect(said.err.startswith(OTHER), said.err or "nothing was said")
        check.expect(not said.kept, "two tutors wrote at once")
    go.touch()
    said = first.end()
    check.expect(said.status == 0 and not said.err, said.err)
    check.expect(said.kept == SAVED_EACH, f"the first kept {said.kept} answers")
    check.look_for(root, said.kept)
    shutil.rmtree(root)
    go.unlink()
    opened.unlink()


def _race(root: Path, check: Check) -> None:
    """Let ten programs open and save as soon as they can."""
    children = [Child(_saver(root, 100 * number)) for number in range(1, 11)]
    said = [line for child in children for line in child.end()[1]]
    check.look(root, ids_of(check.numbers(said, "reads only")))
    shutil.rmtree(root)


def _saver(root: Path, first: int) -> Callable[[Say], None]:
    """Return what saves answers where it may."""

    def do(say: Say) -> None:
        store = Store(open_for_writing(Place(root), NOON))
        if store.is_read_only:
            say("reads only")
            return
        for number in range(first, first + SAVED_EACH):
            store.add(numbered(number))
            say(number)
        store.close()

    return do


def _until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.005)
