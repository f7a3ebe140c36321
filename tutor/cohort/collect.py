"""Collect bundles into tables: who handed in, what counts, what is left out and why."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from typing_extensions import override

from tutor.cohort.gathering import gather
from tutor.cohort.people import Given, Person, settle
from tutor.cohort.roster import Expected, folded, read_roster
from tutor.cohort.sources import Opening, Reader, find
from tutor.cohort.tables import Tables
from tutor.cohort.vocabulary import Contents
from tutor.domain.bundle import Bundle
from tutor.domain.bundle_reading import read_bundle
from tutor.domain.course import Course
from tutor.domain.errors import WrongUseError
from tutor.domain.figures import Refused

Progress = Callable[[int, int], None]
"""Told how many files were read, of how many; what it raises stops the reading."""

_HANDED = {
    "n": "INTEGER",
    "person": "INTEGER",
    "place": "INTEGER",
    "last": "BOOLEAN",
    "repeats": "BOOLEAN",
}
"""Which bundle is whose, and whether it is their last."""

_TWICE = """
    CREATE TABLE twice AS
    SELECT n, rank
    FROM given_answers JOIN handed USING (n)
    WHERE person IN (SELECT person FROM handed WHERE place > 0)
        OR repeats
    QUALIFY row_number() OVER (PARTITION BY person, id ORDER BY place DESC, rank) > 1
"""
"""Answers handed in twice; the one handed in last counts. Few people hand in twice."""


@dataclass(frozen=True)
class Collected(AbstractContextManager["Collected"]):
    """A cohort: its people, its tables, and what was the matter with files."""

    contents: Contents
    """The course, with the numbers its names have in the tables."""
    tables: Tables = field(repr=False)
    people: tuple[Person, ...]
    """Everybody who counts; a person's number is their place here."""
    refused: tuple[Refused, ...] = ()
    expected: tuple[Expected, ...] | None = None
    """Who was to hand in, where a roster says it."""
    missing: tuple[str, ...] = ()
    """Who is in the roster and has handed in nothing."""
    promotion: str | None = None
    """The only promotion that counts, if one was asked for."""
    opening: Opening | None = None

    @property
    def bundles(self) -> int:
        """How many files count."""
        return sum(len(person.handed) for person in self.people)

    def person(self, name: str) -> Person:
        """Return somebody by their pseudonym, or by the beginning of their random id.

        Args:
            name: as it was handed in; capitals and accents do not matter.

        Raises:
            WrongUseError: nobody, or more than one, goes by that name.
        """
        found = [each for each in self.people if folded(each.learner) == folded(name)]
        found = found or [e for e in self.people if name and e.id.startswith(name)]
        if len(found) != 1:
            message_id = "report.learner.several" if found else "report.learner.none"
            ids = ", ".join(each.id[:12] for each in found[:5])
            raise WrongUseError(message_id, learner=name, ids=ids)
        return found[0]

    def bundles_of(self, person: Person) -> tuple[Bundle, ...]:
        """Return what somebody handed in, read again, the oldest first.

        Args:
            person: one of `people`.

        Raises:
            TutorError: a file has gone or changed since.
        """
        with Reader(self.opening) as reader:
            return tuple(
                read_bundle(reader.read(each.source)).bundle for each in person.handed
            )

    def close(self) -> None:
        """Let the tables go; nothing can be asked of them afterwards."""
        self.tables.close()

    @override
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the tables go."""
        self.close()

    @override
    def __enter__(self) -> Self:
        return self


def collect(
    paths: Sequence[str | Path],
    *,
    course: Course,
    roster: Path | None = None,
    promotion: str | None = None,
    key: Opening | None = None,
    progress: Progress | None = None,
) -> Collected:
    """Return the cohort that files make.

    Whatever is in them, each file counts or is named with the reason; of two bundles of
    one person the later one says where they are, and the answers of both count once.

    Args:
        paths: files, folders, zips, or patterns.
        course: the only course whose bundles count.
        roster: who was to hand in, one a line.
        promotion: the only promotion that counts; capitals do not matter.
        key: opens sealed bundles.
        progress: told how far the reading is.

    Raises:
        TutorError: DuckDB is not installed, the roster cannot be read, or the disk is
            full.
    """
    expected = None if roster is None else read_roster(roster)
    contents, tables = Contents(course), Tables()
    try:
        given, refused = _read(paths, contents, tables, key, progress)
        found = settle(given, expected, promotion)
        _settle(tables, found.people)
    except BaseException:
        tables.close()
        raise
    told = (*refused, *found.refused), found.expected, found.missing
    return Collected(contents, tables, found.people, *told, promotion, key)


def _read(
    paths: Sequence[str | Path],
    contents: Contents,
    tables: Tables,
    key: Opening | None,
    progress: Progress | None,
) -> tuple[list[Given], list[Refused]]:
    """Put all bundles into the tables; return who gave them, and what was refused."""
    found = find(paths)
    given: list[Given] = []
    refused: list[Refused] = []
    done, total = 0, len(found.sources)
    if progress is not None:
        progress(done, total)
    contents.fill(tables)
    batches = gather(found.sources, tables, contents.course.head.id, key)
    with closing(batches):
        for batch in batches:
            sources = [found.sources[head.number % total] for head in batch.heads]
            given.extend(map(Given, batch.heads, sources))
            refused.extend(batch.refused)
            done += batch.looked
            if progress is not None:
                progress(done, total)
    order = {source.name: number for number, source in enumerate(found.sources)}
    given.sort(key=lambda each: each.head.number % total)
    refused.sort(key=lambda each: order[each.path])
    return given, [*found.refused, *refused]


def _settle(tables: Tables, people: Sequence[Person]) -> None:
    """Make the tables of those who count, each row with its person."""
    tables.fill(
        "handed",
        _HANDED,
        (
            (
                given.head.number,
                number,
                place,
                place == len(person.handed) - 1,
                given.head.repeats,
            )
            for number, person in enumerate(people)
            for place, given in enumerate(person.handed)
        ),
    )
    tables.run(_TWICE)
    columns = "person, rows.* EXCLUDE (n, ok)"
    for name, known in {
        "lessons": "lesson IS NOT NULL AND last",
        "positionings": "code IS NOT NULL",
        "survey": "scale IS NOT NULL",
        "disputes": "question IS NOT NULL",
    }.items():
        joined = f"given_{name} rows JOIN handed USING (n) WHERE ok AND {known}"
        tables.run(f"CREATE VIEW {name} AS SELECT DISTINCT {columns} FROM {joined}")  # noqa: S608 - names of ours
    tables.run(
        """
        CREATE VIEW answers AS
        SELECT person, place * 1000000::BIGINT + rows.rank AS rank,
            rows.* EXCLUDE (n, rank, names, ok)
        FROM given_answers rows JOIN handed USING (n)
            ANTI JOIN twice ON twice.n = rows.n AND twice.rank = rows.rank
        WHERE ok
        """
    )
