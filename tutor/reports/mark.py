"""What every report carries, whatever its format: a file with it may be replaced."""

import io
import zipfile
from pathlib import Path

from tutor.domain.errors import TutorError
from tutor.domain.reasons import reason_of

MARK = "cpts-tutor/report/1"
"""The form of a report, and its version."""
LARGEST = 200_000_000
"""Bytes of the largest file looked into."""
_INSIDE = "docProps/core.xml"
"""Where a workbook says what it is."""
_LARGEST_INSIDE = 100_000


def is_ours(path: Path) -> bool:
    """Return whether a file is a report of the tutor's.

    Args:
        path: a file that is there.

    Raises:
        TutorError: it cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            return False
        data = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise TutorError("errors.write-refused", path=path, reason=reason) from error
    return MARK.encode() in data or _workbook_is_ours(data)


def _workbook_is_ours(data: bytes) -> bool:
    """Return whether a workbook says that the tutor made it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.getinfo(_INSIDE)
            if inside.file_size > _LARGEST_INSIDE:
                return False
            return MARK.encode() in archive.read(inside)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError):
        return False
