"""What one input may cost, and what all of them have cost so far."""

import mmap
import resource
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from tests.abuse.target import Target
from tutor.domain.errors import TutorError

MEGABYTES = 1024
"""Of a process that takes inputs; beyond it there is no more."""
_FORM = struct.Struct("<QQdQQ")


class Counts(NamedTuple):
    """What came of the inputs tried."""

    tried: int = 0
    refused: int = 0
    """How many of them ended in a reason for people."""
    slowest: float = 0.0
    """Seconds of the one that took longest."""
    length: int = 0
    """Bytes of that one."""
    peak: int = 0
    """Kilobytes of the process, at its most."""


class TooSlowError(BaseException):
    """An input takes too long; no net for errors catches it."""


class Tally:
    """Counts in a file, so that they outlive the process that counts."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(_FORM.pack(*Counts()))
        with path.open("r+b") as file:
            self._kept = mmap.mmap(file.fileno(), _FORM.size)
        self._counts = Counts()

    def add(self, length: int, seconds: float, *, refused: bool) -> None:
        """Count one input.

        Args:
            length: in bytes.
            seconds: how long it took.
            refused: whether it ended in a reason.
        """
        was = self._counts
        slower = seconds > was.slowest
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self._counts = Counts(
            was.tried + 1,
            was.refused + refused,
            seconds if slower else was.slowest,
            length if slower else was.length,
            peak // 1024 if sys.platform == "darwin" else peak,
        )
        _FORM.pack_into(self._kept, 0, *self._counts)


def counts_in(path: Path) -> Counts:
    """Return what a tally counted, whatever became of its process.

    Args:
        path: its file.
    """
    return Counts(*_FORM.unpack(path.read_bytes()))


def counted(target: Target, tally: Tally) -> Callable[[bytes], None]:
    """Return what takes an input and counts it.

    Args:
        target: where it goes.
        tally: counts; what raises anything but a refusal is not counted.
    """

    def take(raw: bytes) -> None:
        began, refused = time.perf_counter(), False
        try:
            target.take(raw)
        except TutorError:
            refused = True
        tally.add(len(raw), time.perf_counter() - began, refused=refused)

    return take


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stop what takes too long.

    Args:
        seconds: what it may take.

    Raises:
        TooSlowError: it takes longer.
    """

    def ring(number: int, frame: FrameType | None) -> None:
        raise TooSlowError(seconds)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory(megabytes: int = MEGABYTES) -> None:
    """Let this process have so much memory and no more.

    Args:
        megabytes: all that it may map.
    """
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, most))
