"""Mend the course files that `check` would look at, and write those that changed."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tutor.domain.course import UnitKind
from tutor.domain.errors import ContentError, TutorError, WrongUseError
from tutor.pipeline.additions import added_files
from tutor.pipeline.courses import (
    REFERENCE_FILES,
    is_course,
    shown,
    stands_alone,
    unit_files,
)
from tutor.pipeline.findings import Findings
from tutor.pipeline.mending.mend import mend
from tutor.pipeline.mending.names import Names
from tutor.pipeline.source import read_source
from tutor.services.checking import is_there
from tutor.services.collector import resting_collector
from tutor.services.whole_file import write_over


class MendedFile(NamedTuple):
    """A file that has other lines than before."""

    path: str
    """As it is shown."""
    before: str
    after: str
    repairs: tuple[tuple[str, int], ...]
    """The code and the line of each slip that was mended."""


class Mending(NamedTuple):
    """What was mended, and what could not be written."""

    files: tuple[MendedFile, ...]
    refused: tuple[TutorError, ...] = ()

    @property
    def repairs(self) -> int:
        """How many slips were mended."""
        return sum(len(each.repairs) for each in self.files)


class _Source(NamedTuple):
    """A file to mend."""

    path: Path
    name: str
    kind: UnitKind


@resting_collector()
def mend_paths(
    root: Path, paths: tuple[str, ...], added: Sequence[Path] = (), *, write: bool
) -> Mending:
    """Mend the lessons and banks among the files asked for.

    Args:
        root: the current course.
        paths: files or folders; none means the current course.
        added: folders of local lessons laid over the current course.
        write: whether the files are written, or only what would be.

    Raises:
        WrongUseError: a path does not exist, or an added folder holds no lesson.
        ContentError: the machine cannot say whether a path exists.
    """
    local = [_named(path) for folder in added for path, _ in added_files(folder)]
    sources = _sources(paths) if paths else [*_of_course(root), *local]
    names = Names(lambda: _texts(sources, root, local))
    done: list[MendedFile] = []
    refused: list[TutorError] = []
    for source in sources:
        text = _text(source.path)
        mended = text and mend(text, source.kind, names, _holder(source.path))
        if not text or not mended or mended.text == text:
            continue
        try:
            if write:
                write_over(source.path, mended.text)
            done.append(MendedFile(source.name, text, mended.text, mended.repairs))
        except TutorError as error:
            refused.append(error)
    return Mending(tuple(done), tuple(refused))


def _sources(paths: tuple[str, ...]) -> list[_Source]:
    """Return the lessons and banks that paths name, each once."""
    found: dict[Path, _Source] = {}
    for name in paths:
        path = Path(name)
        if not is_there(path):
            raise WrongUseError("errors.unknown-path", path=name)
        if not path.is_dir():
            inside = [_named(path)]
        elif is_course(path):
            inside = _of_course(path, shown_from=path)
        else:
            inside = [_named(each) for each in sorted(path.rglob("*.md"))]
        for source in inside:
            if source.path.name not in REFERENCE_FILES and not stands_alone(
                source.path
            ):
                found.setdefault(source.path.absolute(), source)
    return list(found.values())


def _of_course(root: Path, shown_from: Path | None = None) -> list[_Source]:
    """Return the lessons and banks of a course, as `check` shows them."""
    return [
        _Source(path, ((shown_from or Path()) / shown(path, root)).as_posix(), kind)
        for path, kind in unit_files(root)
    ]


def _named(path: Path) -> _Source:
    """Return a file on its own: a bank wherever it lies in `quizzes`."""
    is_bank = path.absolute().parent.name == "quizzes"
    return _Source(path, str(path), "bank" if is_bank else "lesson")


def _texts(
    sources: Sequence[_Source], root: Path, local: Sequence[_Source]
) -> Iterator[tuple[str, str]]:
    """Yield the files whose ids are taken: those to mend, and their courses."""
    folders = {source.path.absolute().parent for source in sources}
    homes = {
        next((each for each in (folder, *folder.parents) if is_course(each)), root)
        for folder in folders
    }
    paths = [each.path for home in homes for each in _of_course(home)]
    paths += [each.path for each in (*sources, *local)]
    for holder, path in {_holder(path): path for path in paths}.items():
        yield holder, _text(path) or ""


def _holder(path: Path) -> str:
    """Return the one name of a file, whatever links lead to it."""
    return os.path.realpath(path)


def _text(path: Path) -> str | None:
    """Return a file as decoded, or None where `check` does not read it either."""
    try:
        if read_source(path, Findings("")) is None:
            return None
        return path.read_bytes().decode("utf-8")
    except (ContentError, OSError, UnicodeDecodeError):
        return None
