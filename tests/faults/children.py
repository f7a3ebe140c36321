"""Work done in a process that may be killed, and what it said before."""

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable

Say = Callable[[object], object]


class Child:
    """A process made by `fork`: everything is loaded, so that it starts at once."""

    def __init__(self, work: Callable[[Say], object]) -> None:
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            _do(work, writing)
        os.close(writing)
        self._said = os.fdopen(reading, encoding="utf-8")

    def line(self) -> str:
        """Wait for the next line; it is empty once the process has ended."""
        return self._said.readline().strip()

    def kill(self, after: float = 0) -> None:
        """Kill it, as nothing can be refused.

        Args:
            after: seconds to wait before.
        """
        time.sleep(after)
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> tuple[int, list[str]]:
        """Wait for its end; return its status and the lines not read yet."""
        lines = self._said.read().splitlines()
        self._said.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), lines


def _do(work: Callable[[Say], object], writing: int) -> None:
    """Do the work of a child, and end without what its parent would do at its end."""
    status = 1
    try:
        work(lambda said: os.write(writing, f"{said}\n".encode()))
        status = 0
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent is told
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
        told = f"traceback: {type(error).__name__} at {where}: {error}\n"
        os.write(writing, told.encode())
    os._exit(status)
