"""The course at hand: found, read once, kept parsed in the cache."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tutor.domain.course import Course, Directory, Dossier, Reflection, Unit
from tutor.domain.errors import ContentError, WrongUseError
from tutor.domain.problem import Problem
from tutor.domain.question import Question
from tutor.services.grids import on_grid
from tutor.services.lesson_parts import field_card
from tutor.services.overlap import laid_over, taken, used_ids, without
from tutor.services.places import course_stamp
from tutor.store.cache import read_cached, write_cached
from tutor.store.place import Place


class Found(NamedTuple):
    """What a target named."""

    unit: Unit
    dossier: Dossier | None = None
    question: Question | None = None
    card: Directory | Reflection | None = None
    """A directory, or what became of an action, met outside its lesson."""
    path: str | None = None
    """The file, where it lies outside the course."""
    left_out: tuple[Problem, ...] = ()
    """The slips of that file that cost it a block."""


class Library:
    """One course, read on first use."""

    def __init__(self, root: Path, place: Place, added: Sequence[Path] = ()) -> None:
        self.root = root
        """The folder with `content/` and `quizzes/`."""
        self.added = tuple(path.absolute() for path in added)
        """Folders of local lessons laid over it."""
        self._place = place
        self._course: Course | None = None
        self._written: Course | None = None
        self._index: dict[str, Found] | None = None

    @property
    def course(self) -> Course:
        """The course, on the grid that the person's folder holds for it, if any.

        Raises:
            ContentError: there is no course in the folder, or it cannot be read.
            StoreError: the grid cannot be read.
        """
        if self._course is None:
            self._course = on_grid(self.written, self._place)
        return self._course

    @property
    def written(self) -> Course:
        """The course on its own framework, from the cache where nothing changed since.

        Raises:
            ContentError: there is no course in the folder, or it cannot be read.
        """
        if self._written is None:
            self._written = self._cached() or self._read()
        return self._written

    def find(self, target: str) -> Found:
        """Return what a target names: an id if known, otherwise a path (rules, 11).

        Args:
            target: the id of a lesson, bank, dossier or question, or a path.

        Raises:
            WrongUseError: nothing has that id and no file has that path.
            ContentError: the file cannot be read or played.
        """
        if target in self.index:
            return self.index[target]
        path = Path(target)
        if path.suffix != ".md" and not _is_file(path):
            raise WrongUseError("errors.unknown-target", target=target)
        return self._outside(path)

    @property
    def index(self) -> dict[str, Found]:
        """Everything that can be played, by its id."""
        if self._index is None:
            self._index = _index(self.course.units)
        return self._index

    def questions(self) -> dict[str, Question]:
        """Return every scored question of the course by its id."""
        return {q.id: q for unit in self.course.units for q in unit.questions}

    def _outside(self, path: Path) -> Found:
        """Read a file that the course does not know, within the course (rules, 9)."""
        _refuse_absent(path)
        for known in self.course.units:
            if (self.root / known.path).resolve() == path.resolve():
                return Found(known)
        unit, problems = read_playable(path)
        used = used_ids(self.course.units)
        kept = _without_known(unit, used)
        slips = [slip for slip in problems if slip.severity == "error"]
        found = [*slips, *taken(unit, used)]
        left_out = tuple(sorted(found, key=lambda slip: slip.place))
        return Found(kept, path=str(path.absolute()), left_out=left_out)

    def _cached(self) -> Course | None:
        """Return the course as the cache holds it, if it still fits."""
        raw = read_cached(self._cache_path)
        if raw is None:
            return None
        stamp, _, body = raw.partition(b"\n")
        if stamp.decode(errors="replace") != course_stamp(self.root, self.added):
            return None
        try:
            return Course.model_validate_json(body)
        except ValueError:
            return None

    def _read(self) -> Course:
        """Parse the course and cache it."""
        from tutor.pipeline.additions import read_added
        from tutor.pipeline.courses import read_course

        stamp = course_stamp(self.root, self.added)
        course = read_course(self.root).course
        extra = [unit for folder in self.added for unit in read_added(folder)[0]]
        units = laid_over(course.units, extra)
        course = course.model_copy(update={"units": units})
        body = course.model_dump_json().encode()
        write_cached(self._cache_path, stamp.encode() + b"\n" + body)
        return course

    @property
    def _folders(self) -> tuple[Path, ...]:
        """All folders the course comes from."""
        return (self.root, *self.added)

    @property
    def _cache_path(self) -> Path:
        """Where this course is cached; one file a folder."""
        folders = map(os.fsencode, (path.absolute() for path in self._folders))
        name = hashlib.sha256(b"\n".join(folders)).hexdigest()[:12]
        return self._place.cache / f"course-{name}.json"


def read_playable(path: Path) -> tuple[Unit, list[Problem]]:
    """Return a file that can be played, and its problems.

    Args:
        path: a lesson or a bank.

    Raises:
        ContentError: there is no such file, or it cannot be opened or played.
    """
    from tutor.pipeline.courses import read_file

    _refuse_absent(path)
    unit, problems = read_file(path, "lesson", str(path))
    if unit is None:
        first = next((p for p in problems if p.severity == "error"), problems[0])
        raise ContentError(
            "errors.file-unplayable", path=path, line=first.line, code=first.code
        )
    return unit, problems


def _refuse_absent(path: Path) -> None:
    """Refuse a path that names no file.

    Raises:
        ContentError: there is none.
    """
    if not _is_file(path):
        raise ContentError("errors.file-absent", path=path)


def _index(units: tuple[Unit, ...]) -> dict[str, Found]:
    """Return every id that can be played; the first of two wins."""
    found: dict[str, Found] = {}
    for unit in units:
        found.setdefault(unit.id, Found(unit))
        for dossier in unit.dossiers:
            found.setdefault(dossier.id, Found(unit, dossier))
            for question in dossier.questions:
                found.setdefault(question.id, Found(unit, dossier, question))
        for question in unit.loose_questions:
            found.setdefault(question.id, Found(unit, None, question))
        cards = [part for part in unit.blocks if isinstance(part, Directory)]
        for card in (*cards, field_card(unit)):
            if card is not None:
                found.setdefault(card.id, Found(unit, card=card))
    return found


def _is_file(path: Path) -> bool:
    """Return whether there is a file at a path; a name too long names none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _without_known(unit: Unit, used: frozenset[str]) -> Unit:
    """Leave out the blocks whose id the course already uses.

    Raises:
        WrongUseError: the file itself, or all it asks, is in the course already.
    """
    if unit.id in used:
        raise WrongUseError("errors.id-taken", id=unit.id, path=unit.path)
    kept = without(unit, used)
    if unit.questions and not kept.questions:
        raise WrongUseError("errors.id-taken", id=unit.questions[0].id, path=unit.path)
    return kept
