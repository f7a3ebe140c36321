"""Write a file that a person asked for: whole, or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.domain.errors import TutorError
from tutor.domain.reasons import reason_of

_LONGEST_STEM = 60
_WRITABLE = 0o222


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


def write_over(path: Path, text: str) -> None:
    """Put a text in the place of a file, at once, with the rights it has.

    Args:
        path: a file that is there; a link is followed to the file it names.
        text: what it will hold, with its own line endings.

    Raises:
        TutorError: the file may not be written, or the disk refuses.
    """
    target = path.resolve()
    with writing(path):
        mode = target.stat().st_mode
        if not mode & _WRITABLE or not os.access(target, os.W_OK):
            raise TutorError("errors.write-protected", path=path)
        number, name = tempfile.mkstemp(dir=target.parent, prefix=".tutor-")
        waiting = Path(name)
        try:
            with open(number, "wb") as file:  # noqa: PTH123 - by descriptor
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            waiting.chmod(mode & 0o7777)
            waiting.replace(target)
        except BaseException:
            waiting.unlink(missing_ok=True)
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
        reason = reason_of(error)
        raise TutorError("errors.write-refused", path=path, reason=reason) from error


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there, and force it to the disk."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
