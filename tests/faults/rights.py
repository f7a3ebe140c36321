"""A folder that may not be written, from the start or from some moment on."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.cli.small import COURSE, Keyboard
from tests.faults.check import Check
from tests.faults.children import Child
from tests.faults.outcome import Outcome, Size, untried
from tests.faults.playing import NOBODY, TYPED, Command, Meddler, become, play
from tests.faults.running import LINES
from tutor.store.place import Place

Change = Callable[[Place], None]


def refused(folder: Path, size: Size) -> Iterator[Outcome]:
    """Take rights away; root has them all, so another user plays where we are root.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    user = NOBODY if os.geteuid() == 0 else None
    reason = _why_not(folder, user)
    lines = LINES if size.stride == 1 else LINES[3:4]
    for name, change in CHANGES.items():
        if reason:
            yield untried(f"rights: {name}, in mid-run and from the start", reason)
            continue
        yield _in_mid_run(folder / "home", name, change, user, lines)
        yield _from_the_start(folder / "home", name, change, user)


def _in_mid_run(
    root: Path, name: str, change: Change, user: int | None, lines: range
) -> Outcome:
    """Take a right away before each line that is typed."""
    check = Check(f"rights: {name} in mid-run")
    for line in lines:
        _own(root, user)
        meddler = Meddler(line, lambda: change(Place(root)))
        said = play(root, meddler, user=user).end()
        _give_back(Place(root))
        check.hear(said)
        check.look_for(root, said.kept)
        shutil.rmtree(root)
    return check.outcome()


def _from_the_start(root: Path, name: str, change: Change, user: int | None) -> Outcome:
    """Take a right away, then open: a clear line, and what was kept stays."""
    check = Check(f"rights: {name} from the start")
    _own(root, user)
    kept = play(root, Keyboard(TYPED), user=user).end().kept
    change(Place(root))
    check.hear(play(root, Keyboard(TYPED), user=user).end())
    check.hear(Command(root, Keyboard(""), "status", user=user).end())
    _give_back(Place(root))
    check.look_for(root, kept)
    shutil.rmtree(root)
    return check.outcome()


def _why_not(folder: Path, user: int | None) -> str:
    """Return why this cannot be tried, or nothing."""
    if user is None:
        return ""
    folder.chmod(0o755)

    def look() -> None:
        become(user)
        (COURSE / "content" / "cours.toml").read_bytes()
        list(folder.iterdir())

    status, said = Child(lambda _: look()).end()
    return f"we are root, and cannot play as another user: {said[-1]}" if status else ""


def _own(root: Path, user: int | None) -> None:
    """Make the folder of a person, theirs."""
    root.mkdir()
    if user is not None:
        os.chown(root, user, user)


def _give_back(place: Place) -> None:
    """Give every right back."""
    place.root.chmod(0o700)
    for path in (place.backups, place.store):
        if path.exists():
            path.chmod(0o700)


def _close_folder(place: Place) -> None:
    """Let nothing be written in the folder."""
    place.root.chmod(0o500)


def _close_backups(place: Place) -> None:
    """Let nothing be written among the copies."""
    place.backups.chmod(0o500)


def _close_store(place: Place) -> None:
    """Let the store be neither read nor written."""
    if place.store.exists():
        place.store.chmod(0)


CHANGES: dict[str, Change] = {
    "folder read-only": _close_folder,
    "copies read-only": _close_backups,
    "store unreadable": _close_store,
}
