"""Check a course, or some of its files, or files that belong to none."""

import re
from pathlib import Path
from typing import Literal, NamedTuple

from tutor.domain.clock import Clock
from tutor.domain.course import Course, Unit
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.problem import Problem
from tutor.pipeline.courses import (
    REFERENCE_FILES,
    is_course,
    read_course,
    read_file,
    read_reference,
    shown,
    unit_files,
)
from tutor.pipeline.crosscheck import check_references, crosscheck
from tutor.pipeline.findings import Findings

_ID = re.compile(
    r"\{[^{}]*?#([a-z0-9-]+)[^{}]*\}|^id:\s*([a-z0-9-]+)\s*$", re.MULTILINE
)
_REFERENCE_NAMES = REFERENCE_FILES | {"cours.toml", "faits.toml", "sources.toml"}


class Report(NamedTuple):
    """What a check found."""

    problems: list[Problem]
    """Sorted by path, line and column."""
    files: int


def check_paths(root: Path, paths: tuple[str, ...], clock: Clock) -> Report:
    """Return every problem of the files asked for.

    Args:
        root: the current course.
        paths: files or folders; none means the current course.
        clock: says on which day dates are judged.

    Raises:
        WrongUseError: a path does not exist.
        ContentError: a course or a file cannot be read at all.
    """
    if not paths:
        return _sorted([_check_course(root, clock)])
    reports = []
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise WrongUseError("errors.unknown-path", path=name)
        if path.is_dir() and is_course(path):
            reports.append(_check_course(path, clock))
        else:
            reports.extend(_check_in_place(path, root, clock))
    return _sorted(reports)


def _sorted(reports: list[Report]) -> Report:
    """Join reports, each problem once, in the order of places."""
    found = {(*p.place, str(p.values)): p for r in reports for p in r.problems}
    problems = sorted(found.values(), key=lambda problem: problem.place)
    return Report(problems, sum(report.files for report in reports))


def _check_course(root: Path, clock: Clock) -> Report:
    """Check a whole course."""
    course, problems = read_course(root)
    today = clock.local_day(clock.now())
    across = crosscheck(course, course.units, today)
    files = len(unit_files(root)) + len(_REFERENCE_NAMES)
    return Report([*problems, *across, *check_references(course)], files)


def _check_in_place(path: Path, root: Path, clock: Clock) -> list[Report]:
    """Check a file or a folder of files within the course it belongs to."""
    files = sorted(path.rglob("*.md")) if path.is_dir() else [path]
    home = _course_of(path) or root
    if any(file.name in _REFERENCE_NAMES or file.suffix == ".toml" for file in files):
        return [_check_course(home, clock)]
    reference = read_reference(home).course
    return [_check_file(file, home, reference, clock) for file in files]


def _course_of(path: Path) -> Path | None:
    """Return the course a path lies in, if any."""
    return next((each for each in path.absolute().parents if is_course(each)), None)


def _check_file(path: Path, root: Path, reference: Course, clock: Clock) -> Report:
    """Check one file against the reference files and the ids of a course."""
    kind: Literal["lesson", "bank"] = (
        "bank" if path.absolute().parent.name == "quizzes" else "lesson"
    )
    if not path.is_file():
        raise ContentError("errors.file-absent", path=path)
    unit, problems = read_file(path, kind, str(path))
    if unit is None:
        return Report(problems, 1)
    today = clock.local_day(clock.now())
    across = crosscheck(reference, (unit,), today)
    taken = _taken_ids(root, path)
    return Report([*problems, *across, *_clashes(unit, taken, path)], 1)


def _taken_ids(root: Path, besides: Path) -> dict[str, str]:
    """Return the ids of all other files of a course, by a light scan."""
    taken: dict[str, str] = {}
    for path, _ in unit_files(root):
        if path.absolute() == besides.absolute():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for found in _ID.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            name = found.group(1) or found.group(2)
            taken.setdefault(name, f"{shown(path, root)}:{line}")
    return taken


def _clashes(unit: Unit, taken: dict[str, str], path: Path) -> list[Problem]:
    """Return the ids of a file that another file uses."""
    findings = Findings(str(path))
    mine = [(unit.id, 1), *((d.id, d.line) for d in unit.dossiers)]
    mine.extend((question.id, question.line) for question in unit.questions)
    for name, line in mine:
        if name in taken:
            findings.add("identifiant-double", line, id=name, first=taken[name])
    return findings.problems
