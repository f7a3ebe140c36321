"""The command at a real terminal: the full screen opens, and `q` leaves it."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.small import stored
from tests.cli.test_process import ROOT, environment

LONGEST = 20.0
FULL_SCREEN_OFF = "\x1b[?1049l"
SCREEN = {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}


class Terminal:
    """A terminal with the tutor in it."""

    def __init__(self, home: Path, *words: str) -> None:
        self._own, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tutor", *words],
            cwd=ROOT,
            env=environment(home, **SCREEN),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Read until a text is on the screen."""
        while text not in self.seen:
            ready, _, _ = select.select([self._own], [], [], LONGEST)
            assert ready, self.seen[-2000:]
            self.seen += os.read(self._own, 65536).decode(errors="replace")

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._own, keys.encode())

    def ended(self) -> tuple[int, str]:
        """Return the exit status and what was said once the full screen was gone."""
        while self._reads_on():
            pass
        self.process.wait(LONGEST)
        return self.process.returncode, self.seen.rpartition(FULL_SCREEN_OFF)[2]

    def _reads_on(self) -> bool:
        """Read once more; return whether there was anything."""
        ready, _, _ = select.select([self._own], [], [], LONGEST)
        assert ready, "the tutor does not end"
        try:
            more = os.read(self._own, 65536)
        except OSError:
            return False
        self.seen += more.decode(errors="replace")
        return bool(more)

    def close(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._own)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """Terminals to be closed at the end."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def test_the_tutor_opens_home_in_full_screen_and_q_leaves(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(home)
    terminals.append(terminal)
    terminal.wait_for("Petite leçon")
    terminal.press("q")
    status, said = terminal.ended()
    assert status == 0
    assert "tutor" not in said


def test_play_opens_its_target_in_full_screen_and_stores_the_answer(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(home, "play", "b-une", "--no-shuffle")
    terminals.append(terminal)
    terminal.wait_for("cocher")
    terminal.press("a\r")
    terminal.wait_for("plutôt sûr")
    terminal.press("2")
    terminal.wait_for("C'est cela.")
    terminal.press("q")
    assert terminal.ended()[0] == 0
    (row,) = stored(home, "answers")
    assert (row["response"], row["certainty"]) == ([0], 2)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_window_that_closes_keeps_what_was_answered(
    home: Path, terminals: list[Terminal], number: signal.Signals
) -> None:
    terminal = Terminal(home, "play", "b-une", "--no-shuffle")
    terminals.append(terminal)
    terminal.wait_for("cocher")
    terminal.press("a\r")
    terminal.wait_for("plutôt sûr")
    terminal.process.send_signal(number)
    assert terminal.ended()[0] == 0
    (row,) = stored(home, "answers")
    assert (row["response"], row["certainty"]) == ([0], None)


def test_a_window_that_closes_over_a_disk_that_refuses_leaves_no_tutor_behind(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(home, "play", "b-une", "--no-shuffle")
    terminals.append(terminal)
    terminal.wait_for("cocher")
    store = home / "progress.json"
    store.unlink(missing_ok=True)
    store.mkdir()
    terminal.press("a\r")
    terminal.wait_for("plutôt sûr")
    terminal.process.send_signal(signal.SIGHUP)

    terminal.ended()
    assert terminal.process.returncode is not None


REFUSED = [
    (("play", "inconnue"), 2, "Rien ne s'appelle"),
    (("--course", "/nulle/part"), 3, "Aucun cours dans"),
]


@pytest.mark.parametrize(("words", "status", "reason"), REFUSED)
def test_what_cannot_be_opened_is_said_on_stderr_once_the_screen_is_gone(
    home: Path,
    terminals: list[Terminal],
    words: tuple[str, ...],
    status: int,
    reason: str,
) -> None:
    terminal = Terminal(home, *words)
    terminals.append(terminal)
    ended, said = terminal.ended()
    assert ended == status
    assert f"tutor : {reason}" in said
    assert "Traceback" not in said


def test_a_store_that_cannot_be_opened_closes_the_screen_and_exits_3(
    home: Path, terminals: list[Terminal]
) -> None:
    (home / "progress.json").mkdir()
    terminal = Terminal(home)
    terminals.append(terminal)
    status, said = terminal.ended()
    assert status == 3
    assert "ne peut pas être ouvert" in said
