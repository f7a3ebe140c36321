"""A tutor killed in the middle of writing loses nothing it acknowledged."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import IO

from tests.store.homes import ids, numbered, opened
from tutor.store.place import Place

KILLS = 30
ROOT = Path(__file__).parents[2]


class Writer:
    """The program of `writer.py`, seen from outside."""

    def __init__(self, told: IO[str], said: IO[str]) -> None:
        self._told = told
        self._said = said

    def killed_after(self, first: int, answers: int, spins: int) -> list[int]:
        """Let it write, kill it, and return the numbers it acknowledged.

        Args:
            first: the number of its first answer.
            answers: how many acknowledgements to wait for.
            spins: how long to dawdle then, so that the blow falls anywhere.
        """
        print(first, file=self._told, flush=True)
        lines = []
        while (line := self._said.readline()) and not line.startswith("pid"):
            lines.append(line)
        child = int(line.split()[1])
        lines += [self._said.readline() for _ in range(answers - len(lines))]
        for _ in range(spins):
            pass
        os.kill(child, signal.SIGKILL)
        while (line := self._said.readline()) != "dead\n":
            lines.append(line)
        return [int(each) for each in lines]


@contextmanager
def writer_at(place: Place) -> Iterator[Writer]:
    """Start the program, and end it."""
    command = [sys.executable, "-m", "tests.store.writer", str(place.root)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Writer(process.stdin, process.stdout)
        finally:
            process.stdin.close()


def test_thirty_kills_lose_no_acknowledged_answer(tmp_path: Path) -> None:
    place, chance = Place(tmp_path / "home"), Random(20)
    acknowledged: list[int] = []
    with writer_at(place) as writer:
        for _ in range(KILLS):
            first = len(acknowledged) * 2 + 1
            answers, spins = chance.randrange(4), chance.randrange(60_000)
            acknowledged += writer.killed_after(first, answers, spins)

            with opened(place) as store:
                assert store.notices == ()
                assert not store.is_read_only
                found = ids(store)
            assert len(found) == len(set(found))
            assert {numbered(number).id for number in acknowledged} <= set(found)
    assert len(acknowledged) >= KILLS
