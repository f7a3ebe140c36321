"""The command itself in a process of its own, and a hand that meddles meanwhile."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

from tests.cli.small import COURSE, Keyboard, eased
from tests.faults.children import Child
from tutor.cli.main import status_of

TYPED = "b\n3\na\n2\nac\n3\n"
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
        self._out, self._err = (tempfile.TemporaryFile("w+") for _ in range(2))
        self.child = Child(lambda _: self._run(keyboard, words, user))

    def end(self) -> Said:
        """Wait for the end; return what was said, the folder of the person as `…`."""
        status, lines = self.child.end()
        out, err = _all_of(self._out), _all_of(self._err)
        err = err.replace(str(self._home), "…")
        return Said(status, eased(out), eased(err) + "\n".join(lines))

    def _run(
        self, keyboard: Keyboard, words: tuple[str, ...], user: int | None
    ) -> None:
        """Run the command, and end with its status."""
        if user is not None:
            become(user)
        os.environ["TUTOR_HOME"] = str(self._home)
        for number, file in ((1, self._out), (2, self._err)):
            os.dup2(file.fileno(), number)
        sys.stdin = keyboard  # type: ignore[assignment]
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


def _all_of(file: IO[str]) -> str:
    """Return all that was written to a file, and close it."""
    file.seek(0)
    with file:
        return file.read()
