"""How long one more answer takes to be safe on the disk, after 20,000 of them."""

import os
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from tinydb import TinyDB

from bench.figures import Figure, Stand
from bench.rounds import Measures, Spent
from bench.stage import MANY, make_answers, make_course
from tutor.domain.answer import AnswerGiven
from tutor.services.desk import Desk
from tutor.services.run import new_id
from tutor.services.system_clock import SystemClock
from tutor.store.place import Place


@contextmanager
def stage(folder: Path) -> Iterator[Measures]:
    """Give one answer saved by us, by stock TinyDB, and appended to a bare file.

    Args:
        folder: an empty one.
    """
    course, chance = make_course(folder / "course"), Random(0)
    desk = Desk(course, Place(folder / "home"), SystemClock(), chance)
    with closing(desk), TinyDB(folder / "stock.json") as stock:
        answers = make_answers(desk, MANY)
        desk.store.add(*answers)
        table = stock.table("answers")
        table.insert_multiple(a.model_dump(mode="json") for a in answers)

        def fresh() -> AnswerGiven:
            return answers[-1].model_copy(update={"id": new_id(chance)})

        def ours() -> Spent:
            answer = fresh()
            start = time.perf_counter()
            desk.store.add(answer)
            return Spent(time.perf_counter() - start)

        def theirs() -> Spent:
            row = fresh().model_dump(mode="json")
            start = time.perf_counter()
            table.insert(row)
            return Spent(time.perf_counter() - start)

        def appended() -> Spent:
            return _appended(folder / "bare.jsonl", fresh())

        yield {"ours": ours, "theirs": theirs, "appended": appended}


def _appended(path: Path, answer: AnswerGiven) -> Spent:
    """Return what it takes to add a line to a file and force it to the disk."""
    raw = f"{answer.model_dump_json()}\n".encode()
    start = time.perf_counter()
    with path.open("ab") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    return Spent(time.perf_counter() - start)


_WHAT = "an answer saved among 20,000"
STAND = Stand(
    "saving",
    stage,
    (
        Figure("save", _WHAT, "by stock TinyDB", "ours", "theirs", 0.2, "2"),
        Figure("save-floor", _WHAT, "a line appended and synced", "ours", "appended"),
    ),
)
