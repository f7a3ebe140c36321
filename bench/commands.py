"""How long commands take that load no screen."""

import sys
from functools import partial
from pathlib import Path

from bench.processes import bare, to_end
from bench.rounds import Row, in_turn, time_row
from bench.stage import ROOT

LESSON = str(ROOT / "content" / "01-bases.md")
COMMANDS = {
    "--version": (("--version",), 5.0),
    "--help": (("--help",), 5.0),
    "check FILE": (("check", LESSON), 20.0),
}
"""The words of each command, and how many bare Pythons it may take."""
PROGRAM = str(Path(sys.executable).with_name("tutor"))
"""What the system starts when a person types `tutor`."""
FLOOR = "one pydantic model"
ONE_MODEL = "from pydantic import BaseModel\nclass Model(BaseModel): number: int"
"""What any command that reads a course pays before its first line."""


def measure(folder: Path, rounds: int) -> list[Row]:
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: how many count.
    """
    runs = {
        name: partial(to_end, PROGRAM, *words, home=folder)
        for name, (words, _) in COMMANDS.items()
    }
    floor = partial(to_end, "-c", ONE_MODEL)
    measured = in_turn(rounds, {"bare": bare, FLOOR: floor, **runs})
    return [
        time_row(f"{FLOOR} ÷ python -c pass", measured, FLOOR, "bare", None),
        *(
            time_row(f"tutor {name} ÷ python -c pass", measured, name, "bare", budget)
            for name, (_, budget) in COMMANDS.items()
        ),
    ]
