"""How long a very large course takes to check: 1,000 lessons, 10,000 questions."""

import gc
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from markdown_it import MarkdownIt

from bench.rounds import Row, Spent, in_turn, time_row
from bench.stage import ROOT
from tutor.services.checking import check_paths
from tutor.services.system_clock import SystemClock

LARGE, SMALL = 1_000, 250
"""Lessons in each of the two courses that are compared."""
QUESTIONS = 10
ROUNDS = 1
"""A round takes half a minute, in which what disturbs a short one evens out."""
_WORDS = (
    *("le", "patient", "une", "infirmière", "la", "pharmacienne", "demande", "avant"),
    *("vendredi", "un", "rendez-vous", "chez", "son", "médecin", "de", "ville", "et"),
    *("note", "ce", "que", "l'équipe", "a", "décidé", "pour", "suite", "du", "lien"),
    *("parcours", "en", "avec", "l'hôpital", "afin", "chacun", "sache", "qui", "rien"),
    *("appelle", "quand", "ne", "va", "comme", "prévu", "dans", "quartier", "où"),
    *("manquent", "des", "soignants"),
)
_OPTIONS = 4
_HEAD = """\
id = "banc"
titre = "Un très grand cours"
version = "1.0.0"
langue = "fr"
referentiel = "des-mg"
"""


def measure(folder: Path, rounds: int) -> list[Row]:  # noqa: ARG001 - see ROUNDS
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: what the other groups count; this one has its own number.
    """
    roots = {n: make_large_course(folder / str(n), n) for n in (LARGE, SMALL)}
    texts = [path.read_text(encoding="utf-8") for path in _lessons(roots[LARGE])]
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")

    def bare() -> None:
        for text in texts:
            parser.parse(text)

    def check(lessons: int) -> None:
        problems = check_paths(roots[lessons], (), SystemClock()).problems
        assert not any(problem.severity == "error" for problem in problems)

    measured = in_turn(
        ROUNDS,
        {
            "bare": lambda: _each(LARGE, bare),
            "large": lambda: _each(LARGE, lambda: check(LARGE)),
            "small": lambda: _each(SMALL, lambda: check(SMALL)),
        },
    )
    parsed = "10,000 questions checked ÷ parsed by bare markdown-it"
    grown = "1,000 lessons checked ÷ 250, for each lesson"
    return [
        time_row(parsed, measured, "large", "bare", 2.5),
        time_row(grown, measured, "large", "small", 1.3),
    ]


def _each(lessons: int, work: Callable[[], None]) -> Spent:
    """Return what some work on so many lessons took for each of them."""
    gc.collect()
    start = time.perf_counter()
    work()
    return Spent((time.perf_counter() - start) / lessons)


def _lessons(root: Path) -> list[Path]:
    """Return the generated lessons of a course."""
    return sorted((root / "content").glob("lecon-*.md"))


def make_large_course(root: Path, lessons: int) -> Path:
    """Return a new course of many lessons, with the framework of ours.

    Args:
        root: where to put it.
        lessons: how many.
    """
    shutil.copytree(ROOT / "content" / "referentiels", root / "content/referentiels")
    (root / "content" / "cours.toml").write_text(_HEAD, encoding="utf-8")
    chance = Random(lessons)
    for number in range(lessons):
        path = root / "content" / f"lecon-{number:04}.md"
        path.write_text(_lesson(number, chance), encoding="utf-8")
    return root


def _lesson(number: int, chance: Random) -> str:
    """Return a lesson: running text, then a question, ten times."""
    name = f"lecon-{number:04}"
    head = f'id: {name}\ntitre: "Leçon {number}"\nduree_min: 15\n'
    pieces = [f"---\n{head}---\n\n# Leçon {number}\n"]
    for rank in range(1, QUESTIONS + 1):
        text = f"{_sentence(chance, 40)}\n\n**{rank}.** {_sentence(chance, 40)}"
        points = "\n".join(f"- {_sentence(chance, 9)}" for _ in range(2))
        pieces.append(f"\n## Partie {rank}\n\n{text}\n\n{points}\n")
        pieces.append(_question(f"{name}-{rank}", chance))
    return "".join(pieces)


def _question(name: str, chance: Random) -> str:
    """Return a QRU with feedback under each option and an explanation."""
    right = chance.randrange(_OPTIONS)
    options = "".join(
        f"- [{'x' if n == right else ' '}] {_sentence(chance, 11)}\n"
        f"  > {_sentence(chance, 14)}\n"
        for n in range(_OPTIONS)
    )
    return (
        f'\n::: qru {{#{name} comp="C5.N.1" missions="acces"}}\n'
        f"{_sentence(chance, 30)}\n\n{options}\n"
        f"> **Explication** {_sentence(chance, 15)}\n\n:::\n"
    )


def _sentence(chance: Random, length: int) -> str:
    """Return so many words."""
    return " ".join(chance.choices(_WORDS, k=length)).capitalize() + "."
