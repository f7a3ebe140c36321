"""One evening without end at the full screen, on a store of years.

Time is the processor's: what a busy machine or its disk adds says nothing of a leak.
"""

import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median

from tests.course.shipped import ROOT, known_at
from tests.factories import NOON, StoppedClock
from tests.simulation.answering import tasks_of
from tests.soak.promises import Promise, Sample, flat_memory, resident, steady
from tests.soak.verifying import rows_in, verified
from tests.tui.acts import SETTLED, act_at, written
from tests.tui.person import Person, sitting
from tutor.domain.answer import AnswerGiven
from tutor.services.desk import Desk
from tutor.services.run import Run, new_id
from tutor.store.place import Place
from tutor.tui.widgets.run_flow import RunFlow

NAME = "screen"
LOOKS = 40
"""Samples taken."""
SAVES = 15
"""Times that a preference is saved, to time the store alone."""
SIZE = (80, 100)
"""A window in which a long question is seen at once."""
YEARS = timedelta(days=700)


async def soaked(
    folder: Path, questions: int, before: int
) -> tuple[list[Promise], list[str]]:
    """Answer questions in one app, on a store that holds answers already.

    Args:
        folder: a folder of its own.
        questions: how many to answer; memory and time want hundreds.
        before: answers in the store before.

    Returns:
        What was promised, and what else there is to say.
    """
    place, clock = known_at(folder / "home"), StoppedClock()
    first = _preloaded(place, before)
    samples, acknowledged, spent = [], dict[str, AnswerGiven](), list[float]()
    async with sitting(place.root, course=ROOT, size=SIZE, clock=clock) as person:
        async for answer, seconds in _answers(person, clock):
            acknowledged[answer.id] = answer
            spent.append(seconds)
            if len(spent) == max(1, questions // LOOKS):
                done = len(acknowledged)
                samples.append(Sample(done, median(spent), resident()))
                spent = []
            if len(acknowledged) == questions:
                break
        await person.settle()
        last = _seconds_of_a_save(person.app.desk)
    promises = [
        flat_memory(NAME, samples),
        steady(NAME, samples, last / first),
        *verified(NAME, place, acknowledged, before),
    ]
    rows = before + len(acknowledged)
    said = (
        f"the store alone: {first * 1000:.1f} ms a save with {before} answers, "
        f"{last * 1000:.1f} ms with {rows}"
    )
    return promises, [said]


def _preloaded(place: Place, count: int) -> float:
    """Fill a store with answers of some years; return the seconds of a save."""
    chance = Random(count)
    desk = Desk(ROOT, place, StoppedClock(), chance)
    tasks = [task for file in tasks_of(desk.course) for task in file]
    start = NOON - YEARS
    desk.store.add(
        *(
            task.row(task.knowing, id=new_id(chance), at=start + YEARS * (n / count))
            for n in range(count)
            for task in [tasks[n % len(tasks)]]
        )
    )
    seconds = _seconds_of_a_save(desk)
    desk.close()
    assert len(rows_in(place.store)) == count
    return seconds


def _seconds_of_a_save(desk: Desk) -> float:
    """Return how long the store takes to put itself on the disk."""
    spent = []
    for number in range(SAVES):
        start = time.process_time()
        desk.store.prefer("soak", number)
        spent.append(time.process_time() - start)
    return median(spent)


async def _answers(
    person: Person, clock: StoppedClock
) -> AsyncIterator[tuple[AnswerGiven, float]]:
    """Yield answers that the app has saved, and the processor seconds each took."""
    chance = Random(0)
    targets = [unit.id for unit in person.app.desk.course.banks]
    while True:
        for target in targets:
            await person.app.jump(target)
            await person.settle()
            run = person.flow._run
            while person.flow.shown.task is not None or person.flow.offers_back:
                clock.forward(seconds=30)
                start, known = time.process_time(), {*run.given}
                await _do(person, run, chance)
                for name in run.given.keys() - known:
                    assert not run.unsaved
                    yield run.given[name], time.process_time() - start
            await person.press("enter")
            assert not person.app.screen.query(RunFlow), person.seen


async def _do(person: Person, run: Run, chance: Random) -> None:
    """Do something at the stop where the screen stands, and come to the next one."""
    if person.flow.offers_back:
        await person.press("f")
        return
    act = act_at(run, chance)
    await person.read()
    for key in act.keys:
        for sign in written(key):
            person.send(sign)
        if key in SETTLED:
            await person.settle()
    if act.goes_on:
        await person.go_on()
