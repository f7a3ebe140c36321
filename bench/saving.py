"""How long one more answer takes to be safe on the disk, after 20,000 of them."""

import time
from pathlib import Path
from random import Random

from tinydb import TinyDB

from bench.rounds import Row, Spent, in_turn, time_row
from bench.stage import MANY, make_answers, make_course
from tutor.services.desk import Desk
from tutor.services.run import new_id
from tutor.services.system_clock import SystemClock
from tutor.store.place import Place


def measure(folder: Path, rounds: int) -> list[Row]:
    """Return the rows of this group.

    Args:
        folder: a folder of its own.
        rounds: how many count.
    """
    course, chance = make_course(folder / "course"), Random(0)
    desk = Desk(course, Place(folder / "home"), SystemClock(), chance)
    answers = make_answers(desk, MANY)
    desk.store.add(*answers)
    stock = TinyDB(folder / "stock.json")
    stock.table("answers").insert_multiple(a.model_dump(mode="json") for a in answers)

    def ours() -> Spent:
        fresh = answers[-1].model_copy(update={"id": new_id(chance)})
        start = time.perf_counter()
        desk.store.add(fresh)
        return Spent(time.perf_counter() - start)

    def theirs() -> Spent:
        fresh = answers[-1].model_copy(update={"id": new_id(chance)})
        start = time.perf_counter()
        stock.table("answers").insert(fresh.model_dump(mode="json"))
        return Spent(time.perf_counter() - start)

    measured = in_turn(rounds, {"ours": ours, "theirs": theirs})
    stock.close()
    desk.close()
    name = "answer saved among 20,000 ÷ stock TinyDB"
    return [time_row(name, measured, "ours", "theirs", 0.2)]
