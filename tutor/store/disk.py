"""The few things the store asks of a disk, in one place so that a test can fail them."""

import contextlib
import errno
import os
import shutil
from pathlib import Path
from typing import Protocol

_UNABLE = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What file systems answer that cannot force a folder, such as some network ones."""


class Disk(Protocol):
    """What can go wrong while a file is written."""

    def write_new(self, path: Path, data: bytes) -> None:
        """Write a file and force it to the disk."""
        ...

    def keep_previous(self, path: Path, previous: Path) -> bool:
        """Keep the present file under a second name; return whether it is kept."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another, at once."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Force the names in a folder to the disk."""
        ...

    def keep_last(self, path: Path, data: bytes) -> None:
        """Write a file that nothing but a damaged store needs; a refusal is no fault."""
        ...


class RealDisk:
    """The disk of this machine."""

    def write_new(self, path: Path, data: bytes) -> None:
        """Write a file readable by its owner only, and force it to the disk."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with open(os.open(path, flags, 0o600), "wb") as file:  # noqa: PTH123 - by descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def keep_previous(self, path: Path, previous: Path) -> bool:
        """Link the present file, or copy it on a disk without links."""
        waiting = previous.with_suffix(".tmp")
        try:
            waiting.unlink(missing_ok=True)
            try:
                waiting.hardlink_to(path)
            except OSError:
                shutil.copy2(path, waiting)
            waiting.replace(previous)
        except OSError:
            return False
        return True

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Force the names in a folder to the disk, where the system can."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _UNABLE:
                raise
        finally:
            os.close(descriptor)

    def keep_last(self, path: Path, data: bytes) -> None:
        """Write a file without waiting for the disk; refused, it leaves nothing."""
        waiting = path.with_suffix(".tmp")
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            with open(os.open(waiting, flags, 0o600), "wb") as file:  # noqa: PTH123 - by descriptor
                file.write(data)
            waiting.replace(path)
        except OSError:
            for left in (waiting, path):
                with contextlib.suppress(OSError):
                    left.unlink(missing_ok=True)
