"""Files of xAPI statements among those of a report, brought to bundles it can read."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tutor.domain.bundle_reading import SEALED
from tutor.domain.bundle_text import written
from tutor.domain.errors import TutorError
from tutor.domain.figures import Figures, Refused
from tutor.domain.reasons import reason_of
from tutor.interop.statement_reading import HandedOver, lines_of, read_statements
from tutor.interop.statements import ENDING
from tutor.services.sealing import ENDING as SEALED_ENDING

ENDINGS = (ENDING, f"{ENDING}{SEALED_ENDING}")
"""How the names of files of statements end."""
LARGEST_SEALED = 256 * 2**20
"""Bytes of the largest sealed file that is opened: it is opened in memory."""
_EMPTY = "report.refused.empty"

Opening = Callable[[bytes], bytes]


class Among(NamedTuple):
    """What a report reads in the place of files of statements."""

    paths: tuple[str, ...]
    """The files without statements, and a folder of the bundles of the others."""
    names: dict[str, str]
    """What people are told of each file of that folder."""
    refused: tuple[Refused, ...]
    """The statements that were left out."""
    folders: frozenset[str] = frozenset()
    """The folders that hold statements: they are not empty, whatever else they lack."""

    def all_refused(self, refused: Iterable[Refused]) -> tuple[Refused, ...]:
        """Return what was left out, under the names that people know.

        Args:
            refused: what the report left out.
        """
        told = [
            each.model_copy(update=self._named(each))
            for each in refused
            if each.message_id != _EMPTY or each.path not in self.folders
        ]
        return (*self.refused, *told)

    def told(self, figures: Figures) -> Figures:
        """Return figures that name what was left out as people know it.

        Args:
            figures: made of `paths`.
        """
        refused = self.all_refused(figures.refused)
        return figures.model_copy(update={"refused": refused})

    def _named(self, refused: Refused) -> dict[str, object]:
        """Return the path of a file as people know it, and that of its copy."""
        values = {
            name: self.names.get(value, value) if isinstance(value, str) else value
            for name, value in refused.values.items()
        }
        return {"path": self.names.get(refused.path, refused.path), "values": values}


@contextmanager
def bundles_among(
    paths: Sequence[str], opening: Opening | None = None
) -> Iterator[Among]:
    """Make bundles of the files of statements among paths, for as long as is needed.

    Args:
        paths: files, folders or patterns; a folder is searched whole.
        opening: opens what was sealed.

    Raises:
        TutorError: the temporary folder refuses.
    """
    told = _sorted(paths)
    found = (each for file in told.files for each in _read(file, opening))
    with as_files(found) as among:
        whole = (*told.rest, *among.paths)
        yield among._replace(paths=whole, folders=frozenset(told.folders))


@contextmanager
def as_files(found: Iterable[HandedOver | Refused]) -> Iterator[Among]:
    """Write bundles to a folder that only this person reads, and that goes afterwards.

    Args:
        found: as `read_statements` yields them.

    Raises:
        TutorError: the temporary folder refuses.
    """
    names: dict[str, str] = {}
    refused: list[Refused] = []
    try:
        kept = TemporaryDirectory(prefix="tutor-")
    except OSError as error:
        raise _full(error) from error
    with kept as folder:
        for each in found:
            if isinstance(each, Refused):
                refused.append(each)
                continue
            path = Path(folder) / f"{len(names):08}.json"
            try:
                path.write_bytes(written(each.bundle))
            except OSError as error:
                raise _full(error) from error
            names[str(path)] = each.name
        yield Among((folder,) if names else (), names, tuple(refused))


def _full(error: OSError) -> TutorError:
    """Return that the temporary folder refuses."""
    return TutorError("xapi.temporary", reason=reason_of(error))


class _Sorted(NamedTuple):
    """What paths stand for."""

    rest: list[str]
    """What is none of ours to read."""
    files: dict[str, None]
    """The files of statements, each once."""
    folders: set[str]
    """The folders that hold some."""


def _sorted(paths: Iterable[str]) -> _Sorted:
    """Tell the files of statements from the rest."""
    found = _Sorted([], {}, set())
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - never raises for a path too long
            inside = dict.fromkeys(sorted(_in_folder(path)))
            found.files.update(inside)
            found.folders.update({path} if inside else ())
            found.rest.append(path)
            continue
        shown = [path]
        if glob.has_magic(path) and not os.path.lexists(path):
            shown = sorted(glob.iglob(path, recursive=True)) or [path]  # noqa: PTH207
        for each in shown:
            if each.lower().endswith(ENDINGS) and os.path.isfile(each):  # noqa: PTH113
                found.files[each] = None
            elif len(shown) == 1 or not os.path.isdir(each):  # noqa: PTH112
                found.rest.append(each)
    return found


def _in_folder(path: str) -> Iterator[str]:
    """Yield the files of statements in a folder and those inside it."""
    for folder, inside, names in os.walk(path):
        inside[:] = [each for each in inside if not each.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.lower().endswith(ENDINGS):
                yield os.path.join(folder, name)  # noqa: PTH118


def _read(path: str, opening: Opening | None) -> Iterator[HandedOver | Refused]:
    """Yield what a file of statements gives; one that cannot be read is refused."""
    try:
        if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a pipe would hang
            yield _refusal(path, TutorError("report.refused.special"))
            return
        with open(path, "rb") as file:  # noqa: PTH123
            if not path.lower().endswith(ENDINGS[1]):
                yield from read_statements(lines_of(file), path)
                return
            data = file.read(LARGEST_SEALED + 1)
        opened = BytesIO(_opened(data, opening))
        yield from read_statements(lines_of(opened), path)
    except OSError as error:
        reason = reason_of(error)
        message_id = "report.refused.unreadable"
        yield _refusal(path, TutorError(message_id, reason=reason))
    except TutorError as error:
        yield _refusal(path, error)


def _opened(data: bytes, opening: Opening | None) -> bytes:
    """Return what was sealed.

    Raises:
        TutorError: it is too large, or there is no key that opens it.
    """
    if len(data) > LARGEST_SEALED:
        sizes = {"size": len(data) // 2**20, "most": LARGEST_SEALED // 2**20}
        raise TutorError("export.read.huge", **sizes)
    if not data.startswith(SEALED):
        return data
    if opening is None:
        raise TutorError("export.read.sealed")
    return opening(data)


def _refusal(path: str, error: TutorError) -> Refused:
    """Return that a file is left out."""
    values = {
        name: value if isinstance(value, int) else str(value)
        for name, value in error.values.items()
    }
    return Refused(path=path, message_id=error.message_id, values=values, used=False)
