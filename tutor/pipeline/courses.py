"""Find and read a whole course."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from tutor.domain.course import Course, Unit, UnitKind
from tutor.domain.errors import ContentError
from tutor.domain.problem import Problem
from tutor.pipeline.asked_questions import read_asked
from tutor.pipeline.findings import Findings
from tutor.pipeline.reference_markdown import (
    read_glossary,
    read_misconceptions,
    read_timeline,
)
from tutor.pipeline.reference_toml import (
    read_course_head,
    read_facts,
    read_framework,
    read_sources,
)
from tutor.pipeline.source import read_source
from tutor.pipeline.units import read_unit

SURVEY = "enquete.md"
REFERENCE_FILES = frozenset(
    {"chronologie.md", SURVEY, "glossaire.md", "idees-fausses.md", "vos-questions.md"}
)
_READERS: dict[str, Callable[[Path, Findings], object]] = {
    "chronologie.md": read_timeline,
    "cours.toml": read_course_head,
    "faits.toml": read_facts,
    "glossaire.md": read_glossary,
    "idees-fausses.md": read_misconceptions,
    "sources.toml": read_sources,
    "vos-questions.md": read_asked,
}
_Made = TypeVar("_Made")


class ReadCourse(NamedTuple):
    """A course and every problem met while reading it."""

    course: Course
    problems: list[Problem]


def is_course(root: Path) -> bool:
    """Return whether a folder holds a course."""
    return (root / "content" / "cours.toml").is_file()


def unit_files(root: Path) -> list[tuple[Path, UnitKind]]:
    """Return the lessons, the banks, each sorted by name, and the survey of a course."""
    lessons = sorted((root / "content").glob("*.md"))
    banks = sorted((root / "quizzes").glob("*.md"))
    kept = [path for path in lessons if path.name not in REFERENCE_FILES]
    survey = root / "content" / SURVEY
    asked = [survey] if survey.is_file() else []
    return [
        *((path, "lesson") for path in kept),
        *((path, "bank") for path in banks),
        *((path, "survey") for path in asked),
    ]


def course_files(root: Path) -> list[Path]:
    """Return every file a course is made of, sorted by path."""
    patterns = ("content/*.md", "content/*.toml", "content/referentiels/*.toml")
    found = [path for pattern in patterns for path in root.glob(pattern)]
    return sorted([*found, *root.glob("quizzes/*.md")])


def read_course(root: Path) -> ReadCourse:
    """Return the course in a folder, with the problems of all its files.

    Args:
        root: the folder that holds `content/` and `quizzes/`.

    Raises:
        ContentError: there is no course there, or its head, its framework or one of
            its files cannot be read at all.
    """
    if not is_course(root):
        raise ContentError("errors.no-course", path=root)
    reference, problems = read_reference(root)
    units = []
    for path, kind in unit_files(root):
        unit, found = read_file(path, kind, shown(path, root))
        problems.extend(found)
        if unit is not None:
            units.append(unit)
    course = reference.model_copy(update={"units": tuple(units)})
    return ReadCourse(course, problems)


def read_reference(root: Path) -> ReadCourse:
    """Return a course without its lessons and banks: only its reference files.

    Args:
        root: the folder of the course.

    Raises:
        ContentError: the head or the framework cannot be used.
    """
    shelf = _Shelf(root)
    rules = _read_rules(shelf)
    rest = {
        "sources": shelf.read("sources.toml", read_sources) or {},
        "timeline": shelf.read("chronologie.md", read_timeline) or (),
        "asked": shelf.read("vos-questions.md", read_asked) or (),
    }
    return ReadCourse(rules.model_copy(update=rest), shelf.problems)


def read_rules(root: Path) -> Course:
    """Return what lessons and banks are checked against: a course without the rest.

    Args:
        root: the folder of the course.

    Raises:
        ContentError: the head or the framework cannot be used.
    """
    return _read_rules(_Shelf(root))


def _read_rules(shelf: "_Shelf") -> Course:
    """Return a course without sources, timeline, questions of interns, and units.

    Raises:
        ContentError: the head or the framework cannot be used.
    """
    head = shelf.read("cours.toml", read_course_head)
    if head is None:
        raise ContentError("errors.course-head", path=shelf.path("cours.toml"))
    name = f"referentiels/{head.referentiel}.toml"
    framework = shelf.read(name, read_framework)
    if framework is None:
        raise ContentError("errors.framework", path=shelf.path(name))
    return Course.model_construct(  # of values that are checked already
        head=head,
        framework=framework,
        units=(),
        facts=shelf.read("faits.toml", read_facts) or {},
        sources={},
        glossary=shelf.read("glossaire.md", read_glossary) or {},
        misconceptions=shelf.read("idees-fausses.md", read_misconceptions) or {},
    )


class _Shelf:
    """The reference files of one course, and what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.problems: list[Problem] = []

    def path(self, name: str) -> Path:
        """Return where a file stands."""
        return self._root / "content" / name

    def read(
        self, name: str, reader: Callable[[Path, Findings], _Made]
    ) -> _Made | None:
        """Return what a reader makes of a file, or None where there is none."""
        path = self.path(name)
        if not path.is_file():
            return None
        findings = Findings(shown(path, self._root))
        made = reader(path, findings)
        self.problems.extend(findings.problems)
        return made


def read_file(
    path: Path, kind: UnitKind, name: str
) -> tuple[Unit | None, list[Problem]]:
    """Return one lesson, bank or survey, or None, with its problems.

    Args:
        path: the file.
        kind: `lesson`, `bank` or `survey`.
        name: the path as it is shown.

    Raises:
        ContentError: the file cannot be opened.
    """
    findings = Findings(name)
    text = read_source(path, findings)
    unit = None if text is None else read_unit(text, kind, findings)
    return unit, findings.problems


def stands_alone(path: Path) -> bool:
    """Return whether a file can be read as a reference file without its course."""
    return path.name in _READERS or path.suffix == ".toml"


def read_alone(path: Path, name: str) -> list[Problem]:
    """Return the problems of a reference file that belongs to no course.

    Args:
        path: the file, known by its name; any other TOML is a framework.
        name: the path as it is shown.

    Raises:
        ContentError: the file cannot be opened.
    """
    findings = Findings(name)
    _READERS.get(path.name, read_framework)(path, findings)
    return findings.problems


def shown(path: Path, root: Path) -> str:
    """Return the path of a course file as it is shown, relative to its course."""
    return path.relative_to(root).as_posix()
