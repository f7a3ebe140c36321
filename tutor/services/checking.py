"""Check a course, or some of its files, or files that belong to none."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tutor.domain.clock import Clock
from tutor.domain.course import Unit
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.problem import Problem
from tutor.domain.reasons import reason_of
from tutor.pipeline.additions import added_files
from tutor.pipeline.courses import (
    REFERENCE_FILES,
    course_files,
    is_course,
    read_alone,
    read_course,
    read_file,
    read_rules,
    shown,
    stands_alone,
    unit_files,
)
from tutor.pipeline.crosscheck import check_references, crosscheck
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import decoded
from tutor.pipeline.whole_course import check_whole
from tutor.services.collector import resting_collector
from tutor.services.surroundings import home_of, kind_at

_HEAD_ID = re.compile(r"""\nid:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*$""", re.MULTILINE)
_BRACES = re.compile(r"\{([^{}\n]*#[^{}\n]*)\}[ \t]*$", re.MULTILINE)
_BLOCK_ID = re.compile(r"#([a-z0-9-]+)")
_REFERENCE_NAMES = REFERENCE_FILES | {"cours.toml", "faits.toml", "sources.toml"}


class Report(NamedTuple):
    """What a check found."""

    problems: list[Problem]
    """Sorted by path, line and column."""
    files: int


@resting_collector()
def check_paths(
    root: Path, paths: tuple[str, ...], clock: Clock, added: Sequence[Path] = ()
) -> Report:
    """Return every problem of the files asked for.

    Args:
        root: the current course.
        paths: files or folders; none means the current course.
        clock: says on which day dates are judged.
        added: folders of local lessons laid over the current course.

    Raises:
        WrongUseError: a path does not exist, or an added folder holds no lesson.
        ContentError: a course or a file cannot be read at all.
    """
    local = [path for folder in added for path, _ in added_files(folder)]
    if not paths:
        whole = _check_course(root, clock)
        laid_over = [_check_units(local, root, clock)] if local else []
        return _sorted([whole, *laid_over])
    reports: list[Report] = []
    files: list[Path] = []
    for name in paths:
        path = Path(name)
        if not is_there(path):
            raise WrongUseError("errors.unknown-path", path=name)
        if not path.is_dir():
            files.append(path)
        elif is_course(path):
            reports.append(_seen_from(path, _check_course(path, clock)))
        else:
            files.extend(file for file in path.rglob("*.md") if file.is_file())
    for home, group in _by_course(files).items():
        reports.extend(_check_in_place(group, home, root, clock, local))
    return _sorted(reports)


def is_there(path: Path) -> bool:
    """Return whether a path exists.

    Args:
        path: as a person wrote it.

    Raises:
        ContentError: the machine cannot say, as for a name without end.
    """
    try:
        return path.exists()
    except OSError as error:
        reason = reason_of(error)
        raise ContentError(
            "errors.file-unreadable", path=path, reason=reason
        ) from error


def _sorted(reports: list[Report]) -> Report:
    """Join reports, each problem once, in the order of places."""
    found = {(*p.place, str(p.values)): p for r in reports for p in r.problems}
    problems = sorted(found.values(), key=lambda problem: problem.place)
    return Report(problems, sum(report.files for report in reports))


def _seen_from(path: Path, report: Report) -> Report:
    """Return a report whose paths begin with the path that was given."""
    problems = [p._replace(path=(path / p.path).as_posix()) for p in report.problems]
    return report._replace(problems=problems)


def _check_course(root: Path, clock: Clock) -> Report:
    """Check a whole course."""
    files = len(unit_files(root)) + len(_REFERENCE_NAMES)
    try:
        course, problems = read_course(root)
    except ContentError as error:
        slips = [*_slips_of_base(error, root), *_slips_of_units(root)]
        return Report(slips, files)
    today = clock.local_day(clock.now())
    across = crosscheck(course, course.units, today)
    whole = [*check_references(course), *check_whole(course, root, today)]
    return Report([*problems, *across, *whole], files)


def _slips_of_base(error: ContentError, root: Path) -> list[Problem]:
    """Return what is wrong in the head or the framework that stopped the reading.

    Raises:
        ContentError: the same, where no slip of a file explains it.
    """
    path = error.values.get("path")
    if not isinstance(path, Path) or not path.is_file() or not stands_alone(path):
        raise error
    return read_alone(path, shown(path, root))


def _slips_of_units(root: Path) -> list[Problem]:
    """Return what is wrong inside the lessons and banks, each for itself."""
    read = (read_file(path, kind, shown(path, root)) for path, kind in unit_files(root))
    return [problem for _, problems in read for problem in problems]


def _by_course(files: list[Path]) -> dict[Path | None, list[Path]]:
    """Put each file, once, with those of its course; None where it has none."""
    groups: dict[Path | None, list[Path]] = {}
    for path in sorted(set(files)):
        groups.setdefault(home_of(path), []).append(path)
    return groups


def _check_in_place(
    files: list[Path], home: Path | None, root: Path, clock: Clock, local: list[Path]
) -> list[Report]:
    """Check files of one course, or files of none within the current one.

    A reference file of a course touches all of it: the whole course is checked.
    """
    reports: list[Report] = []
    rest = files
    if home is None:
        alone = [path for path in files if stands_alone(path)]
        rest = [path for path in files if path not in alone]
        reports.extend(Report(read_alone(path, str(path)), 1) for path in alone)
    elif any(path.name in _REFERENCE_NAMES or path.suffix == ".toml" for path in files):
        reports.append(_check_course(home, clock))
        own = {path.absolute() for path in course_files(home)}
        rest = [path for path in files if path.absolute() not in own]
    if rest:
        reports.append(_check_units(rest, home or root, clock, local))
    return reports


def _check_units(
    files: list[Path], root: Path, clock: Clock, local: Sequence[Path] = ()
) -> Report:
    """Check files against each other and against a course: its ids, its codes."""
    problems: list[Problem] = []
    units: list[Unit] = []
    for path in files:
        unit, found = read_file(path, kind_at(path), str(path))
        problems.extend(found)
        units.extend([unit] if unit else [])
    try:
        reference = read_rules(root)
    except ContentError as error:
        return Report([*problems, *_slips_of_base(error, root)], len(files))
    today = clock.local_day(clock.now())
    taken = _taken_ids(root, local, {path.absolute() for path in files})
    across = crosscheck(reference, tuple(units), today, taken)
    return Report([*problems, *across], len(files))


def _taken_ids(root: Path, local: Sequence[Path], besides: set[Path]) -> dict[str, str]:
    """Return the ids of all other files of a course, by a light scan."""
    taken: dict[str, str] = {}
    own = ((path, shown(path, root)) for path, _ in unit_files(root))
    for path, name in [*own, *((path, str(path)) for path in local)]:
        if path.absolute() in besides:
            continue
        text = decoded(path, Findings(name)) or ""
        for line, found in _ids_in(text):
            taken.setdefault(found, f"{name}:{line}")
    return taken


def _ids_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the ids a file gives, and their lines: its own, of blocks, of dossiers."""
    for pattern in (_HEAD_ID, _BRACES):
        line, seen = 1, 0
        for found in pattern.finditer(text):
            named = [found[1]] if pattern is _HEAD_ID else _ids_of(found)
            if named:
                line += text.count("\n", seen, found.start(1))
                seen = found.start(1)
            for each in named:
                yield line, each


def _ids_of(braces: re.Match[str]) -> list[str]:
    """Return the ids that braces at the end of a line give, if its start lets them."""
    begun = braces.string.rfind("\n", 0, braces.start()) + 1
    start = braces.string[begun : braces.start()].lstrip()
    is_dossier = ".dossier" in braces[1] or ".kfp" in braces[1]
    is_named = start.startswith(":::") or (is_dossier and start.startswith("#"))
    return _BLOCK_ID.findall(braces[1]) if is_named else []
