"""How long a preview takes to show what was saved: lesson 1, open in a terminal."""

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench.figures import Figure, Stand
from bench.processes import environment
from bench.rounds import Measures, Spent
from bench.stage import make_course
from bench.terminal import Terminal

SAVES = 5
CALM = 0.5
"""Seconds without a frame before the next save."""
_LESSON = "content/01-bases.md"


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give the time from a save to the frame that shows it, and one second.

    Args:
        folder: an empty one.
    """
    course = make_course(folder / "course")
    yield {
        "saved": partial(_saved, course, folder / "home"),
        "second": lambda: Spent(1.0),
    }


def _saved(course: Path, home: Path) -> Spent:
    """Return half of the saves' time, in one sitting."""
    path = course / _LESSON
    head, title, body = path.read_text(encoding="utf-8").partition("\n# ")
    words = (sys.executable, "-m", "tutor", "--course", str(course), "preview")
    found = []
    with Terminal((*words, str(path)), environment(home)) as terminal:
        terminal.wait_for(body.split()[0])
        for number in range(SAVES):
            terminal.rest(CALM)
            mark = f"Version{number:02}"
            first, _, rest = body.partition("\n")
            text = f"{head}{title}{first}\n\n{mark} du texte.\n{rest}"
            start = time.perf_counter()
            path.write_text(text, encoding="utf-8")
            found.append(terminal.wait_for(mark) - start)
    return Spent(statistics.median(found))


STAND = Stand(
    "preview",
    stage,
    (
        Figure(
            "preview",
            "lesson 1 shown again after a save",
            "one second",
            "saved",
            "second",
            1,
            "3",
        ),
    ),
    most_rounds=3,  # each has its own five saves
)
