"""Write a file that a person asked for: whole, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.domain.errors import TutorError

_LONGEST_STEM = 60


def write_whole(path: Path, text: str) -> None:
    """Write a text in UTF-8 in the place of what was there.

    Args:
        path: the file, in a folder that is there.
        text: what it will hold.

    Raises:
        TutorError: it is a folder, its folder is not there, or the disk refuses; what
            was there is still there.
    """
    with writing(path):
        if path.is_dir():
            raise TutorError("errors.write-folder", path=path)
        if not path.parent.is_dir():
            raise TutorError("errors.write-parent", path=path.parent)
        waiting = path.with_name(f".{path.name[:_LONGEST_STEM]}.{os.getpid()}.tmp")
        try:
            _write_new(waiting, text)
            waiting.replace(path)
        except OSError:
            waiting.unlink(missing_ok=True)
            raise


def write_first(path: Path, text: str) -> None:
    """Write a text in UTF-8 where there was nothing.

    Args:
        path: the file, in a folder that is there.
        text: what it will hold.

    Raises:
        TutorError: there is something at that path, or the disk refuses; then no part
            of the file is left.
    """
    with writing(path):
        try:
            _write_new(path, text)
        except FileExistsError as error:
            raise TutorError("errors.write-exists", path=path) from error
        except OSError:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into an error for people.

    Args:
        path: what is being written.

    Raises:
        TutorError: the disk refused.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise TutorError("errors.write-refused", path=path, reason=reason) from error


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there, and force it to the disk."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
