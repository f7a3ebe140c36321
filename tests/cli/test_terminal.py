"""The command at a real terminal: the full screen opens, and `q` leaves it."""

import signal
from pathlib import Path

import pytest

from tests.cli.small import stored
from tests.cli.terminals import LONGEST, Terminal
from tests.cli.test_process import ROOT


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


HEARD = ("sh", "-c", 'trap : HUP; "$@"', "sh")
"""Hears that the window closes, and waits for what it started, as `make` does."""


@pytest.mark.parametrize("within", [(), HEARD], ids=["alone", "within another"])
def test_a_terminal_that_vanishes_over_a_lesson_leaves_no_tutor_behind(
    home: Path, terminals: list[Terminal], within: tuple[str, ...]
) -> None:
    words = ("play", "bases")
    terminal = Terminal(home, *words, within=within, TUTOR_COURSE=str(ROOT))
    terminals.append(terminal)
    terminal.wait_for("sommaire")

    terminal.vanish()

    # 120 is Python's own word for an output it could not flush at its end
    assert terminal.process.wait(LONGEST) in {0, 120}


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
    assert f"tutor\u00a0: {reason}" in said
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
