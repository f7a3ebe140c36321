"""The real command, in a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.small import COURSE, stored

ROOT = Path(__file__).parents[2]
ESCAPE = "\x1b"
C_LOCALE = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
HEEDED_WITHIN = 15
"""Seconds in which a busy machine ends a process that has heard Ctrl-C."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which nothing of the machine's shows through."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "SYSTEMROOT"} or name.startswith("COV")
    }
    return {**kept, "TUTOR_HOME": str(home), "TUTOR_COURSE": str(COURSE), **more}


def run(
    *words: str, home: Path, typed: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words],
        cwd=ROOT,
        env=environment(home, PYTHONIOENCODING="utf-8", **more),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_tutor_in_a_pipe_prints_the_standing_and_exits_0(home: Path) -> None:
    done = run(home=home)
    assert done.returncode == 0
    assert "pas commencé\u00a0: Petite leçon (lecon)" in done.stdout
    assert ESCAPE not in done.stdout + done.stderr


def test_answers_from_a_pipe_are_stored_and_nothing_is_coloured(home: Path) -> None:
    words = ("play", "l-une", "--no-shuffle")
    done = run(*words, home=home, typed="b\n3\n", NO_COLOR="1", TERM="xterm-256color")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Juste. 1 sur 1." in done.stdout
    assert ESCAPE not in done.stdout
    (row,) = stored(home, "answers")
    assert (row["response"], row["certainty"]) == ([1], 3)


def test_a_misuse_exits_2_without_a_traceback(home: Path) -> None:
    done = run("play", "inconnue", home=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tutor\u00a0: Rien ne s'appelle")
    assert "Traceback" not in done.stderr


def test_a_home_that_cannot_be_made_exits_3_without_a_traceback(home: Path) -> None:
    home.joinpath("fichier").write_text("occupé")
    done = run("play", "lecon", home=home / "fichier" / "home")
    assert (done.returncode, done.stdout) == (3, "")
    assert "refuse l'écriture" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [("status",), ("play", "lecon"), ("--help",)])
def test_a_reader_that_closes_the_pipe_is_no_error(
    home: Path, words: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "tutor", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home), stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.stdin.close()
    assert (process.returncode, said) == (0, b"")


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl-C, once more where nothing comes of it.

    Python heeds a signal before it waits for a line and while it waits; one that comes
    in the few microseconds between is heeded with the next, or with the line.
    """
    process.send_signal(signal.SIGINT)
    try:
        process.wait(HEEDED_WITHIN)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)


@pytest.fixture
def heeding() -> Iterator[None]:
    """Let what is started hear Ctrl-C, where the tests run in the background and do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding")
def test_ctrl_c_exits_130_with_the_answer_stored(home: Path) -> None:
    command = [sys.executable, "-m", "tutor", "play", "lecon", "--no-shuffle"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(home), stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"b\n")
        process.stdin.flush()
        while b"Certitude" not in process.stdout.readline():
            pass
        _interrupt(process)
        rest, said = process.stdout.read(), process.stderr.read()
    assert process.returncode == 130
    assert "Interrompu" in said.decode()
    assert "Traceback" not in said.decode()
    assert "À bientôt." in rest.decode()
    (row,) = stored(home, "answers")
    assert (row["credit"], row["certainty"]) == (1, None)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        (
            "latin-1",
            "Par ligne, -2 bien moins, 0 pareil, +2 bien plus.".encode("latin-1"),
        ),
        ("ascii", b"Par ligne, -2 bien moins, 0 pareil, +2 bien plus."),
    ],
)
def test_a_terminal_that_is_not_utf_8_gets_signs_it_can_write(
    home: Path, encoding: str, shown: bytes
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "play", "p-sortie"],
        cwd=ROOT,
        env=environment(home, **C_LOCALE, PYTHONIOENCODING=encoding),
        input=b"-2 +1\n",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert shown in done.stdout
    (row,) = stored(home, "answers")
    assert row["credit"] == 1


def test_bytes_that_are_no_text_are_refused_like_any_other_line(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tutor", "play", "l-une", "--no-shuffle"],
        cwd=ROOT,
        env=environment(home, PYTHONIOENCODING="utf-8"),
        input=b"\xe9\nb\n3\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "n'est pas une proposition" in done.stderr.decode()
    (row,) = stored(home, "answers")
    assert row["credit"] == 1
