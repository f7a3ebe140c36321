"""What lies around a file: its course, and the banks its lessons draw from."""

from collections.abc import Iterable
from pathlib import Path

from tutor.domain.course import Course, Unit, UnitKind
from tutor.pipeline.courses import (
    is_course,
    read_file,
    read_reference,
    shown,
    unit_files,
)


def home_of(path: Path) -> Path | None:
    """Return the folder of the course a file lies in, or None where it lies in none."""
    parents = path.absolute().parents
    return next((each for each in parents if is_course(each)), None)


def course_of(path: Path, current: Path) -> Path:
    """Return the folder of the course a file belongs to.

    Args:
        path: the file.
        current: the course at hand, for a file that lies in none.
    """
    return home_of(path) or current


def kind_at(path: Path) -> UnitKind:
    """Return what a file is by the folder it lies in."""
    return "bank" if path.absolute().parent.name == "quizzes" else "lesson"


def course_around(root: Path, units: Iterable[Unit]) -> Course:
    """Return a course with its reference files and the banks some files draw from.

    Args:
        root: the folder of the course.
        units: the files; where none draws questions, no bank is read.

    Raises:
        ContentError: the head, the framework or a bank cannot be read.
    """
    course = read_reference(root).course
    wanted = {draw.bank for unit in units for draw in unit.draws}
    if not wanted:
        return course
    files = [each for each in unit_files(root) if each[1] == "bank"]
    read = (read_file(path, kind, shown(path, root))[0] for path, kind in files)
    banks = tuple(unit for unit in read if unit is not None and unit.id in wanted)
    return course.model_copy(update={"units": banks})
