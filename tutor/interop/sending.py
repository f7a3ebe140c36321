"""Empty a queue into a Learning Record Store: what it says is stored is done, no more."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tutor.interop.lrs_client import LrsClient
from tutor.interop.lrs_errors import LyingError
from tutor.store.outbox import Outbox, Queued

BATCH = 50
"""Statements sent at once."""
MOST_AT_ONCE = 500
LARGEST = 900_000
"""Bytes sent at once: under the megabyte that most servers take."""

Progress = Callable[[int, int], None]
"""Told how many statements of how many are settled."""


class Sent(NamedTuple):
    """What came of a queue."""

    done: int
    """Statements stored this time."""
    conflicts: int
    """Refused for good: the store has another statement of the same id."""
    large: int
    """Refused for good: too large even alone."""


class Sending:
    """Sends what a queue holds; what it learns is on the disk at once."""

    def __init__(
        self, client: LrsClient, outbox: Outbox, *, batch: int = BATCH
    ) -> None:
        self._client = client
        self._outbox = outbox
        self._most = batch
        self._counts = {"done": 0, "conflict": 0, "large": 0}

    @property
    def sent(self) -> Sent:
        """What came of it so far."""
        counts = self._counts
        return Sent(counts["done"], counts["conflict"], counts["large"])

    def run(self, progress: Progress | None = None) -> Sent:
        """Send what waits, and return what came of it.

        However it ends, what was stored is marked and the rest waits.

        Args:
            progress: told how far it is; what it raises stops the sending.

        Raises:
            LrsError: the store is out of reach, refuses, or lies.
            StoreError: the disk refuses.
        """
        left = self._outbox.waiting()
        total = len(left)
        while left:
            if progress is not None:
                progress(total - len(left), total)
            batch = next(_batches(left, self._most))
            left = left[len(batch) :]
            self._deliver(batch)
        if progress is not None:
            progress(total, total)
        self._outbox.tidy()
        return self.sent

    def _deliver(self, batch: Sequence[Queued]) -> None:
        """Send a batch, in halves where it is refused whole.

        Raises:
            LrsError: as `run`.
        """
        reply = self._client.post(batch)
        if reply.fate == "stored":
            self._confirm(batch, reply.ids)
        elif len(batch) == 1:
            known = reply.fate == "conflict" and self._client.has(batch[0])
            self._settle([batch[0].id], "done" if known else reply.fate)
        else:
            middle = len(batch) // 2
            if reply.fate == "large":
                self._most = min(self._most, middle)
            self._deliver(batch[:middle])
            self._deliver(batch[middle:])

    def _confirm(self, batch: Sequence[Queued], ids: frozenset[str]) -> None:
        """Mark what the store lists; what it leaves out is asked of it once more.

        A store that had some of the statements already may list the others only; asked
        about the rest alone, it says that they are there.

        Raises:
            LyingError: it does not.
        """
        self._settle([each.id for each in batch if each.id in ids], "done")
        rest = [each for each in batch if each.id not in ids]
        if not rest:
            return
        again = self._client.post(rest)
        if again.fate == "stored":
            self._settle([each.id for each in rest if each.id in again.ids], "done")
        missing = [each for each in rest if each.id not in again.ids]
        if missing:
            raise LyingError("lrs.not-listed", url=self._outbox.to, n=len(missing))

    def _settle(self, ids: Sequence[str], word: str) -> None:
        """Write down what became of statements."""
        if ids:
            self._outbox.mark(ids, word)
            self._counts[word] += len(ids)


def _batches(waiting: Sequence[Queued], most: int) -> Iterator[list[Queued]]:
    """Yield statements in batches bounded in number and in bytes."""
    batch: list[Queued] = []
    size = 0
    for each in waiting:
        if batch and (len(batch) >= most or size + len(each.data) > LARGEST):
            yield batch
            batch, size = [], 0
        batch.append(each)
        size += len(each.data) + 1
    if batch:
        yield batch
