"""How long Home takes to be on the terminal, counted from the start of the process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import one_static
from bench.apps import APPS, App, app_to_text
from bench.processes import bare, to_text
from bench.rounds import Row, Spent, in_turn, memory_row, time_row
from bench.stage import LONG, MANY, make_course, make_large_course, make_person
from tutor.locale import say

TOY = "an app of one Static"
LARGER = 10
"""How many times as large as ours the other course is."""


def measure(folder: Path, rounds: int) -> list[Row]:
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: how many count.
    """
    known = [app for app in APPS if app.is_there]
    for app in APPS:
        if app not in known:
            print(f"{app.name} is not there to be compared: make bench-apps")
    measured = in_turn(rounds, {**_ours(folder), **_theirs(folder, known)})
    over = "Home painted ÷ "
    larger = f"Home of a course {LARGER} times as large ÷ of ours"
    memory = f"a lesson open, memory ÷ {TOY}"
    return [
        time_row(f"{over}python -c pass", measured, "Home", "bare", 30),
        time_row(f"{over}{TOY}", measured, "Home", TOY, 1.8),
        *(time_row(over + app.name, measured, "Home", app.name, 1) for app in known),
        time_row("Home of 20,000 answers ÷ none", measured, "full Home", "Home", 1.3),
        time_row(larger, measured, "large Home", "Home", 1.1),
        memory_row(f"Home, memory ÷ {TOY}", measured, "Home", TOY, None),
        memory_row(memory, measured, "lesson", TOY, 1.5),
    ]


def _ours(folder: Path) -> dict[str, Callable[[], Spent]]:
    """Return what is painted of ours, and what it is compared with, by name."""
    course = make_course(folder / "course")
    large = make_large_course(folder / "large", LARGER)
    homes = {
        "Home": (make_person(folder / "newcomer", course, 0), course),
        "full Home": (make_person(folder / "veteran", course, MANY), course),
        "large Home": (make_person(folder / "reader", large, 0), large),
    }
    tutor = ("-m", "tutor", "--course")
    paints = {
        name: partial(to_text, say("home.next"), *tutor, str(root), home=place.root)
        for name, (place, root) in homes.items()
    }
    lesson = (*tutor, str(course), "play", LONG)
    home = make_person(folder / "learner", course, 0).root  # it stales what Home kept
    return {
        "bare": bare,
        TOY: partial(to_text, one_static.MARK, one_static.__file__),
        **paints,
        "lesson": partial(to_text, "Partie 2", *lesson, home=home),
    }


def _theirs(folder: Path, apps: list[App]) -> dict[str, Callable[[], Spent]]:
    """Return the first paint of other apps, by name."""
    return {app.name: partial(app_to_text, app, folder / app.name) for app in apps}
