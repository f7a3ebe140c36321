"""How long a key takes to the frame that shows its effect: reading, answering, lists."""

import statistics
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bench import one_widget
from bench.processes import environment
from bench.rounds import Measured, Row, Spent, in_turn, time_row
from bench.stage import LONG, make_course, make_person
from bench.terminal import Terminal
from tutor.locale import say
from tutor.store.place import Place

ROUNDS = 3
"""Each has hundreds of keys."""
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


def measure(folder: Path, rounds: int) -> list[Row]:  # noqa: ARG001 - see ROUNDS
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: what the other groups count; this one has its own number.
    """
    course = make_course(folder / "course")
    for number in range(BANKS):
        path = course / "quizzes" / f"clavier-{number}.md"
        path.write_text(_bank(path.stem), encoding="utf-8")
    place = make_person(folder / "home", course, 0)
    sittings = _sittings(course)
    count = sum(len(each.strokes) for each in sittings)
    toy = Sitting(
        (one_widget.__file__,), one_widget.MARK, tuple([Stroke(DOWN), Stroke(UP)] * 100)
    )
    times: dict[str, list[list[float]]] = {"tutor": [], TOY: []}

    def sit(name: str, *asked: Sitting) -> Spent:
        found = [t for each in asked for t in _times(each, place)]
        times[name].append(sorted(found))
        return Spent(statistics.median(found))

    measured = in_turn(
        ROUNDS, {"tutor": lambda: sit("tutor", *sittings), TOY: lambda: sit(TOY, toy)}
    )
    late: Measured = {
        name: [Spent(statistics.quantiles(each, n=20)[-1]) for each in found[1:]]
        for name, found in times.items()
    }
    return [
        time_row(f"key to frame, p50 of {count} ÷ {TOY}", measured, "tutor", TOY, None),
        time_row(f"key to frame, p95 of {count} ÷ {TOY}", late, "tutor", TOY, 1.5),
    ]


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
