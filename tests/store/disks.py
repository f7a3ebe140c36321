"""Disks that fail, written by hand."""

import os
from pathlib import Path

from tutor.store.disk import RealDisk

OPERATIONS = ("write_new", "torn_write", "keep_previous", "replace", "sync_folder")
"""Where a disk can fail; a torn write leaves half of the bytes behind."""


class FailingDisk:
    """A disk on which one operation fails while it is broken."""

    def __init__(self, operation: str, error: int) -> None:
        self.broken = True
        self._operation = operation
        self._error = error
        self._real = RealDisk()

    def write_new(self, path: Path, data: bytes) -> None:
        """Write a file, a half of it, or nothing."""
        if self.broken and self._operation == "torn_write":
            path.write_bytes(data[: len(data) // 2])
            raise OSError(self._error, os.strerror(self._error), str(path))
        self._trip("write_new")
        self._real.write_new(path, data)

    def keep_previous(self, path: Path, previous: Path) -> bool:
        """Keep the present file, or fail."""
        self._trip("keep_previous")
        return self._real.keep_previous(path, previous)

    def replace(self, source: Path, target: Path) -> None:
        """Replace, or fail."""
        self._trip("replace")
        self._real.replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        """Sync, or fail."""
        self._trip("sync_folder")
        self._real.sync_folder(folder)

    def keep_last(self, path: Path, data: bytes) -> None:
        """Keep what the last write brought."""
        self._real.keep_last(path, data)

    def _trip(self, operation: str) -> None:
        """Fail where this is the broken operation."""
        if self.broken and self._operation == operation:
            raise OSError(self._error, os.strerror(self._error))
