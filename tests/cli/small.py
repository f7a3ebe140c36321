"""The small course, what a person types, and the store as any program reads it."""

import io
import json
from pathlib import Path
from typing import Any

from tests.factories import answer
from tutor.domain.answer import AnswerGiven

COURSE = Path(__file__).parent / "course"


class Keyboard:
    """What a person types, line by line; nothing more at the end."""

    def __init__(self, typed: str, *, at_terminal: bool = False) -> None:
        self._lines = io.StringIO(typed)
        self._at_terminal = at_terminal

    def isatty(self) -> bool:
        """Return whether the keys are echoed by a terminal."""
        return self._at_terminal

    def readline(self) -> str:
        """Return the next line, empty at the end."""
        return self._lines.readline()


def eased(text: str) -> str:
    """Return a text with ordinary spaces, to be read in a test."""
    return text.replace("\u00a0", " ")


def stored(home: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table of the store at a home."""
    path = home / "progress.json"
    if not path.is_file():
        return []
    tables = json.loads(path.read_text(encoding="utf-8"))
    return list(tables.get(table, {}).values())


def keep(home: Path, *answers: AnswerGiven) -> None:
    """Write a store that holds answers and nothing else."""
    rows = [each.model_dump(mode="json") for each in answers]
    tables = {"answers": {str(n): row for n, row in enumerate(rows, 1)}}
    home.mkdir(exist_ok=True)
    (home / "progress.json").write_text(json.dumps(tables), encoding="utf-8")


def long_ago(*questions: str, **fields: object) -> list[AnswerGiven]:
    """Return wrong answers of long ago, one for each question."""
    fields = {"credit": 0.0, "at": "2020-03-01T10:00:00Z", **fields}
    return [
        answer(id=f"{number:032x}", question=question, **fields)
        for number, question in enumerate(questions, 1)
    ]
