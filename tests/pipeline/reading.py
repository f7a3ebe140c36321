"""Read course files as a test wants them: a text in, a file and its problems out."""

import shutil
from pathlib import Path
from typing import Literal

from tests.factories import StoppedClock
from tests.locale.catalogues import written
from tutor.domain.course import Unit
from tutor.domain.problem import Problem
from tutor.locale import advise, say
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import cleaned
from tutor.pipeline.units import read_unit
from tutor.services.checking import Report, check_paths

ROOT = Path(__file__).parent.parent.parent
COURSE = Path(__file__).parent / "course"
HEAD = "---\nid: essai\ntitre: Essai\n---\n"
MESSAGES = {
    name.removeprefix("check."): text
    for name, text in written("fr").items()
    if name.startswith("check.")
}
_WORDS = {"clean", "cure", "place", "summary"}
CODES = frozenset(
    name
    for name in MESSAGES
    if not name.endswith(".do") and "severity." not in name and name not in _WORDS
)
"""Every code `tutor check` knows."""


def read(
    text: str, kind: Literal["lesson", "bank"] = "lesson"
) -> tuple[Unit | None, list[Problem]]:
    """Return what a whole file becomes, and its problems."""
    findings = Findings("essai.md")
    source = cleaned(text, findings)
    unit = None if source is None else read_unit(source, kind, findings)
    return unit, findings.problems


def read_body(text: str) -> tuple[Unit, list[Problem]]:
    """Return what stands under a plain front matter, lines counted from its first."""
    unit, problems = read(HEAD + text)
    assert unit is not None
    above = HEAD.count("\n")
    return unit, [problem._replace(line=problem.line - above) for problem in problems]


def course_at(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Return a copy of the small course, with some files written over it."""
    shutil.copytree(COURSE, folder)
    for name, text in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def check(root: Path, *paths: Path | str) -> Report:
    """Return what a check finds at noon on 22 November 2026."""
    return check_paths(root, tuple(str(path) for path in paths), StoppedClock())


def said(problem: Problem) -> str:
    """Return a problem as cases write it."""
    return f"{problem.line}:{problem.column} {problem.severity} {problem.code}"


def assert_tellable(problems: list[Problem], text: str | None = None) -> None:
    """Assert that each problem has a place, a code, words and a cure."""
    last = None if text is None else text.count("\n") + 1
    for problem in problems:
        assert problem.code in CODES
        assert problem.line >= 1
        assert problem.column >= 1
        assert last is None or problem.line <= last
        assert say(f"check.{problem.code}", **problem.values)
        assert advise(f"check.{problem.code}", **problem.values)
