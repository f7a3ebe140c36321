"""What waits to be sent, on the disk: a queue for each place and course.

`outbox/NAME.jsonl` holds statements, one a line; `outbox/NAME.done` says where they go
and, line after line, which were stored there and which were refused for good. The
second only ever grows, so that a machine that stops at any moment sends a statement
again at worst, never forgets one.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import orjson

from tutor.domain.errors import StoreError
from tutor.domain.reasons import reason_of
from tutor.store.archive import write_archive
from tutor.store.disk import Disk, RealDisk
from tutor.store.place import Place

OUTBOX = "outbox"
"""The folder of what waits to be sent."""
QUEUE, DONE = ".jsonl", ".done"
LARGEST = 512 * 2**20
"""Bytes of the largest queue that is read: hundreds of thousands of statements."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LINE = re.compile(rb"(done|conflict|large) ([0-9a-f-]{36})")
_HANDED = re.compile(rb"handed ([0-9a-f]{64}) ([0-9a-f-]{36})")
_LONGEST_NAME = 16


class Queued(NamedTuple):
    """A statement about to be sent."""

    id: str
    """A UUID in lower case, the same each time the statement is made."""
    data: bytes
    """Its JSON, on one line."""


class Kept(NamedTuple):
    """What is known of the statements of a queue."""

    done: frozenset[str]
    """Those that are stored where they go."""
    apart: dict[str, str]
    """Those refused for good, with why: `conflict` or `large`."""


class Outbox:
    """The queue of one course for one place."""

    def __init__(
        self, place: Place, to: str, course: str, disk: Disk | None = None
    ) -> None:
        self.to = to
        """The address it is for."""
        self.course = course
        """The id of the course it is of."""
        named = hashlib.sha256(f"{to}\n{course}".encode()).hexdigest()
        self.path = place.root / OUTBOX / (named[:_LONGEST_NAME] + QUEUE)
        """The file of statements."""
        self._log = self.path.with_suffix(DONE)
        self._disk = disk or RealDisk()

    def fill(
        self, statements: Iterable[Queued], closing: tuple[str, str] | None = None
    ) -> None:
        """Put statements in the place of those that wait; those done are left out.

        What a person no longer agrees to send does not stay in the queue.

        Args:
            statements: all that they agree to send, done before or not.
            closing: the id of the statement that stands for all of them, and the
                SHA-256, in hexadecimal, of what they say.

        Raises:
            StoreError: the disk refuses; the queue is as it was.
            ValueError: a statement has no UUID, or takes more than a line.
        """
        kept = self.kept()
        found = {each.id: each for each in self._read() if each.id in kept.apart}
        for each in statements:
            if not _ID.fullmatch(each.id) or b"\n" in each.data:
                raise ValueError(each.id)
            if each.id not in kept.done:
                found.setdefault(each.id, each)
        with _writing(self.path):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._log.exists():
                head = orjson.dumps({"to": self.to, "course": self.course})
                write_archive(self._log, head + b"\n", self._disk)
            data = b"".join(each.data + b"\n" for each in found.values())
            write_archive(self.path, data, self._disk)
        if closing is not None:
            name, digest = closing
            self._add(f"\nhanded {digest} {name}\n")

    def was_handed(self, digest: str) -> bool:
        """Return whether the very same things were sent to the end before.

        Args:
            digest: the SHA-256 given to `fill`.

        Raises:
            StoreError: the file cannot be read.
        """
        done = self.kept().done
        found = (_HANDED.fullmatch(line) for line in _lines(self._log))
        return any(
            each[1].decode() == digest and each[2].decode() in done
            for each in found
            if each
        )

    def waiting(self) -> list[Queued]:
        """Return the statements that are still to be sent, in their order.

        Raises:
            StoreError: the queue cannot be read.
        """
        kept = self.kept()
        return [
            each
            for each in self._read()
            if each.id not in kept.done and each.id not in kept.apart
        ]

    def kept(self) -> Kept:
        """Return which statements are done, and which are refused for good.

        Raises:
            StoreError: the file cannot be read.
        """
        done: set[str] = set()
        apart: dict[str, str] = {}
        for line in _lines(self._log):
            if found := _LINE.fullmatch(line):
                word, name = found[1].decode(), found[2].decode()
                if word == "done":
                    done.add(name)
                else:
                    apart[name] = word
        return Kept(frozenset(done), apart)

    def mark(self, ids: Iterable[str], word: str = "done") -> None:
        """Say that statements need not be sent again, and force it to the disk.

        Args:
            ids: theirs.
            word: `done`, or why they are refused for good: `conflict`, `large`.

        Raises:
            StoreError: the disk refuses.
        """
        self._add("".join(f"\n{word} {each}\n" for each in ids))

    def tidy(self) -> None:
        """Erase the statements once all of them are done.

        Raises:
            StoreError: the disk refuses.
        """
        if not self.waiting() and not self.kept().apart:
            with _writing(self.path):
                self.path.unlink(missing_ok=True)

    def forget(self) -> None:
        """Erase the queue and what was done of it.

        Raises:
            StoreError: the disk refuses.
        """
        for path in (self.path, self._log):
            with _writing(path):
                path.unlink(missing_ok=True)

    def _add(self, text: str) -> None:
        """Add lines to what is known, and force them to the disk.

        Each begins with a line feed: one that was cut before spoils none after it.

        Raises:
            StoreError: the disk refuses.
        """
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        with (
            _writing(self._log),
            open(os.open(self._log, flags, 0o600), "ab") as file,  # noqa: PTH123 - by descriptor
        ):
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())

    def _read(self) -> Iterator[Queued]:
        """Yield the statements of the file; a line that was cut is left out."""
        for line in _lines(self.path):
            try:
                found = orjson.loads(line)
            except orjson.JSONDecodeError:
                continue
            name = found.get("id") if isinstance(found, dict) else None
            if isinstance(name, str) and _ID.fullmatch(name):
                yield Queued(name, line)


def outboxes(place: Place, course: str | None = None) -> list[Outbox]:
    """Return the queues there are, in the order of their addresses.

    Args:
        place: the person's folder.
        course: the id of the only course wanted; all by default.

    Raises:
        StoreError: a file cannot be read.
    """
    found = []
    for path in sorted((place.root / OUTBOX).glob(f"*{DONE}")):
        head = next(iter(_lines(path)), b"")
        try:
            said = orjson.loads(head)
            box = Outbox(place, str(said["to"]), str(said["course"]))
        except (orjson.JSONDecodeError, KeyError, TypeError):
            continue
        if box.path.with_suffix(DONE) == path and course in {None, box.course}:
            found.append(box)
    return sorted(found, key=lambda each: (each.to, each.course))


def _lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file; none where there is no file.

    Raises:
        StoreError: it cannot be read, or is far too large.
    """
    try:
        if not path.is_file():
            return
        if path.stat().st_size > LARGEST:
            raise StoreError("lrs.outbox-huge", path=path)
        with path.open("rb") as file:
            for line in file:
                yield line.rstrip(b"\r\n")
    except OSError as error:
        reason = reason_of(error)
        raise StoreError("lrs.outbox-read", path=path, reason=reason) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into an error for people.

    Raises:
        StoreError: the disk refused.
    """
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        raise StoreError("errors.write-refused", path=path, reason=reason) from error
