"""A disk without room, or that can no longer be written."""

import contextlib
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.small import Keyboard
from tests.faults.check import Check, ids_of
from tests.faults.children import Child, Say
from tests.faults.keepers import Keeper, Ours
from tests.faults.outcome import Outcome, Size, untried
from tests.faults.playing import TYPED, Command, Meddler, play
from tests.faults.running import LINES
from tests.faults.works import HELD, NEW

ROOM = 512 * 1024
"""Bytes of the small disk."""
PAGE = 4096
NAMES = ("full disk (tmpfs)", "disk read-only from the start (tmpfs)")


def limited(keeper: Keeper, folder: Path, size: Size) -> Iterator[Outcome]:
    """Let no file grow past a length, at every length up to that of the store.

    Args:
        keeper: what keeps the answers.
        folder: an empty folder.
        size: how much is tried.
    """
    check = Check("no room after so many bytes (RLIMIT_FSIZE)", keeper)
    root = folder / "home"
    longest = _length(keeper, root)
    for limit in range(0, longest + 1, max(1, longest // size.samples)):
        child = Child(_limited(keeper, root, limit))
        _, said = child.end()
        check.look(root, ids_of(check.numbers(said)))
        shutil.rmtree(root)
    if isinstance(keeper, Ours):
        low = (1, 1)
        set_low = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, low)  # noqa: E731
        said_all = play(root, Meddler(4, set_low)).end()
        check.hear(said_all)
        check.look_for(root, said_all.kept)
        shutil.rmtree(root)
    yield check.outcome()


def _length(keeper: Keeper, root: Path) -> int:
    """Return the bytes of a store with all answers."""
    add = keeper.opened(root)
    for number in (*HELD, NEW):
        add(number)
    length = keeper.file(root).stat().st_size
    shutil.rmtree(root)
    return length


def _limited(keeper: Keeper, root: Path, limit: int) -> Callable[[Say], None]:
    """Return what saves answers where files may not grow past a limit."""

    def do(say: Say) -> None:
        add = keeper.opened(root)
        for number in HELD:
            add(number)
            say(number)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with contextlib.suppress(*keeper.refusals):
            add(NEW)
            say(NEW)

    return do


def small_disk(folder: Path, size: Size) -> Iterator[Outcome]:
    """Fill a small disk, and make it read-only, while a person answers.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    with _mounted(folder / "disk") as disk:
        if disk is None:
            yield from (untried(name, "mounting is not allowed") for name in NAMES)
            return
        lines = LINES if size.stride == 1 else LINES[3:4]
        check = Check(NAMES[0])
        for line in lines:
            for pages in range(8 if size.stride == 1 else 2):
                _fill_and_play(disk, line, pages, check)
        yield check.outcome()
        yield _read_only(disk, disk / "home")


def _read_only(disk: Path, root: Path) -> Outcome:
    """Play, then make the disk read-only, and try to play and to look again."""
    check = Check(NAMES[1])
    kept = play(root, Keyboard(TYPED)).end().kept
    _remount(disk, "ro")
    try:
        check.hear(play(root, Keyboard(TYPED)).end())
        status = Command(root, Keyboard(""), "status").end()
        check.expect(status.status == 0, status.err)
    finally:
        _remount(disk, "rw")
    check.look_for(root, kept)
    return check.outcome()


def _fill_and_play(disk: Path, line: int, pages: int, check: Check) -> None:
    """Play, and leave but a few pages of room before a line is typed."""
    filler = disk / "plein"

    def fill() -> None:
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(PAGE))
        with contextlib.suppress(OSError), filler.open("r+b") as file:
            file.truncate(filler.stat().st_size - pages * PAGE)

    said = play(disk / "home", Meddler(line, fill)).end()
    filler.unlink()
    check.hear(said)
    check.look_for(disk / "home", said.kept)
    shutil.rmtree(disk / "home")


@contextmanager
def _mounted(point: Path) -> Iterator[Path | None]:
    """Mount a small disk in memory; None where that is not allowed."""
    point.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tutor-faults", str(point)]
    if not _runs(words):
        yield None
        return
    try:
        yield point
    finally:
        _runs(["umount", str(point)])


def _remount(disk: Path, how: str) -> None:
    """Make a disk read-only, or writable again."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def _runs(words: list[str]) -> bool:
    """Run a command of the system; return whether there is one and it agreed."""
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
