"""What a screen reader would stumble on is nowhere in what plain mode prints."""

import re
import unicodedata

import pytest

from tests.cli.conftest import Command
from tests.cli.small import COURSE, keep, long_ago
from tests.course.shipped import known_at
from tutor.locale.language import LANGUAGES

SMALL = ("--course", str(COURSE))
DRAWN = re.compile(
    "[\u00b7\u2022\u2023\u2043\u25e6\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf"
    "\u2800-\u28ff\u2b00-\u2bff\ue000-\uf8ff\\\\|\x1b]|__|[=~*#]{2}"
)
"""Middle dots, bullets, arrows, keys, boxes, blocks, ticks, braille, rules, escapes."""
LESSON = [
    *("?", ".t", "1", "", ".b", ".n une note", "/dernière page", "1", "", "", "i", "i"),
    *("i", "z", "a", "?", "9", "3", "! trop simple", "p", "b c", "2", "p"),
    *("courriel", "", "p", ".l", "Un mot.", ".", "?", "3", "Un avis.", ".", "a"),
    *("o", "n"),
    *("b", "1", "?", "k", ""),
]
RELAY = [
    *("1b 2a 3c", "2", "d c b a", "?", "1", "Poids 61 kg.", ".", "?", "1 3", "b"),
    *("a", "1", "a", "1", "a", "1", "n", ""),
]
SESSION: list[tuple[tuple[str, ...], list[str]]] = [
    ((), []),
    (("play", "lecon", "--plain", "--no-shuffle"), LESSON),
    (("play", "panel", "--plain"), ["2 -1", "?", "-1 2", ""]),
    (("play", "relais", "--plain", "--no-shuffle"), RELAY),
    (("play", "cas", "--plain", "--no-shuffle"), ["a", "3", "RCP", "3", "p", "b", "3"]),
    (("play", "cas", "--plain", "--no-shuffle"), [".t", "2", "", "q"]),
    (("play", "l-une", "--plain", "--no-shuffle"), ["a", "3", "q"]),
    (("play", "C5.N.1", "--plain"), ["?", "q"]),
    (("review", "--plain", "--minutes", "20"), ["?", "a", "3", "q"]),
    (("review", "--list"), []),
    (("status",), []),
    (("status", "--des"), []),
    (("des",), []),
    (("des", "C5.N.1", "4"), []),
    (("des", "C5", "n"), []),
    (("des", "C5", "--place"), ["?", "2", "7", ""]),
    (("search", "petite"), []),
    (("search", "petite", "--open", "1"), ["", "p", "r", "1", "o", "q"]),
    (("search", "xyzzy"), []),
    (("questions",), []),
    (("marks",), []),
    (("marks", "1"), []),
    (("tracks",), []),
    (("trace", "--list"), []),
    (("profiles",), []),
    (("settings",), []),
    (("backup", "carnet.json"), []),
    (("restore", "carnet.json", "--replace", "--yes"), []),
    (("forget",), []),
]
"""What a person types, command by command; the store goes on from one to the next."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_session_in_plain_mode_says_nothing_that_is_drawn(
    tutor: Command, tmp_path: object, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.chdir(str(tmp_path))
    keep(tutor.home, *long_ago("b-une", certainty=3))
    said = []
    for words, lines in SESSION:
        typed = "".join(f"{line}\n" for line in lines)
        found = tutor("--lang", lang, *SMALL, *words, typed=typed)
        assert "Traceback" not in found.err, words
        said += [(words, line) for line in (found.out + found.err).splitlines()]
    assert len(said) > 400
    assert [(words, line) for words, line in said if DRAWN.search(line)] == []


@pytest.mark.no_cover
def test_the_course_that_ships_is_told_without_a_drawn_sign(tutor: Command) -> None:
    known_at(tutor.home)
    said = []
    for words in (
        *(("status",), ("des",), ("des", "C5"), ("questions",), ("tracks",)),
        *(("search", "médecin traitant"), ("trace", "--list")),
        ("search", "parcours", "--open", "2"),
    ):
        found = tutor(*words, typed="\n" * 12)
        said += [(words, line) for line in (found.out + found.err).splitlines()]
    assert len(said) > 300
    assert [(words, line) for words, line in said if DRAWN.search(line)] == []


@pytest.mark.parametrize("sign", ["✓", "→", "·", "•", "█", "─", "⠿", "⏎", "▸", "★"])
def test_drawn_signs_are_recognised(sign: str) -> None:
    assert DRAWN.search(f"un {sign} signe"), unicodedata.name(sign)


@pytest.mark.parametrize(
    "line", ["L'été, « oui » : 0,5 – 12 % ; −2 à +2…", "- un", "(a)"]
)
def test_ordinary_signs_are_let_be(line: str) -> None:
    assert not DRAWN.search(line)
