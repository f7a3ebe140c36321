"""Long lines are broken between words at a terminal, and nowhere else."""

import fcntl
import io
import os
import pty
import struct
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Command
from tests.cli.terminals import Terminal
from tests.cli.test_process import ROOT
from tutor.cli.fitting import NARROWEST, broken, fitted

SIGNS = "abé«,.:-−1\u00a0/"
WORDS = st.text(SIGNS, min_size=1, max_size=30).filter(str.strip)
LINES = st.lists(WORDS, min_size=1).map(" ".join)
TEXT = "a. Appeler la coordination du territoire, puis convenir d'un relais écrit"


@pytest.fixture
def screen() -> Iterator[TextIO]:
    """What is written goes to a terminal of 40 columns."""
    own, theirs = pty.openpty()
    fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
    with open(theirs, "w", encoding="utf-8") as stream:  # noqa: PTH123 - by descriptor
        yield stream
    os.close(own)


def resized(stream: TextIO, columns: int) -> TextIO:
    """Give a terminal another width."""
    fcntl.ioctl(stream, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    return stream


@given(LINES, st.integers(NARROWEST, 100), st.sampled_from(["", " "]))
def test_every_word_stays_whole_and_every_line_fits(
    line: str, columns: int, tail: str
) -> None:
    lines = broken(line + tail, columns).split("\n")

    assert [w for each in lines for w in each.split(" ") if w] == line.split(" ")
    too_long = [each for each in lines if len(each.rstrip(" ")) > columns]
    assert all(len(each.split()) <= 2 for each in too_long)
    assert lines[-1].endswith(" ") == bool(tail)


def test_what_follows_a_letter_or_a_dash_stands_below_its_words() -> None:
    assert broken(TEXT, 40).split("\n") == [
        "a. Appeler la coordination du",
        "   territoire, puis convenir d'un relais",
        "   écrit",
    ]
    assert broken(f"  - {TEXT[3:]}", 60).split("\n")[1] == "    d'un relais écrit"
    assert broken("mot " * 12, 20).split("\n")[1].startswith("mot")


def test_a_terminal_gets_lines_that_fit(screen: TextIO) -> None:
    assert max(map(len, fitted(TEXT, screen).split("\n"))) <= 40
    assert fitted(f"{TEXT}\n\n{TEXT}", screen).count("\n") == 2 + 2 * 2
    assert fitted(TEXT, resized(screen, 200)) == TEXT
    assert fitted(TEXT, resized(screen, 10)) == TEXT
    assert fitted(TEXT, resized(screen, 0)) == TEXT


def test_what_is_no_terminal_gets_each_line_whole(screen: TextIO) -> None:
    assert fitted(TEXT, io.StringIO()) == TEXT
    assert fitted(TEXT, None) == TEXT
    gone = open(os.dup(screen.fileno()), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    gone.close()
    assert fitted(TEXT, gone) == TEXT


@pytest.mark.no_cover
def test_a_lesson_at_a_narrow_terminal_breaks_no_word(
    home: Path, tutor: Command, terminals: list[Terminal]
) -> None:
    words = ("play", "bases", "--plain", "--no-shuffle")
    piped = tutor("--course", str(ROOT), *words).out.split()
    terminals.append(Terminal(home, *words, size=(40, 24), TUTOR_COURSE=str(ROOT)))
    terminals[0].wait_for("point seul")
    terminals[0].press("\x04")
    status, said = terminals[0].ended()
    lines = said.replace("\r", "").split("\n")

    assert status == 0
    assert max(map(len, lines)) <= 40
    assert len(lines) > 20
    assert said.split()[: len(piped)] == piped
