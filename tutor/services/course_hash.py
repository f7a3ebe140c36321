"""One text for what a course is made of, the same on every machine that has it."""

import hashlib
from pathlib import Path

from tutor.domain.errors import ContentError
from tutor.domain.reasons import reason_of
from tutor.services.places import PATTERNS

FILES = (*PATTERNS, "quizzes/*.md")


def course_hash(root: Path) -> str:
    """Return the SHA-256 over a course's sorted relative paths and what is in them.

    Line ends are taken as line feeds, so that a copy made on Windows has the same.
    Local lessons laid over the course are not part of it.

    Args:
        root: the folder of the course.

    Raises:
        ContentError: a file cannot be read.
    """
    found = {path.relative_to(root).as_posix(): path for path in _files(root)}
    digest = hashlib.sha256()
    for name in sorted(found):
        content = hashlib.sha256(_content(found[name])).hexdigest()
        digest.update(f"{name}\n{content}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(root: Path) -> list[Path]:
    """Return the files a course is made of."""
    found = (path for pattern in FILES for path in root.glob(pattern))
    return [path for path in found if path.is_file()]


def _content(path: Path) -> bytes:
    """Return what is in a file, with line feeds alone.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        reason = reason_of(error)
        raise ContentError(
            "errors.file-unreadable", path=path, reason=reason
        ) from error
