"""How long a very large course takes to check: 1,000 lessons, 10,000 questions."""

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from markdown_it import MarkdownIt

from bench.figures import Figure, Stand
from bench.rounds import Measures, Spent
from bench.stage import ROOT
from tutor.services.checking import check_paths
from tutor.services.system_clock import SystemClock

LARGE, SMALL = 1_000, 250
"""Lessons in each of the two courses that are compared."""
QUESTIONS = 10
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


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give courses checked, and their text parsed by bare markdown-it.

    Args:
        folder: an empty one.
    """
    large, small = (make_large_course(folder / str(n), n) for n in (LARGE, SMALL))
    generated, shipped = _texts(_lessons(large)), _texts(_files(ROOT))
    yield {
        "bare": lambda: _each(LARGE, lambda: _parse(generated)),
        "large": lambda: _each(LARGE, lambda: check(large)),
        "small": lambda: _each(SMALL, lambda: check(small)),
        "bare shipped": lambda: _each(1, lambda: _parse(shipped)),
        "shipped": lambda: _each(1, lambda: check(ROOT)),
    }


def check(root: Path, *paths: Path) -> None:
    """Check a course, or files of it.

    Args:
        root: the course.
        *paths: files of it; none means all.

    Raises:
        ValueError: there is an error in what the bench wrote itself.
    """
    problems = check_paths(root, tuple(map(str, paths)), SystemClock()).problems
    wrong = [problem for problem in problems if problem.severity == "error"]
    if wrong:
        raise ValueError(f"{wrong[0].path}:{wrong[0].line} {wrong[0].code}")


def checked(root: Path, *paths: Path) -> Spent:
    """Return what checking takes; the arguments are those of `check`."""
    return _each(1, lambda: check(root, *paths))


def _parse(texts: list[str]) -> None:
    """Parse texts, and do nothing with them."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    for text in texts:
        parser.parse(text)


def _each(lessons: int, work: Callable[[], None]) -> Spent:
    """Return what some work on so many lessons took for each of them."""
    gc.collect()
    start = time.perf_counter()
    work()
    return Spent((time.perf_counter() - start) / lessons)


def _files(root: Path) -> list[Path]:
    """Return every Markdown file of a course."""
    return [
        path for name in ("content", "quizzes") for path in (root / name).rglob("*.md")
    ]


def _texts(paths: list[Path]) -> list[str]:
    """Return what files hold."""
    return [path.read_text(encoding="utf-8") for path in paths]


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
        pieces.append(question_text(f"{name}-{rank}", chance))
    return "".join(pieces)


def question_text(name: str, chance: Random) -> str:
    """Return a QRU with feedback under each option and an explanation.

    Args:
        name: its id.
        chance: gives its words and its key.
    """
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


_BARE = "its text parsed by bare markdown-it"
STAND = Stand(
    "checking",
    stage,
    (
        Figure(
            "check-course",
            "a course of 10,000 questions checked",
            _BARE,
            "large",
            "bare",
            2.5,
            "3",
        ),
        Figure(
            "check-linear",
            "1,000 lessons checked",
            "250, for each lesson",
            "large",
            "small",
            1.3,
            "3 (linear)",
        ),
        Figure("check-shipped", "our course checked", _BARE, "shipped", "bare shipped"),
    ),
    most_rounds=3,  # a round takes a minute
    warm_up=False,
)
