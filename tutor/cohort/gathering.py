"""Read many bundles into tables, two threads at a time, a batch each.

Python reads and hashes, DuckDB takes apart: neither waits long for the other, and
nothing of a bundle stays in memory once its rows are in.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import NamedTuple

from tutor.cohort.intake import Head, Sheet, take
from tutor.cohort.reading import as_written, canonical
from tutor.cohort.sources import Opening, Reader, Source
from tutor.cohort.tables import Tables
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused
from tutor.domain.notice import Notice

THREADS = 2
BATCH = 128
"""Bundles taken apart at once."""
_FULL = 24 * 2**20
"""Characters of bundles after which a batch is full whatever their number."""
_AHEAD = 2
"""Batches handed out before one comes back, for each thread."""


class Batch(NamedTuple):
    """What some sources gave."""

    heads: tuple[Head, ...]
    refused: tuple[Refused, ...]
    looked: int
    """How many sources were looked at."""


def gather(
    sources: Sequence[Source], tables: Tables, course: str, opening: Opening | None
) -> Generator[Batch]:
    """Put the rows of bundles into tables, and yield what came of each batch.

    However it is left, nothing goes on behind it.

    Args:
        sources: where the bundles are; the number of each is its place.
        tables: made by `make_tables`.
        course: the id of the only course wanted.
        opening: opens what was sealed.

    Raises:
        TutorError: the disk is full.
    """
    workers: SimpleQueue[_Worker] = SimpleQueue()
    made = [_Worker(tables, course, opening) for _ in range(THREADS)]
    for worker in made:
        workers.put(worker)

    def work(start: int, some: Sequence[Source]) -> Batch:
        worker = workers.get()
        try:
            return worker.batch(start, some)
        finally:
            workers.put(worker)

    starts = range(0, len(sources), BATCH)
    pool = ThreadPoolExecutor(THREADS)
    pending: set[Future[Batch]] = set()
    try:
        for start in starts:
            pending.add(pool.submit(work, start, sources[start : start + BATCH]))
            if len(pending) >= THREADS * _AHEAD:
                done, pending = wait(pending, return_when="FIRST_COMPLETED")
                yield from (each.result() for each in done)
        while pending:
            done, pending = wait(pending, return_when="FIRST_COMPLETED")
            yield from (each.result() for each in done)
    finally:
        pool.shutdown(cancel_futures=True)
        for worker in made:
            worker.close()


class _Worker:
    """Reads batches of sources, one at a time."""

    def __init__(self, tables: Tables, course: str, opening: Opening | None) -> None:
        self._tables = tables.beside()
        self._course = course
        self._reader = Reader(opening)

    def close(self) -> None:
        """Let go of the tables and of the zip at hand."""
        self._reader.close()
        self._tables.close()

    def batch(self, start: int, sources: Sequence[Source]) -> Batch:
        """Put some bundles into the tables and return who they are from.

        Args:
            start: the number of the first.
            sources: some sources.
        """
        found = _Found(start, sources, [], [])
        sheets: list[Sheet] = []
        held = 0
        for number, source in enumerate(sources, start):
            try:
                sheets.append(self._sheet(number, source, found))
            except TutorError as error:
                found.refuse(number, error.message_id, error.values)
                continue
            held += len(sheets[-1].text)
            if held > _FULL:
                self._take(sheets, found)
                sheets, held = [], 0
        self._take(sheets, found)
        return Batch(tuple(found.heads), tuple(found.refused), len(sources))

    def _sheet(self, number: int, source: Source, found: "_Found") -> Sheet:
        """Return a bundle in the form the tutor writes.

        Raises:
            TutorError: it cannot be used.
        """
        data = self._reader.read(source)
        text = as_written(data)
        if text is None:
            told = canonical(data)
            found.tell(number, told.notices)
            text = told.text
        return Sheet(number, text)

    def _take(self, sheets: Sequence[Sheet], found: "_Found") -> None:
        """Put bundles into the tables; what does not go in is read with more care."""
        if not sheets:
            return
        heads, wrong = take(self._tables, sheets, checked=False)
        again = list(_with_care([s for s in sheets if s.number in wrong], found))
        if again:
            more, left = take(self._tables, again, checked=True)
            heads += more
            for number in left:
                found.refuse(number, "export.read.field", {"field": "exported_at"})
        for head in heads:
            if head.course == self._course:
                found.heads.append(head)
            else:
                found.refuse(head.number, "report.refused.course", {})


def _with_care(sheets: Sequence[Sheet], found: "_Found") -> Iterator[Sheet]:
    """Yield the bundles that can be used after all; the others are refused."""
    for sheet in sheets:
        try:
            told = canonical(sheet.text.encode())
        except TutorError as error:
            found.refuse(sheet.number, error.message_id, error.values)
        else:
            found.tell(sheet.number, told.notices)
            yield Sheet(sheet.number, told.text)


class _Found(NamedTuple):
    """What came of a batch so far."""

    start: int
    sources: Sequence[Source]
    heads: list[Head]
    refused: list[Refused]

    def tell(self, number: int, notices: Sequence[Notice]) -> None:
        """Add what is to be said of a bundle that counts all the same."""
        for each in notices:
            self._add(number, each.message_id, each.values, used=True)

    def refuse(
        self, number: int, message_id: str, values: Mapping[str, object]
    ) -> None:
        """Add why a bundle is left out."""
        self._add(number, message_id, values, used=False)

    def _add(
        self,
        number: int,
        message_id: str,
        values: Mapping[str, object],
        *,
        used: bool,
    ) -> None:
        """Add what is said of a bundle."""
        said = {
            name: value if isinstance(value, int) else str(value)
            for name, value in values.items()
        }
        path = self.sources[number - self.start].name
        self.refused.append(
            Refused(path=path, message_id=message_id, values=said, used=used)
        )
