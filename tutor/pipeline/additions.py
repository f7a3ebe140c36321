"""Read a teacher's local lessons and banks, laid over a course."""

from pathlib import Path

from tutor.domain.course import Unit, UnitKind
from tutor.domain.errors import WrongUseError
from tutor.domain.problem import Problem
from tutor.pipeline.courses import REFERENCE_FILES, read_file


def added_files(folder: Path) -> list[tuple[Path, UnitKind]]:
    """Return the lessons and banks of a folder that was added, each sorted by name.

    Args:
        folder: Markdown files of its own or in `content/` are lessons, those in
            `quizzes/` banks; reference files are passed over: those of the course
            rule.

    Raises:
        WrongUseError: there is no such folder, or no Markdown file in it.
    """
    if not folder.is_dir():
        raise WrongUseError("errors.add-absent", path=folder)
    lessons = [*sorted(folder.glob("*.md")), *sorted(folder.glob("content/*.md"))]
    kept = [path for path in lessons if path.name not in REFERENCE_FILES]
    banks = sorted(folder.glob("quizzes/*.md"))
    if not kept and not banks:
        raise WrongUseError("errors.add-empty", path=folder)
    return [*((path, "lesson") for path in kept), *((path, "bank") for path in banks)]


def read_added(folder: Path) -> tuple[list[Unit], list[Problem]]:
    """Return the lessons and banks of a folder that was added, and their problems.

    Args:
        folder: as for `added_files`.

    Raises:
        WrongUseError: there is no such folder, or no Markdown file in it.
        ContentError: a file cannot be opened.
    """
    units, problems = [], []
    for path, kind in added_files(folder):
        unit, found = read_file(path, kind, str(path))
        problems.extend(found)
        if unit is not None:
            units.append(unit)
    return units, problems
