"""Time whole processes: to their end, or to the moment a text is on their terminal."""

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.rounds import Spent
from bench.terminal import Terminal


def bare() -> Spent:
    """Time a Python that does nothing: the median of five, it is the shortest."""
    return sorted(to_end("-c", "pass") for _ in range(5))[2]


def to_end(*words: str, home: Path | None = None) -> Spent:
    """Run Python with these words and wait for its end.

    Args:
        *words: the arguments of the interpreter that runs the bench.
        home: the person's folder.

    Raises:
        CalledProcessError: it ended badly.
    """
    words = (sys.executable, *words)
    quiet = subprocess.DEVNULL
    start = time.perf_counter()
    subprocess.run(
        words, env=environment(home), stdin=quiet, capture_output=True, check=True
    )
    return Spent(time.perf_counter() - start)


def to_text(text: str, *words: str, home: Path | None = None) -> Spent:
    """Run Python in a terminal until a text has come out, then kill it.

    Args:
        text: what to wait for, in one piece.
        *words: the arguments of the interpreter that runs the bench.
        home: the person's folder.

    Raises:
        RuntimeError: the text did not come.
    """
    return program_to_text(text, (sys.executable, *words), environment(home))


def program_to_text(
    text: str, words: tuple[str, ...], given: dict[str, str], folder: Path | None = None
) -> Spent:
    """Run a program in a terminal until a text has come out, then kill it.

    Args:
        text: what to wait for, in one piece.
        words: the program and its arguments.
        given: its environment.
        folder: where it runs, if not here.

    Raises:
        RuntimeError: the text did not come.
    """
    start = time.perf_counter()
    with Terminal(words, given, folder) as terminal:
        shown = terminal.wait_for(text)
        return Spent(shown - start, most_memory(terminal.pid))


def environment(home: Path | None) -> dict[str, str]:
    """Return the environment of a measured process: no habits of this shell in it.

    The texts that are waited for are French.
    """
    dropped = ("TUTOR_", "TEXTUAL", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TUTOR_LANG": "fr"}
    return {**kept, "TUTOR_HOME": str(home)} if home else kept


def most_memory(pid: int) -> int:
    """Return the most memory a living process has held, in kilobytes.

    `ru_maxrss` would not do: a child inherits that of the bench itself.

    Args:
        pid: the process; Linux tells.
    """
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])
