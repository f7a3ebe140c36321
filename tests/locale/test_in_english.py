"""Whole screens and commands in English; the course itself stays French."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.test_process import environment
from tests.locale.test_english import FRENCH
from tests.tui.person import USUAL, sitting
from tutor.locale import (
    credit_text,
    decimal,
    grouped,
    listed,
    named,
    no_break,
    numeric_date,
    say,
    short_date,
)
from tutor.locale.language import LANGUAGES, Language, speak
from tutor.services.identity_guard import masked, pieces
from tutor.services.tongue import keep_language
from tutor.store.place import Place

NB = "\u00a0"
DAY = date(2026, 11, 22)
WRITTEN = "Vu Mme Durand Nathalie, née le 12/03/1951, 06 12 34 56 78, chambre 214."
ROOT = Path(__file__).parents[2]
WRITTEN_IN: list[tuple[Language, list[str]]] = [
    (
        "fr",
        [
            *("0,5", "0,67", "–", f"20{NB}000", "dim. 22 nov.", "22/11/2026"),
            *(f"oui{NB}: 3", f"a{NB}; b"),
        ],
    ),
    (
        "en",
        [
            *("0.5", "0.67", "–", "20,000", "Sun 22 Nov", "22/11/2026"),
            *("oui: 3", "a; b"),
        ],
    ),
]


def run(
    home: Path, *words: str, typed: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the real command in a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words],
        cwd=ROOT,
        env=environment(home, PYTHONIOENCODING="utf-8", **more),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("lang", "texts"), WRITTEN_IN)
def test_numbers_dates_and_lists_follow_the_language(
    lang: Language, texts: list[str]
) -> None:
    speak(lang)
    assert [
        credit_text(0.5),
        decimal(0.671),
        decimal(None),
        grouped(20_000),
        short_date(DAY),
        numeric_date(DAY),
        named("oui", 3),
        listed(["a", "b"]),
    ] == texts


def test_the_course_keeps_its_french_spaces_and_english_adds_none() -> None:
    speak("en")
    assert no_break("Pourquoi ? « Oui »") == f"Pourquoi{NB}? «{NB}Oui{NB}»"
    assert say("play.hint", text="a : b") == "Hint: a : b"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_masks_are_known_again_whichever_language_put_them(lang: Language) -> None:
    speak(lang)
    safe = masked(WRITTEN)
    assert "Durand" not in safe
    assert masked(safe) == safe
    for reader in LANGUAGES:
        speak(reader)
        masks = [piece for piece, is_mask in pieces(safe) if is_mask]
        assert len(masks) > 3
        assert all(mask[0] + mask[-1] == "[]" for mask in masks)


@given(st.text(st.sampled_from("Aabé .,'0123456789/@"), max_size=60))
def test_masking_again_changes_nothing_in_english_either(text: str) -> None:
    speak("en")
    assert masked(masked(text)) == masked(text)


def test_a_command_speaks_the_language_of_its_option_wherever_it_stands(
    tmp_path: Path,
) -> None:
    after = run(tmp_path, "status", "--lang", "en")
    before = run(tmp_path, "--lang", "en", "status", LANG="fr_FR.UTF-8")
    assert (after.returncode, after.stderr) == (0, "")
    assert "not started: Petite leçon (lecon)" in after.stdout
    assert before.stdout == after.stdout
    assert "pas commencé" in run(tmp_path, "status").stdout


def test_help_and_misuse_speak_english_too(tmp_path: Path) -> None:
    said = run(tmp_path, "play", "--help", LANG="en_GB.UTF-8")
    assert "Keeps the author's order." in said.stdout
    assert "Shows this help." in said.stdout
    assert not FRENCH.search(said.stdout.replace("--lang", ""))
    refused = run(tmp_path, "--lang", "en", "play")
    assert refused.returncode == 2
    assert refused.stderr == (
        "tutor: Missing argument: TARGET.\n"
        "  what to do: “tutor --help” lists the commands.\n"
    )


def test_a_run_in_english_takes_an_english_yes(tmp_path: Path) -> None:
    keep_language(Place(tmp_path), "en")
    done = run(tmp_path, "play", "l-mots", typed="autre chose\n3\ny\n")
    assert "I had it right (y or n):" in done.stdout
    assert "Counted right on your word" in done.stdout
    assert done.returncode == 0


async def test_home_opens_in_english_around_a_french_course(tmp_path: Path) -> None:
    speak("en")
    async with sitting(tmp_path, size=USUAL) as person:
        assert "Next step" in person.seen
        assert "Lesson · Petite leçon" in person.seen
        assert "Sun 22 Nov" in person.lines[0]
        assert "⏎ start" in person.seen
        assert "? help   q quit" in person.lines[-1]
        assert "…" not in person.seen
        await person.press("question_mark")
        assert "esc" in person.seen
        assert "échap" not in person.seen
