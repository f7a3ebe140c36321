"""How long Home takes to be on the terminal, counted from the start of the process."""

from functools import partial
from pathlib import Path

from bench import one_static
from bench.processes import bare, to_text
from bench.rounds import Row, in_turn, memory_row, time_row
from bench.stage import MANY, make_course, make_person
from tutor.locale import say

TOY = "an app of one Static"


def measure(folder: Path, rounds: int) -> list[Row]:
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: how many count.
    """
    course = make_course(folder / "course")
    homes = {
        "Home": make_person(folder / "newcomer", course, 0),
        "full Home": make_person(folder / "veteran", course, MANY),
    }
    tutor = ("-m", "tutor", "--course", str(course))
    paints = {
        name: partial(to_text, say("home.next"), *tutor, home=place.root)
        for name, place in homes.items()
    }
    toy = partial(to_text, one_static.MARK, one_static.__file__)
    measured = in_turn(rounds, {"bare": bare, TOY: toy, **paints})
    return [
        time_row("Home painted ÷ python -c pass", measured, "Home", "bare", 30),
        time_row(f"Home painted ÷ {TOY}", measured, "Home", TOY, 2),
        time_row("Home of 20,000 answers ÷ none", measured, "full Home", "Home", 1.3),
        memory_row(f"Home, memory ÷ {TOY}", measured, "Home", TOY),
    ]
