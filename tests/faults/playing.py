"""The command itself in a process of its own, and a hand that meddles meanwhile."""

import contextlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.cli.small import COURSE, Keyboard, eased
from tests.faults.children import Child
from tutor.cli.main import status_of

TYPED = "b\n3\na\n2\na c\n3\n"
"""Three answers of the small lesson, each with how sure one is."""
KEPT = "Réponse enregistrée."
NOBODY = 65534
"""The user that owns nothing, where there is one."""


class Said(NamedTuple):
    """What the command gave back."""

    status: int
    """The exit status; the signal below zero where it was killed."""
    out: str
    err: str

    @property
    def line(self) -> str:
        """The first line on stderr, which says what happened."""
        return self.err.partition("\n")[0]

    @property
    def is_clear(self) -> bool:
        """Whether it ended by itself, with a word where something was refused."""
        no_trace = "raceback" not in self.err
        return no_trace and (self.status == 0 or (self.status == 3 and bool(self.err)))

    @property
    def kept(self) -> int:
        """How many answers it said were kept."""
        return self.out.count(KEPT)


class Meddler(Keyboard):
    """A keyboard; something happens before a given line, from 1, is read."""

    def __init__(self, before: int, meddle: Callable[[], object]) -> None:
        super().__init__(TYPED)
        self._left = before
        self._meddle = meddle

    def readline(self) -> str:
        """Return the next line."""
        self._left -= 1
        if not self._left:
            self._meddle()
        return super().readline()


class Command:
    """The `tutor` command in a child, over the small course."""

    def __init__(
        self, home: Path, keyboard: Keyboard, *words: str, user: int | None = None
    ) -> None:
        self._home = home
        out, err = os.pipe(), os.pipe()
        ends = out[1], err[1]
        self.child = Child(lambda _: _run(home, keyboard, words, user, ends))
        for end in ends:
            os.close(end)
        self._out, self._err = (
            os.fdopen(each[0], encoding="utf-8") for each in (out, err)
        )

    def end(self) -> Said:
        """Wait for the end; return what was said, the folder of the person as `…`."""
        with self._out, self._err:
            out, err = self._out.read(), self._err.read()
        status, lines = self.child.end()
        told = "\n".join([err.replace(str(self._home), "…"), *lines])
        return Said(status, eased(out), eased(told).strip())


def _run(
    home: Path,
    keyboard: Keyboard,
    words: tuple[str, ...],
    user: int | None,
    ends: tuple[int, int],
) -> None:
    """Run the command, and end with its status."""
    if user is not None:
        become(user)
    os.environ["TUTOR_HOME"] = str(home)
    for number, end in enumerate(ends, 1):
        os.dup2(end, number)
        os.close(end)
    sys.stdin = keyboard
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", buffering=1)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", buffering=1)
    status = status_of(["--course", str(COURSE), *words])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def become(user: int) -> None:
    """Give up being root, for good."""
    os.setgroups([])
    os.setgid(user)
    os.setuid(user)


def play(home: Path, keyboard: Keyboard, *, user: int | None = None) -> Command:
    """Begin to play the lesson of the small course line by line."""
    words = ("play", "lecon", "--plain", "--no-shuffle")
    return Command(home, keyboard, *words, user=user)


def warm(home: Path) -> None:
    """Play the lesson in this process, so that no child has anything left to load."""
    keyboard, stdin = Keyboard(TYPED), sys.stdin
    before = os.environ.get("TUTOR_HOME")
    os.environ["TUTOR_HOME"] = str(home)
    sys.stdin = keyboard
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            for words in (("play", "lecon", "--plain"), ("status",)):
                status_of(["--course", str(COURSE), *words])
    finally:
        sys.stdin = stdin
        del os.environ["TUTOR_HOME"]
        if before is not None:
            os.environ["TUTOR_HOME"] = before
