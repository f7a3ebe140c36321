"""What a teacher sees of a file while writing it: its reading, items and slips."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tutor.domain.clock import Clock
from tutor.domain.course import Course, Unit
from tutor.domain.errors import ContentError, TutorError, WrongUseError
from tutor.domain.problem import Problem
from tutor.locale import no_break, say
from tutor.pipeline.courses import read_file, stands_alone
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import read_source
from tutor.services.checking import check_paths
from tutor.services.draws import drawer_of, nothing
from tutor.services.preview_pieces import (
    Piece,
    keep_lost,
    pieces_of,
    verbatim,
    with_slips,
)
from tutor.services.surroundings import course_around, course_of, kind_at


class ItemCount(NamedTuple):
    """How many questions of a file bear on an item."""

    code: str
    text: str
    """What the framework says of it."""
    questions: int


@dataclasses.dataclass(frozen=True)
class Preview:
    """One reading of a file."""

    path: Path
    title: str
    at: datetime
    """When the file was last looked at."""
    pieces: tuple[Piece, ...] = ()
    problems: tuple[Problem, ...] = ()
    items: tuple[ItemCount, ...] = ()
    text: str = ""
    """The source this reading comes from."""
    failure: TutorError | None = None
    """Why nothing can be read of the file or of its course now."""
    is_whole: bool = True
    """Whether the file reads; where it does not, the pieces come from before."""
    stale_since: datetime | None = None
    """Since when some of what is shown is no longer what the file says."""


class Previewer:
    """Reads one file again and again, and remembers how it read last."""

    def __init__(
        self, path: Path, current: Path, clock: Clock, added: Sequence[Path] = ()
    ) -> None:
        """Take a file to preview.

        Args:
            path: the file.
            current: the course at hand, for a file outside any course.
            clock: says on which day dates are judged, and since when a reading holds.
            added: folders of local lessons laid over the current course.

        Raises:
            WrongUseError: there is no such file.
        """
        refuse_absent(path)
        self._path = path
        self._current = current
        self._clock = clock
        self._added = added
        self._last = Preview(path, path.name, clock.now())
        self._good: Preview | None = None

    def read(self) -> Preview:
        """Return the file as it reads now; what no longer reads is kept from before."""
        try:
            found = self._read()
        except TutorError as error:
            found = dataclasses.replace(self._last, failure=error, is_whole=False)
        if found.is_whole:
            self._good = found
        stale = not found.is_whole or any(piece.is_stale for piece in found.pieces)
        now = self._clock.now()
        since = (self._last.stale_since or now) if stale else None
        self._last = dataclasses.replace(found, at=now, stale_since=since)
        return self._last

    def _read(self) -> Preview:
        """Return the file as it reads now.

        Raises:
            TutorError: it has gone, or nothing can be read of it or of its course.
        """
        path = self._path
        refuse_absent(path)
        text = read_source(path, Findings(str(path))) or ""
        report = check_paths(self._current, (str(path),), self._clock, self._added)
        problems = tuple(report.problems)
        now = self._clock.now()
        bare = Preview(path, path.name, now, problems=problems, text=text)
        if stands_alone(path):
            return dataclasses.replace(bare, pieces=verbatim(text))
        unit, slips = read_file(path, kind_at(path), str(path))
        errors = [slip for slip in slips if slip.severity == "error"]
        if unit is None:
            return self._without_head(bare, errors)
        return self._with_unit(bare, unit, errors)

    def _without_head(self, bare: Preview, errors: list[Problem]) -> Preview:
        """Return the last good reading, or the text as it is written."""
        if self._good is not None:
            kept = dataclasses.replace(self._good, problems=bare.problems)
            return dataclasses.replace(kept, is_whole=False)
        pieces = with_slips(verbatim(bare.text), errors)
        return dataclasses.replace(bare, pieces=pieces, is_whole=False)

    def _with_unit(self, bare: Preview, unit: Unit, errors: list[Problem]) -> Preview:
        """Return a lesson or bank; a block it lost is shown as it read last."""
        course = self._course_around(unit)
        drawn = drawer_of(course, seed=0) if course and course.units else nothing
        pieces = pieces_of(unit, bare.text, drawn)
        if errors and self._good is not None:
            pieces = keep_lost(self._good.pieces, pieces, bare.text)
        return dataclasses.replace(
            bare,
            title=unit.title,
            pieces=with_slips(pieces, errors),
            items=_items(unit, course),
        )

    def _course_around(self, unit: Unit) -> Course | None:
        """Return the course of the file, or None where that course does not read."""
        try:
            return course_around(course_of(self._path, self._current), [unit])
        except ContentError:
            return None


def refuse_absent(path: Path) -> None:
    """Refuse what is no file.

    Args:
        path: what was asked for.

    Raises:
        WrongUseError: nothing is there, or a folder.
    """
    try:
        is_file, is_folder = path.exists(), path.is_dir()
    except OSError:
        is_file, is_folder = False, False
    if is_folder:
        raise WrongUseError("errors.not-a-file", path=path)
    if not is_file:
        raise WrongUseError("errors.unknown-path", path=path)


def stale_text(preview: Preview) -> str:
    """Return why what is shown is not what the file says, and since when.

    Args:
        preview: a reading.

    Returns:
        A sentence, or nothing where the file reads.
    """
    if preview.stale_since is None:
        return ""
    time = f"{preview.stale_since.astimezone():%H:%M:%S}"
    if preview.failure is not None:
        error = preview.failure
        return f"{say(error.message_id, **error.values)} {_since(preview, time)}"
    lost = [piece for piece in preview.pieces if piece.is_stale]
    if preview.is_whole:
        keys = no_break(", ".join(piece.key for piece in lost))
        return say("author.preview.lost", keys=keys, time=time)
    return f"{say('author.preview.head')} {_since(preview, time)}"


def _since(preview: Preview, time: str) -> str:
    """Return what is shown meanwhile."""
    if not preview.pieces:
        return say("author.preview.nothing", time=time)
    return say("author.preview.stale", time=time)


def _items(unit: Unit, course: Course | None) -> tuple[ItemCount, ...]:
    """Count the questions of a file for each item, in the order of the framework."""
    counts = Counter(code for each in unit.questions for code in each.items)
    items = course.framework.items if course else ()
    texts = {item.code: item.texte for item in items}
    known = [code for code in texts if code in counts]
    unknown = sorted(counts.keys() - texts.keys())
    return tuple(
        ItemCount(code, texts.get(code) or say("author.preview.unknown"), counts[code])
        for code in [*known, *unknown]
    )
