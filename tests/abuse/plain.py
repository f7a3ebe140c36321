"""What comes in on a pipe to plain mode: its first letter says what is played."""

import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from random import Random

from tests.abuse.homes import LIBRARY, assert_sound, fresh_home, stored
from tests.abuse.target import Target, assert_harmless
from tests.cli.small import COURSE
from tests.factories import StoppedClock
from tutor.cli.console import Console
from tutor.cli.legible import make_legible
from tutor.cli.plain_run import PlainRun
from tutor.services.desk import Desk
from tutor.services.training import open_run

REVIEW = "revision"
PLAYED = ("lecon", "l-mots", "panel", "cartes", "relais", "cas", "banque", REVIEW)
WORDS = (
    *("a b\n", "-2 +1\n", "1 2\n", "3\n", "?\n", "i\n", "p\n", "q\n", ".t\n", ".t 1\n"),
    *(
        ".b\n",
        ".n un mot\n",
        ".l\n",
        "/ lettre\n",
        "/\n",
        ".\n",
        "!\n",
        "oui\n",
        "non\n",
    ),
    *(
        "a1 b2 c3\n",
        "c a b\n",
        "\u202e",
        "\x1b[2J",
        "\ud7ff",
        "٣\n",
        "²\n",
        "MSSanté\n",
    ),
)
LETTERS = (
    "a\n2\n",
    "b\n3\n",
    "\n\n",
    "p\n",
    "i\n",
    ".t 3\n",
    ".n À Mme D.\n.\n",
    "!\nnon\n",
)


def take(raw: bytes) -> None:
    """Play something of the small course with these lines, then look at the store."""
    name = PLAYED[raw[0] % len(PLAYED)] if raw else PLAYED[0]
    lines = io.TextIOWrapper(io.BytesIO(raw[1:]), encoding="utf-8")
    make_legible(lines)
    before, sys.stdin, out = sys.stdin, lines, io.StringIO()
    try:
        with (
            fresh_home(kept=stored() if name == REVIEW else b"") as place,
            redirect_stdout(out),
            redirect_stderr(out),
        ):
            desk = Desk(COURSE, place, StoppedClock(), Random(7))
            desk.library = LIBRARY
            try:
                run = open_run(desk, name, desk.chance, shuffled=False)
                PlainRun(desk, run, Console()).play()
            finally:
                desk.close()
            assert_sound(place)
    finally:
        sys.stdin = before
    assert_harmless(out.getvalue())


def seeds() -> Iterator[bytes]:
    """Yield lines that answer, that ask for something else, and that run long."""
    for number in range(len(PLAYED)):
        for each in LETTERS:
            yield bytes([number]) + each.encode() * 9
        yield bytes([number]) + "".join(WORDS).encode()
    yield b"\x03.n " + b"Mme Martin, 12 rue des Lilas, " * 300 + b"\n"


TARGET = Target(take, seeds, WORDS)
