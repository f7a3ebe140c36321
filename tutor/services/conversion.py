"""Turn course files into another form: what every writer is given and gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tutor.domain.course import Unit
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.problem import Problem
from tutor.pipeline.courses import is_course, read_file, stands_alone, unit_files
from tutor.services.draws import Drawer, drawer_of, nothing
from tutor.services.previewing import refuse_absent
from tutor.services.surroundings import course_around, course_of, kind_at


@dataclass(frozen=True)
class Source:
    """A lesson or bank to be written in another form."""

    unit: Unit
    drawn: Drawer
    """Gives the questions of a `questions` block."""


class Manner(NamedTuple):
    """How it is to be written."""

    with_key: bool = False
    """Whether answers and their reasons go with the questions."""
    seed: int | None = None
    """The seed of the order of options; None keeps the author's."""


Writer = Callable[[Sequence[Source], Manner], str]


class Gathered(NamedTuple):
    """What was read of the files asked for."""

    sources: list[Source]
    lost: list[Problem]
    """The slips that cost a file one of its blocks."""
    files: list[Path]


def gather(paths: Sequence[Path], current: Path, seed: int | None = None) -> Gathered:
    """Return the lessons and banks of some files, in the order they were asked for.

    Args:
        paths: files, or folders: all lessons and banks of a course, otherwise all
            Markdown files that lie in it.
        current: the course at hand, for files outside any.
        seed: the seed of what is drawn from banks.

    Raises:
        WrongUseError: a path does not exist or holds no lesson and no bank.
        ContentError: a file cannot be read.
    """
    files = [file for path in paths for file in _files_at(path)]
    sources, lost = [], []
    for path in files:
        unit, slips = read_file(path, kind_at(path), str(path))
        errors = [slip for slip in slips if slip.severity == "error"]
        if unit is None:
            first = errors[0]
            raise ContentError(
                "errors.file-unplayable", path=path, line=first.line, code=first.code
            )
        lost.extend(errors)
        sources.append(Source(unit, _drawer(path, unit, current, seed)))
    return Gathered(sources, lost, files)


def refuse_own_file(output: Path, files: Sequence[Path]) -> None:
    """Refuse to write over what was read.

    Args:
        output: the file to write.
        files: the files that were read.

    Raises:
        WrongUseError: it is one of them.
    """
    for path in files:
        same = output.exists() and output.samefile(path)
        if same or output.absolute() == path.absolute():
            raise WrongUseError("errors.output-is-input", path=output)


def _files_at(path: Path) -> list[Path]:
    """Return the files a path stands for."""
    if path.is_dir():
        inside = unit_files(path) if is_course(path) else ()
        files = [file for file, _ in inside] or sorted(path.glob("*.md"))
        if not files:
            raise WrongUseError("errors.not-a-unit", path=path)
        return files
    refuse_absent(path)
    if stands_alone(path):
        raise WrongUseError("errors.not-a-unit", path=path)
    return [path]


def _drawer(path: Path, unit: Unit, current: Path, seed: int | None) -> Drawer:
    """Return what draws questions for a file, reading its course only where it must."""
    if not unit.draws:
        return nothing
    course = course_around(course_of(path, current), [unit])
    return drawer_of(course, seed or 0)
