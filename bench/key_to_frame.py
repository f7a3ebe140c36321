"""How long a key takes to the frame that shows its effect: reading, answering, lists."""

import statistics
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench import one_page, one_widget
from bench.figures import Figure, Stand, late
from bench.processes import environment
from bench.rounds import Measures, Spent
from bench.stage import LONG, make_course, make_person
from bench.terminal import Terminal
from tutor.locale import say
from tutor.store.place import Place

CALM = 0.05
"""Seconds without a frame before the next key: what is saved has been said."""
BANKS, QUESTIONS = 4, 7
"""Banks, and questions answered in each: all of them fit on one screen."""
DOWN, UP, PAGE, ENTER = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\r"
TOY = "an app of one widget"


class Stroke(NamedTuple):
    """A key, and what it brings."""

    key: bytes
    text: str = ""
    """What the frame that shows its effect holds; by default it is the first one."""


class Sitting(NamedTuple):
    """What is opened, and the keys pressed there."""

    words: tuple[str, ...]
    text: str
    """What is there once keys can be pressed."""
    strokes: tuple[Stroke, ...]


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give a sitting at the tutor, one at an app of one widget, one that turns pages.

    Args:
        folder: an empty one.
    """
    course = make_course(folder / "course")
    for number in range(BANKS):
        path = course / "quizzes" / f"clavier-{number}.md"
        path.write_text(_bank(path.stem), encoding="utf-8")
    place = make_person(folder / "home", course, 0)
    strokes = (Stroke(DOWN), Stroke(UP)) * 100
    toy = Sitting((one_widget.__file__,), one_widget.MARK, strokes)
    turns = tuple(Stroke(DOWN, one_page.heading(n + 1)) for n in range(100))
    page = Sitting((one_page.__file__,), one_page.heading(0), turns)
    yield {
        "tutor": partial(_sit, _sittings(course), place),
        "toy": partial(_sit, (toy,), place),
        "page": partial(_sit, (page,), place),
    }


def _sit(sittings: Iterable[Sitting], place: Place) -> Spent:
    """Return what half of all keys, and one in twenty, took longer than."""
    found = [seconds for each in sittings for seconds in _times(each, place)]
    slow = statistics.quantiles(found, n=20)[-1]
    return Spent(statistics.median(found), late=slow)


def _times(sitting: Sitting, place: Place) -> Iterable[float]:
    """Yield the seconds each key of a sitting took."""
    words = (sys.executable, *sitting.words)
    with Terminal(words, environment(place.root)) as terminal:
        terminal.wait_for(sitting.text)
        terminal.rest(1)
        for key, text in sitting.strokes:
            yield terminal.press(key, text)
            terminal.rest(CALM)


def _sittings(course: Path) -> tuple[Sitting, ...]:
    """Return what is done: up and down Home, through a lesson, through a bank."""
    tutor = ("-m", "tutor", "--course", str(course))
    lists = [Stroke(DOWN), Stroke(DOWN), Stroke(UP), Stroke(DOWN)] * 10
    reading = [Stroke(DOWN)] * 40 + [Stroke(PAGE)] * 10 + [Stroke(UP)] * 30
    answering = [stroke for number in range(QUESTIONS) for stroke in _answering(number)]
    return (
        Sitting(tutor, say("home.next"), tuple(lists)),
        Sitting((*tutor, "play", LONG), "Partie 1", tuple(reading)),
        *(
            Sitting(
                (*tutor, "play", f"clavier-{n}", "--seed", "1"),  # never resumes
                "demande00",
                tuple(answering),
            )
            for n in range(BANKS)
        ),
    )


def _answering(number: int) -> tuple[Stroke, ...]:
    """Return the keys that answer a question and go on to the next one."""
    return (
        Stroke(b"b"),
        Stroke(ENTER, say("play.certainty.1")),
        Stroke(b"2", f"cause{number:02}"),
        Stroke(ENTER, f"demande{number + 1:02}"),
    )


def _bank(name: str) -> str:
    """Return a bank of short questions."""
    head = f'---\nid: {name}\ntitre: "Au clavier"\n---\n\n# Au clavier\n'
    return head + "".join(_question(name, number) for number in range(QUESTIONS + 1))


def _question(name: str, number: int) -> str:
    """Return a question of four options."""
    options = "".join(
        f"- [{'x' if option == 1 else ' '}] Réponse {option}\n  > Raison {option}.\n"
        for option in range(4)
    )
    return (
        f'\n::: qru {{#{name}-{number} comp="C5.N.1" missions="acces"}}\n'
        f"La demande{number:02} du jour ?\n\n{options}\n"
        f"> **Explication** La cause{number:02} est là.\n\n:::\n"
    )


_WHAT = "from a key to its frame, the slowest of"
STAND = Stand(
    "key to frame",
    stage,
    (
        Figure("key-half", f"{_WHAT} half", TOY, "tutor", "toy"),
        Figure("key-p95", f"{_WHAT} 95 %", TOY, "tutor", "toy", 1.5, "5", late),
        Figure("key-page", f"{TOY}, a page anew", TOY, "page", "toy", compare=late),
    ),
    most_rounds=3,  # each has hundreds of keys
)
