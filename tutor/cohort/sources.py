"""Find the bundles that paths stand for, and read them: files, folders, globs, zips."""

import glob
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from tutor.cohort.archives import members_of, read_member
from tutor.domain.bundle_reading import LARGEST, SEALED
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused
from tutor.domain.reasons import reason_of

ENDINGS = (".json", ".json.age", ".zip")
"""What the files taken from a folder end with."""
MOST_FILES = 100_000
"""Files of one report: seven times all the interns of the country."""
_SEALED_MORE = LARGEST // 64 + 4096
"""Bytes that sealing adds at most."""
_MOST_BYTES = LARGEST + _SEALED_MORE
_MB = 2**20

Opening = Callable[[bytes], bytes]
"""Opens what was sealed; two threads may ask at once."""


class Source(NamedTuple):
    """Where a bundle is."""

    path: str
    member: str | None = None
    """Its name inside the zip, if it is in one."""

    @property
    def name(self) -> str:
        """What people are told: `archive.zip!name` for what is in a zip."""
        return self.path if self.member is None else f"{self.path}!{self.member}"


class Found(NamedTuple):
    """What paths stand for."""

    sources: tuple[Source, ...]
    refused: tuple[Refused, ...]


class Reader:
    """Reads bundles, one zip open at a time."""

    def __init__(self, opening: Opening | None = None) -> None:
        self._opening = opening
        self._archive: zipfile.ZipFile | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the zip at hand."""
        self.close()

    def read(self, source: Source) -> bytes:
        """Return the bytes of a bundle, unsealed where there is a key.

        Args:
            source: where it is.

        Raises:
            TutorError: they cannot be read, or the key does not open them.
        """
        data = self._bytes(source)
        if self._opening is not None and data.startswith(SEALED):
            return self._opening(data)
        return data

    def _bytes(self, source: Source) -> bytes:
        """Return what is at a source, hardly more than is ever used.

        Raises:
            TutorError: it cannot be read.
        """
        try:
            if source.member is None:
                with open(source.path, "rb") as file:  # noqa: PTH123
                    size = min(os.fstat(file.fileno()).st_size, _MOST_BYTES)
                    return file.read(size)
            if self._archive is None or self._archive.filename != source.path:
                self.close()
                self._archive = zipfile.ZipFile(source.path)
        except (OSError, ValueError, zipfile.BadZipFile) as error:
            reason = reason_of(error)
            raise TutorError("report.refused.unreadable", reason=reason) from error
        return read_member(self._archive, source.member)

    def close(self) -> None:
        """Close the zip at hand, if there is one."""
        if self._archive is not None:
            self._archive.close()
            self._archive = None


def find(paths: Sequence[str | Path]) -> Found:
    """Return where the bundles are, each once, in the order of the paths.

    A folder is searched whole, links to folders left aside; what is hidden in it and
    what ends otherwise is not looked at, but a file that is named is.

    Args:
        paths: files, folders, zips, or patterns with `*`, `?` and `[`.
    """
    sources: dict[Source, None] = {}
    refused: list[Refused] = []
    seen: set[str] = set()
    folders: dict[str, str] = {}
    for path in _files(paths, refused):
        real = _real(path, folders)
        if real in seen:
            continue
        seen.add(real)
        if len(seen) > MOST_FILES:
            refused.append(_refusal(path, "report.refused.many", most=MOST_FILES))
            break
        for found in _in_file(path):
            if isinstance(found, Refused):
                refused.append(found)
            else:
                sources[found] = None
    return Found(tuple(sources), tuple(refused))


def _real(path: str, folders: dict[str, str]) -> str:
    """Return what a file is called once links are followed.

    Args:
        path: of a file.
        folders: what folders are called then; this adds that of the file. Many files
            are in few.
    """
    if os.path.islink(path):  # noqa: PTH114 - never raises for a path too long
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)  # noqa: PTH118


def _files(paths: Sequence[str | Path], refused: list[Refused]) -> Iterator[str]:
    """Yield the files that paths stand for; what stands for none is refused."""
    for each in map(str, paths):
        try:
            found = list(_of_path(each))
        except (OSError, ValueError) as error:
            reason = reason_of(error)
            refused.append(_refusal(each, "report.refused.unreadable", reason=reason))
            continue
        if not found:
            kind = "empty" if os.path.isdir(each) else "absent"  # noqa: PTH112
            refused.append(_refusal(each, f"report.refused.{kind}"))
        yield from found


def _of_path(path: str) -> Iterable[str]:
    """Yield the files that one path stands for.

    Raises:
        OSError: a folder cannot be read.
        ValueError: the path holds what no path can.
    """
    if os.path.isdir(path):  # noqa: PTH112 - never raises for a path too long
        return sorted(_in_folder(path))
    if os.path.lexists(path):
        return [path]
    if not glob.has_magic(path):
        return []
    found: list[str] = []
    for each in sorted(glob.iglob(path, recursive=True)):  # noqa: PTH207 - any root
        if os.path.isdir(each):  # noqa: PTH112
            continue
        found.append(each)
    return found


def _in_folder(path: str) -> Iterator[str]:
    """Yield the files of a folder and of those inside it.

    Raises:
        OSError: it cannot be read.
    """

    def fail(error: OSError) -> None:
        raise error

    for folder, inside, names in os.walk(path, onerror=fail):
        inside[:] = [each for each in inside if not _is_aside(each)]
        for name in names:
            if not _is_aside(name) and name.lower().endswith(ENDINGS):
                yield os.path.join(folder, name)  # noqa: PTH118


def _is_aside(name: str) -> bool:
    """Return whether a name is of what systems put beside the files of people."""
    return name.startswith((".", "__MACOSX"))


def _in_file(path: str) -> Iterator[Source | Refused]:
    """Yield the bundles in a file: itself, or those of a zip."""
    try:
        about = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        yield _refusal(path, "report.refused.unreadable", reason=reason)
        return
    if not stat.S_ISREG(about.st_mode):
        yield _refusal(path, "report.refused.special")
    elif path.lower().endswith(".zip"):
        for member in members_of(path):
            yield member if isinstance(member, Refused) else Source(path, member)
    elif about.st_size > _MOST_BYTES:
        sizes = {"size": about.st_size // _MB, "most": LARGEST // _MB}
        yield _refusal(path, "export.read.huge", **sizes)
    else:
        yield Source(path)


def _refusal(path: str, message_id: str, **values: str | int) -> Refused:
    """Return that a file is left out."""
    return Refused(path=path, message_id=message_id, values=values, used=False)
