"""The few things the store asks of a disk, in one place so that a test can fail them."""

import contextlib
import errno
import os
from pathlib import Path
from typing import Protocol

_UNABLE = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What file systems answer that cannot force a folder, such as some network ones."""


class Disk(Protocol):
    """What can go wrong while a file is written."""

    def write_new(self, path: Path, data: bytes) -> None:
        """Write a file and force it to the disk."""
        ...

    def keep_previous(self, path: Path, previous: Path) -> None:
        """Give the present file a second name, so that it outlives replacement."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in the place of another, at once."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Force the names in a folder to the disk."""
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

    def keep_previous(self, path: Path, previous: Path) -> None:
        """Link the present file; a disk without links keeps no previous one."""
        waiting = previous.with_suffix(".tmp")
        with contextlib.suppress(OSError):
            waiting.unlink(missing_ok=True)
            waiting.hardlink_to(path)
            waiting.replace(previous)

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
