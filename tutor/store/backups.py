"""Rolling backups: one a day for a week, one a week for a month, and the last write."""

import contextlib
import os
from datetime import date, datetime
from pathlib import Path

from tutor.store.disk import Disk
from tutor.store.storage import PREVIOUS

DAYS = 7
WEEKS = 4
_NAME = "progress-%Y%m%d-%H%M%S.json"


def backup_paths(folder: Path) -> list[Path]:
    """Return the dated backups, newest first."""
    return sorted(folder.glob("progress-*.json"), reverse=True)


def newest_first(folder: Path) -> list[Path]:
    """Return every copy worth trying when the store is damaged, newest first."""
    copies = [*folder.glob(PREVIOUS), *folder.glob("progress-*.json")]
    return sorted(copies, key=_written, reverse=True)


def _written(path: Path) -> float:
    """Return when a file was last written."""
    with contextlib.suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def day_of(path: Path) -> date | None:
    """Return the day in the name of a dated backup."""
    try:
        return datetime.strptime(path.name, _NAME).date()  # noqa: DTZ007 - a day only
    except ValueError:
        return None


def back_up(store: Path, folder: Path, now: datetime, disk: Disk) -> Path | None:
    """Copy the store once a day, and thin out old copies.

    Args:
        store: the file to copy.
        folder: where backups live; made where missing.
        now: the present moment, where the person is.
        disk: the disk to write on.

    Returns:
        The new copy, or None where today already has one or there is nothing yet.

    Raises:
        OSError: the copy could not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not store.exists():
        return None
    if any(day_of(path) == now.date() for path in backup_paths(folder)):
        return None
    return copy_now(store, folder, now, disk)


def copy_now(store: Path, folder: Path, now: datetime, disk: Disk) -> Path:
    """Copy the store under a dated name, whatever copies there are already.

    Args:
        store: the file to copy.
        folder: where backups live.
        now: the present moment, where the person is.
        disk: the disk to write on.

    Raises:
        OSError: the copy could not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / now.strftime(_NAME)
    copy_whole(store, target, disk)
    for path in superfluous(backup_paths(folder), now.date()):
        with contextlib.suppress(OSError):
            path.unlink()
    return target


def copy_whole(source: Path, target: Path, disk: Disk) -> None:
    """Copy a file, for its owner only, so that the copy is whole or absent.

    The copy bears the date of what it holds, by which the newest one is known.

    Args:
        source: a store or a copy of it.
        target: the copy to make, in place of what is there.
        disk: the disk to write on.

    Raises:
        OSError: the copy could not be written.
    """
    waiting = target.with_name("copy.tmp")
    moment = source.stat().st_mtime_ns
    disk.write_new(waiting, source.read_bytes())
    with contextlib.suppress(OSError):
        os.utime(waiting, ns=(moment, moment))
    disk.replace(waiting, target)


def superfluous(paths: list[Path], today: date) -> list[Path]:
    """Return the dated backups that can go.

    Args:
        paths: dated backups, newest first.
        today: the local day.

    Returns:
        All but the newest of each of the last seven days and, among older ones, of
        each of the last four weeks from Monday; a copy from the future is kept.
    """
    seen: set[tuple[str, int]] = set()
    gone = []
    for path in paths:
        day = day_of(path)
        if day is None or day > today:
            continue
        age, weeks = (today - day).days, _week(today) - _week(day)
        slot = ("day", age) if age < DAYS else ("week", weeks)
        if weeks > WEEKS or slot in seen:
            gone.append(path)
        seen.add(slot)
    return gone


def _week(day: date) -> int:
    """Return the number of a week; it stays that of the day as time goes on."""
    return (day.toordinal() - 1) // 7
