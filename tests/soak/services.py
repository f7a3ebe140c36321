"""Answers through the services, notebook after notebook, each saved before the next.

Time is the processor's: what a busy machine or its disk adds says nothing of a leak.
"""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from tests.course.shipped import ROOT, known_at
from tests.factories import StoppedClock
from tests.services.players import answer_here, asked, right, wrong
from tests.soak.promises import (
    Promise,
    Sample,
    flat_memory,
    growth,
    resident,
    steady,
)
from tests.soak.verifying import verified
from tutor.domain.answer import AnswerGiven
from tutor.services.desk import Desk
from tutor.services.run import Run
from tutor.store.place import Place

NAME = "services"
KNOWS = 0.7
"""Share of answers that are right."""


class Notebook(NamedTuple):
    """One person's store, filled."""

    saves: list[tuple[int, float]]
    """Answers stored before, and processor seconds to put one more on the disk."""
    promises: list[Promise]


def soaked(folder: Path, answers: int, each: int) -> tuple[list[Promise], list[str]]:
    """Fill notebooks one after the other in one process.

    A notebook is written whole at each save, so that what it costs grows with the
    square of its answers: many people of some years each say more of a leak, and as
    much of growth, as one person of a thousand years.

    Args:
        folder: a folder of its own.
        answers: how many in all.
        each: how many one notebook holds.

    Returns:
        What was promised, and what else there is to say.
    """
    samples, saves, lost = [], list[tuple[int, float]](), list[Promise]()
    for number in range(max(1, answers // each)):
        found = _filled(folder / f"{number}", number, min(each, answers))
        lost += [promise for promise in found.promises if not promise.is_kept]
        done = (number + 1) * each
        spent = median(seconds for _, seconds in found.saves)
        samples.append(Sample(done, spent, resident()))
        saves = found.saves
    start, slope = growth(saves)
    whole = Promise(
        f"{NAME}: notebooks whole, as plain TinyDB and the doctor read them",
        f"{len(samples) - len({each.name for each in lost})} of {len(samples)}",
        not lost,
    )
    promises = [
        flat_memory(NAME, samples),
        steady(NAME, samples, 1.0),
        whole,
        *lost,
    ]
    said = (
        f"one answer: {start * 1000:.1f} ms + {slope * 1000:.1f} ms a thousand stored"
    )
    return promises, [said]


def _filled(home: Path, number: int, count: int) -> Notebook:
    """Answer files of the course again and again until a notebook is full."""
    clock, saves = StoppedClock(), list[tuple[int, float]]()
    acknowledged: dict[str, AnswerGiven] = {}
    desk = Desk(ROOT, known_at(home), clock, Random(number))
    for run, fact in _answered(desk, clock, Random(number)):
        start = time.process_time()
        desk.save(run)
        saves.append((len(acknowledged), time.process_time() - start))
        acknowledged[fact.id] = fact
        if len(acknowledged) == count:
            break
    desk.close()
    found = verified(f"{NAME} {number}", Place(home), acknowledged)
    shutil.rmtree(home)
    return Notebook(saves, found)


def _answered(
    desk: Desk, clock: StoppedClock, chance: Random
) -> Iterator[tuple[Run, AnswerGiven]]:
    """Yield answers without end, each settled and not yet saved."""
    targets = [unit.id for unit in desk.course.units if unit.kind != "survey"]
    while True:
        for target in targets:
            run = desk.start(target)
            while not run.is_over:
                clock.forward(seconds=30)
                if run.stop.question is None:
                    run.pass_by()
                    continue
                respond = right if chance.random() < KNOWS else wrong
                yield run, answer_here(run, respond(asked(run)), 2)
            run.pass_by()
            desk.save(run)
