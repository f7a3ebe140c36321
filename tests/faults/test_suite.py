"""Some of each fault costs nothing, and the suite sees a keeper that loses answers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.outcome import Outcome, table_of

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.timeout(240),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes made by fork"),
]


def tried(*words: str) -> tuple[int, list[str]]:
    """Run the suite; return its status and the lines of its table."""
    command = [sys.executable, "-m", "tests.faults", "--small", *words]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.splitlines()


def figures(line: str) -> list[int]:
    """Return the figures of a row: tried, before, after, lost, shut."""
    return [int(word) for word in line.split() if word.isdecimal()][-5:]


def test_some_of_each_fault_costs_nothing() -> None:
    status, lines = tried()

    assert (status, [line for line in lines if "WRONG" in line]) == (0, []), lines
    tries, before, after, lost, shut = figures(lines[-2])
    assert tries > 80
    assert (after, lost, shut) == (before, 0, 0)


def test_a_keeper_that_loses_answers_is_caught() -> None:
    status, lines = tried("--control", "steps", "torn")

    assert status == 1
    assert lines[0].startswith("control: ")
    _, before, after, lost, shut = figures(lines[-2])
    assert lost == before - after > 0
    assert shut > 0


def test_one_answer_lost_or_one_store_shut_is_not_clean() -> None:
    clean = Outcome("a fault", tried=1, before=2, after=2, shut=0)

    assert clean.is_clean
    assert not clean._replace(after=1).is_clean
    assert not clean._replace(shut=1).is_clean
    assert not clean._replace(wrong=("traceback",)).is_clean
    assert figures(table_of([clean, clean]).splitlines()[-1]) == [2, 4, 4, 0, 0]
