"""Write a file that only its owner may read: a bundle, a private key."""

import os
from pathlib import Path

from tutor.domain.errors import TutorError
from tutor.services.whole_file import writing
from tutor.store.archive import write_archive
from tutor.store.disk import RealDisk


def write_private(path: Path, data: bytes, *, over: bool = False) -> None:
    """Write a file for its owner only, whole or not at all.

    Args:
        path: the file, in a folder that is there.
        data: its bytes.
        over: whether what is there may be replaced; a folder never is.

    Raises:
        TutorError: there is something at that path, its folder is not there, or the
            disk refuses; what was there is still there.
    """
    with writing(path):
        if path.is_dir():
            raise TutorError("errors.write-folder", path=path)
        if not path.parent.is_dir():
            raise TutorError("errors.write-parent", path=path.parent)
        if over:
            write_archive(path, data, RealDisk())
        else:
            _write_new(path, data)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file where there was nothing, and force it to the disk.

    Raises:
        TutorError: there is something.
        OSError: the disk refused; no part of the file is left.
    """
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise TutorError("errors.write-exists", path=path) from error
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - by descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
