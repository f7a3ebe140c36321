"""Read many bundles into tables, two threads at a time, a batch each.

Python reads and hashes, DuckDB takes apart: neither waits long for the other, and
nothing of a bundle stays in memory once its rows are in.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import SimpleQueue
from typing import NamedTuple

from tutor.cohort.intake import Head, Sheet, make_tables, take, wrong_numbers
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
        sources: where the bundles are; the number of each is its place. One read again
            with more care has that number and as many more as there are sources.
        tables: with the names of the course.
        course: the id of the only course wanted.
        opening: opens what was sealed.

    Raises:
        TutorError: the disk is full.
    """
    make_tables(tables, THREADS)
    workers = [
        _Worker(share, sources, tables, course, opening) for share in range(THREADS)
    ]
    try:
        heads: dict[int, Head] = {}
        for batch in _batches(len(sources), workers):
            heads |= {head.number: head for head in batch.heads}
            yield batch._replace(heads=())
        for number in sorted(wrong_numbers(tables) & heads.keys()):
            del heads[number]
            again = workers[0].again(number)
            heads |= {head.number: head for head in again.heads}
            yield again._replace(heads=())
        yield Batch(tuple(heads.values()), (), 0)
    finally:
        for worker in workers:
            worker.close()


def _batches(count: int, workers: "Sequence[_Worker]") -> Iterator[Batch]:
    """Yield what comes of the batches of so many sources, a few batches ahead."""
    free: SimpleQueue[_Worker] = SimpleQueue()
    for each in workers:
        free.put(each)

    def work(numbers: range) -> Batch:
        worker = free.get()
        try:
            return worker.batch(numbers)
        finally:
            free.put(worker)

    pool = ThreadPoolExecutor(len(workers))
    pending: set[Future[Batch]] = set()
    try:
        for start in range(0, count, BATCH):
            pending.add(pool.submit(work, range(start, min(count, start + BATCH))))
            if len(pending) >= len(workers) * _AHEAD:
                done, pending = wait(pending, return_when="FIRST_COMPLETED")
                yield from (each.result() for each in done)
        while pending:
            done, pending = wait(pending, return_when="FIRST_COMPLETED")
            yield from (each.result() for each in done)
    finally:
        pool.shutdown(cancel_futures=True)


class _Worker:
    """Reads batches of sources, one at a time."""

    def __init__(
        self,
        share: int,
        sources: Sequence[Source],
        tables: Tables,
        course: str,
        opening: Opening | None,
    ) -> None:
        self._share = share
        self._sources = sources
        self._tables = tables.beside()
        self._course = course
        self._reader = Reader(opening)

    def close(self) -> None:
        """Let go of the tables and of the zip at hand."""
        self._reader.close()
        self._tables.close()

    def batch(self, numbers: range) -> Batch:
        """Put some bundles into the tables and return who they are from.

        Args:
            numbers: of the sources.
        """
        found = _Found(self._sources, [], [])
        sheets: list[Sheet] = []
        held = 0
        for number in numbers:
            try:
                sheets.append(self._sheet(number, found))
            except TutorError as error:
                found.refuse(number, error)
                continue
            held += len(sheets[-1].text)
            if held > _FULL:
                self._take(sheets, found)
                sheets, held = [], 0
        self._take(sheets, found)
        return Batch(tuple(found.heads), tuple(found.refused), len(numbers))

    def again(self, number: int) -> Batch:
        """Read a bundle with more care, by the domain's own rules.

        What the tables still cannot take then, such as a number of thirty digits, is
        left out.

        Args:
            number: of a source that looked as the tutor writes them.
        """
        found = _Found(self._sources, [], [])
        try:
            told = canonical(self._reader.read(self._sources[number]))
        except TutorError as error:
            found.refuse(number, error)
        else:
            found.tell(number, told.notices)
            heads = self._rows_of([Sheet(number + len(self._sources), told.text)])
            self._keep(heads, found)
            if not heads:
                found.refuse(
                    number, TutorError("export.read.field", field="exported_at")
                )
        return Batch(tuple(found.heads), tuple(found.refused), 0)

    def _sheet(self, number: int, found: "_Found") -> Sheet:
        """Return a bundle in the form the tutor writes.

        Raises:
            TutorError: it cannot be used.
        """
        data = self._reader.read(self._sources[number])
        text = as_written(data)
        if text is None:
            told = canonical(data)
            found.tell(number, told.notices)
            text = told.text
        return Sheet(number, text)

    def _take(self, sheets: Sequence[Sheet], found: "_Found") -> None:
        """Put bundles into the tables; one with a wrong head is read again at once."""
        if sheets:
            heads = self._rows_of(sheets)
            self._keep(heads, found)
            there = {head.number for head in heads}
            for number in [each.number for each in sheets if each.number not in there]:
                again = self.again(number)
                found.heads.extend(again.heads)
                found.refused.extend(again.refused)

    def _rows_of(self, sheets: Sequence[Sheet]) -> list[Head]:
        """Put bundles into the tables of this worker; return the heads that are right."""
        return take(self._tables, sheets, self._share)

    def _keep(self, heads: Sequence[Head], found: "_Found") -> None:
        """Keep the bundles of the course; the others are refused."""
        for head in heads:
            if head.course == self._course:
                found.heads.append(head)
            else:
                found.refuse(head.number, TutorError("report.refused.course"))


class _Found(NamedTuple):
    """What came of a batch so far."""

    sources: Sequence[Source]
    heads: list[Head]
    refused: list[Refused]

    def tell(self, number: int, notices: Sequence[Notice]) -> None:
        """Add what is to be said of a bundle that counts all the same."""
        for each in notices:
            self._add(number, each.message_id, each.values, used=True)

    def refuse(self, number: int, error: TutorError) -> None:
        """Add why a bundle is left out."""
        self._add(number, error.message_id, error.values, used=False)

    def _add(
        self, number: int, message_id: str, values: Mapping[str, object], *, used: bool
    ) -> None:
        """Add what is said of a bundle."""
        said = {
            name: value if isinstance(value, int) else str(value)
            for name, value in values.items()
        }
        path = self.sources[number % len(self.sources)].name
        self.refused.append(
            Refused(path=path, message_id=message_id, values=said, used=used)
        )
