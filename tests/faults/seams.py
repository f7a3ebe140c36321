"""Every call by which a program changes a folder, so that one of them can be struck.

The calls are those of `os` and the files made by `open`, as the store, TinyDB and the
lock make them. A write counts twice: before its first byte, and after half of them.
"""

import builtins
import io
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

CALLS = (
    *("open", "fsync", "replace", "rename", "link", "unlink", "remove"),
    *("mkdir", "rmdir", "utime", "close"),
)
"""Calls of `os`; their first argument is a path or a descriptor."""
Strike = Callable[[], None]


def die() -> None:
    """End as a killed process does: nothing is flushed, nothing is tidied."""
    os.kill(os.getpid(), signal.SIGKILL)


def refusal(error: int) -> Strike:
    """Return what refuses a call with an error of the system."""

    def refuse() -> None:
        raise OSError(error, os.strerror(error))

    return refuse


class Seams:
    """Counts the calls under a folder, and strikes at one of them.

    It stays for the rest of the process: use it in a child.
    """

    def __init__(self, root: Path, at: int, strike: Strike, *, once: bool) -> None:
        self.passed = 0
        """Calls met so far."""
        self._root = os.fspath(root)
        self._at = at
        self._strike = strike
        self._once = once
        self._known: set[int] = set()
        self._open = builtins.open
        self._is_armed = self._is_watching = False

    def arm(self) -> None:
        """Begin to count."""
        self.watch()
        self._is_armed = True

    def watch(self) -> None:
        """Take note of the files that are opened from now on."""
        if self._is_watching:
            return
        self._is_watching = True
        for name in CALLS:
            setattr(os, name, self._watched(getattr(os, name), name))
        builtins.open = io.open = self._opened

    def meet(self) -> None:
        """Count a call; strike where it is the one."""
        if not self._is_armed:
            return
        self.passed += 1
        if self.passed == self._at or (self.passed > self._at and not self._once):
            self._strike()

    def _watched(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        """Return a call of `os` that is counted where it touches the folder."""

        def watched(*given: Any, **more: Any) -> Any:
            if not self._is_under(given[0]):
                return call(*given, **more)
            if name == "close":
                self._known.discard(given[0])
                return call(*given, **more)
            self.meet()
            done = call(*given, **more)
            if name == "open":
                self._known.add(done)
            return done

        return watched

    def _opened(self, file: Any, mode: str = "r", *given: Any, **more: Any) -> Any:
        """Open a file; one under the folder that can be written is counted."""
        is_written = self._is_under(file) and set(mode) & set("wax+")
        if is_written and not isinstance(file, int):
            self.meet()
        made = self._open(file, mode, *given, **more)
        if not is_written:
            return made
        self._known.add(made.fileno())
        return _Counted(made, self)

    def _is_under(self, target: object) -> bool:
        """Return whether a path or a descriptor is of the folder."""
        if isinstance(target, int):
            return target in self._known
        return os.fspath(target).startswith(self._root)  # type: ignore[call-overload, no-any-return]


class _Counted:
    """A file whose writes are counted; a struck write may leave half of its bytes."""

    def __init__(self, file: Any, seams: Seams) -> None:
        self._file = file
        self._seams = seams

    def write(self, data: Any) -> int:
        """Write, in two halves."""
        self._seams.meet()
        half = len(data) // 2
        written = self._file.write(data[:half])
        self._file.flush()
        self._seams.meet()
        return int(written + self._file.write(data[half:]))

    def truncate(self, *size: int) -> int:
        """Cut the file."""
        self._seams.meet()
        return int(self._file.truncate(*size))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
