"""Terminals that cannot, windows that will not keep still: nothing lost, one clear line."""

import re
from pathlib import Path
from random import Random
from time import sleep

import pytest

from tests.cli.small import stored
from tests.cli.terminals import USUAL, Terminal

pytestmark = pytest.mark.no_cover

ESCAPE = re.compile(r"\x1b[\[\]()?>=][^\x1b]*")
RESIZES = 500
NOISE = ("Traceback", "Ã", "Â", "�", "UnicodeEncodeError")
"""What none of these terminals may ever show."""


def plain_lines(said: str) -> list[str]:
    """Return the lines of an output with ordinary spaces."""
    return said.replace("\r", "").replace("\u00a0", " ").splitlines()


@pytest.mark.parametrize("kind", ["dumb", ""])
def test_a_terminal_without_a_full_screen_gets_a_line_and_where_one_stands(
    home: Path, terminals: list[Terminal], kind: str
) -> None:
    terminals.append(Terminal(home, TERM=kind))
    status, said = terminals[0].ended()
    first, *rest = plain_lines(said)

    assert status == 0
    assert (
        first
        == f"Pas de plein écran ici (TERM={kind}) : ligne à ligne, comme avec --plain."
    )
    assert rest[-1].endswith("--plain")
    assert "\x1b" not in said
    assert not any(each in said for each in NOISE)


def test_a_question_at_a_dumb_terminal_is_asked_line_by_line(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(home, "play", "b-une", "--no-shuffle", TERM="dumb")
    terminals.append(terminal)
    terminal.wait_for("Votre réponse")
    terminal.press("a\n")
    terminal.wait_for("Certitude")
    terminal.press("2\n\x04")
    status, said = terminal.ended()

    assert status == 0
    assert plain_lines(said)[0].startswith("Pas de plein écran ici (TERM=dumb)")
    assert "\x1b" not in said
    (row,) = stored(home, "answers")
    assert (row["response"], row["certainty"]) == ([0], 2)


@pytest.mark.parametrize(("encoding", "mark"), [("latin-1", "«"), ("ascii", '"')])
def test_a_terminal_without_utf_8_reads_well(
    home: Path,
    terminals: list[Terminal],
    encoding: str,
    mark: str,
) -> None:
    words = ("play", "lecon-une")
    terminal = Terminal(home, *words, encoding=encoding, PYTHONIOENCODING=encoding)
    terminals.append(terminal)
    status, said = terminal.ended()

    assert status == 2
    assert f"Rien ne s'appelle {mark}" in said.replace("\xff", " ").replace(
        "\u00a0", " "
    )
    assert not any(each in said for each in NOISE)


def test_the_full_screen_says_that_it_needs_utf_8(
    home: Path, terminals: list[Terminal]
) -> None:
    terminals.append(Terminal(home, encoding="latin-1", PYTHONIOENCODING="iso-8859-1"))
    status, said = terminals[0].ended()

    assert status == 0
    assert "Pas de plein écran sans UTF-8 (ici ISO8859-1)" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("locale", ["", "C"])
def test_without_a_locale_the_full_screen_opens_in_utf_8(
    home: Path, terminals: list[Terminal], locale: str
) -> None:
    terminal = Terminal(home, LC_ALL=locale)
    terminals.append(terminal)
    terminal.wait_for("Petite leçon")
    terminal.press("q")

    assert terminal.ended()[0] == 0
    assert not any(each in terminal.seen for each in NOISE)


def test_a_tiny_window_says_so_in_one_line_and_q_still_leaves(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(home, size=(40, 10))
    terminals.append(terminal)
    terminal.wait_for("40")
    terminal.wait_for("60")
    terminal.press("q")

    assert terminal.ended()[0] == 0
    assert "Traceback" not in terminal.seen


def test_a_window_that_is_pulled_about_loses_nothing(
    home: Path, terminals: list[Terminal]
) -> None:
    terminal = Terminal(home, "play", "b-une", "--no-shuffle")
    terminals.append(terminal)
    terminal.wait_for("cocher")
    terminal.press("a\r")
    terminal.wait_for("plutôt sûr")
    terminal.press("2")
    terminal.wait_for("C'est cela.")
    terminal.wait_for("enregistrée")
    before = stored(home, "answers")

    chance = Random(1)
    for _ in range(RESIZES):
        terminal.resize((chance.randint(1, 200), chance.randint(1, 60)))
    drawn = len(terminal.seen)
    terminal.resize(USUAL)
    sleep(1)  # signals that come in a heap are told as one, perhaps before the last
    terminal.resize((USUAL[0] - 1, USUAL[1]))
    sleep(0.3)
    terminal.resize(USUAL)
    terminal.wait_for("C'est cela.", after=drawn)
    terminal.press("q")

    assert terminal.ended()[0] == 0
    assert "Traceback" not in terminal.seen
    assert before
    assert stored(home, "answers") == before
