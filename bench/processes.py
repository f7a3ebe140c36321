"""Time whole processes: to their end, or to the moment a text is on their terminal."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from bench.rounds import Spent

PATIENCE = 60.0
"""Seconds to wait for a text."""
_COLUMNS, _LINES = 120, 40


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
    """Run Python in a terminal of 120×40 until a text has come out, then kill it.

    Args:
        text: what to wait for, in one piece.
        *words: the arguments of the interpreter that runs the bench.
        home: the person's folder.

    Raises:
        RuntimeError: the text did not come.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("4H", _LINES, _COLUMNS, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words],
        env=environment(home),
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
    )
    os.close(follower)
    with process:
        try:
            _read_until(text.encode(), leader)
            return Spent(time.perf_counter() - start, _most_memory(process.pid))
        finally:
            process.kill()
            os.close(leader)


def environment(home: Path | None) -> dict[str, str]:
    """Return the environment of a measured process: no habits of this shell in it."""
    dropped = ("TUTOR_", "TEXTUAL", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    return {**kept, "TUTOR_HOME": str(home)} if home else kept


def _read_until(text: bytes, leader: int) -> None:
    """Read a terminal until a text has come out."""
    shown = b""
    while text not in shown:
        ready, _, _ = select.select([leader], [], [], PATIENCE)
        try:
            chunk = os.read(leader, 65536) if ready else b""
        except OSError:
            chunk = b""
        if not chunk:
            end = shown[-500:].decode(errors="replace")
            raise RuntimeError(f"{text.decode()!r} did not come; the end was {end!r}")
        shown += chunk


def _most_memory(pid: int) -> int:
    """Return the most memory a living process has held, in kilobytes.

    `ru_maxrss` would not do: a child inherits that of the bench itself.
    """
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])
