"""How long commands take that load no screen."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench.figures import Figure, Stand
from bench.processes import bare, to_end
from bench.rounds import Measures
from bench.stage import ROOT

LESSON = str(ROOT / "content" / "01-bases.md")
PROGRAM = str(Path(sys.executable).with_name("tutor"))
"""What the system starts when a person types `tutor`."""
ONE_MODEL = "from pydantic import BaseModel\nclass Model(BaseModel): number: int"
"""What any command that reads a course pays before its first line."""
BARE = "python -c pass"


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give the commands, and what they are compared with.

    Args:
        folder: the person's.
    """
    tutor = partial(to_end, PROGRAM, home=folder)
    yield {
        "bare": bare,
        "model": partial(to_end, "-c", ONE_MODEL),
        "version": partial(tutor, "--version"),
        "help": partial(tutor, "--help"),
        "check": partial(tutor, "check", LESSON),
    }


STAND = Stand(
    "commands",
    stage,
    (
        Figure("pydantic", "one pydantic model", BARE, "model", "bare"),
        Figure("version", "tutor --version", BARE, "version", "bare", 5, "2"),
        Figure("help", "tutor --help", BARE, "help", "bare", 5, "2"),
        Figure("check-file", "tutor check FILE", BARE, "check", "bare", 20, "2"),
        Figure(
            "check-file-model",
            "tutor check FILE",
            "one pydantic model",
            "check",
            "model",
        ),
    ),
)
