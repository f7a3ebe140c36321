"""Start the processes that take inputs, and put their counts together."""

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.abuse.bounds import Counts, Tally, counts_in
from tests.abuse.target import ROOT

FOUND = ROOT / "build" / "abuse"
"""Where inputs that break something are put."""
MEMORY = Path("/dev/shm")
BLIND_A_SECOND = 20
"""Spoilt inputs tried for each second asked for, where no guide is installed."""
_PATIENCE = 60
"""Seconds beyond those asked for after which a process is ended."""


class Outcome(NamedTuple):
    """What came of a process."""

    counts: Counts
    fault: str
    """The end of what it said where it broke, and the input; empty where it did not."""

    @property
    def is_fine(self) -> bool:
        """Whether nothing broke."""
        return not self.fault


def is_guided() -> bool:
    """Return whether atheris is installed."""
    return find_spec("atheris") is not None


def replay(*names: str) -> Outcome:
    """Take again every seed and every input kept.

    Args:
        *names: targets.
    """
    return _started("replay", 10 * len(names), *names)


def blind(name: str, number: int) -> Outcome:
    """Take inputs spoilt by chance alone.

    Args:
        name: a target.
        number: how many.
    """
    return _started("blind", number // BLIND_A_SECOND, name, str(number))


def guided(name: str, seconds: int, keep: int = 0) -> Outcome:
    """Take inputs that libFuzzer makes.

    Args:
        name: a target.
        seconds: for how long.
        keep: how many of those that ran through something new are kept for good.
    """
    FOUND.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        inputs.mkdir()
        options = (f"-max_total_time={seconds}", f"-artifact_prefix={FOUND}/{name}-")
        outcome = _started("guided", seconds, name, str(inputs), *options)
        if keep:
            chosen = choose(name, inputs, keep)
            outcome = outcome if chosen.is_fine else chosen
    return outcome


def choose(name: str, inputs: Path, most: int) -> Outcome:
    """Keep for good the inputs that ran through something new.

    Args:
        name: a target.
        inputs: a folder of what was found.
        most: how many are kept, at most.
    """
    return _started("keep", _PATIENCE, name, str(inputs), str(most))


def _started(way: str, seconds: int, *words: str) -> Outcome:
    """Start a process with a folder of its own, and return what came of it."""
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        tally = Path(folder) / "tally"
        Tally(tally)
        command = (sys.executable, "-m", "tests.abuse.child", way, str(tally), *words)
        environment = {**os.environ, "TMPDIR": folder, "LC_ALL": "C.UTF-8"}
        with (Path(folder) / "said").open("w+", encoding="utf-8") as said:
            code = _code(command, environment, said.fileno(), seconds + _PATIENCE)
            said.seek(0)
            lines = said.read().splitlines()[-40:]
        counts = counts_in(tally)
    return Outcome(counts, "" if code == 0 else "\n".join(lines) or f"status {code}")


def _code(
    command: tuple[str, ...], environment: dict[str, str], said: int, seconds: int
) -> int:
    """Return the status of a command; that of a process ended for taking too long is 1."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdout=said,
            stderr=said,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1
    return done.returncode
