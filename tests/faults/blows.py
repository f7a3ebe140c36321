"""Killed from outside, at any moment."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.cli.small import Keyboard
from tests.faults.check import Check, ids_of
from tests.faults.children import Child, Say
from tests.faults.keepers import Keeper
from tests.faults.outcome import KILL, Outcome, Size
from tests.faults.playing import TYPED, play

OF_ONE_HOME = 50
"""Blows that one folder takes, so that it is killed again where it was mended."""
LONGEST = 0.05
"""Seconds from the first answer kept to the latest blow."""
PAST_THE_END = 1.2
"""The latest blow on the command, in times of what it takes unharmed."""


def anywhere(keeper: Keeper, folder: Path, size: Size) -> Iterator[Outcome]:
    """Kill a program that saves answer after answer.

    Args:
        keeper: what keeps the answers.
        folder: an empty folder.
        size: how much is tried.
    """
    check, chance = (
        Check(f"{KILL} from outside: answer after answer", keeper),
        Random(9),
    )
    root, acknowledged, number = folder / "home", set[str](), 1
    for blow in range(size.kills):
        if blow % OF_ONE_HOME == 0:
            shutil.rmtree(root, ignore_errors=True)
            acknowledged, number = set(), 1

        def save(say: Say, first: int = number) -> None:
            add = keeper.opened(root)
            for each in range(first, first + 10**6):
                add(each)
                say(each)

        child = Child(save)
        said = [child.line()] if chance.random() < 0.8 else []
        child.kill(chance.uniform(0, LONGEST))
        said += child.end()[1]
        numbers = check.numbers(said)
        acknowledged |= ids_of(numbers)
        number = max([number, *map(int, numbers)]) + 2
        check.look(root, acknowledged)
    shutil.rmtree(root, ignore_errors=True)
    yield check.outcome()


def commands(folder: Path, size: Size) -> Iterator[Outcome]:
    """Kill the whole command while a person answers.

    Args:
        folder: an empty folder.
        size: how much is tried.
    """
    check, chance = Check(f"{KILL} from outside: `tutor play`"), Random(10)
    root, start = folder / "home", time.monotonic()
    kept = play(root, Keyboard(TYPED)).end().kept
    longest = PAST_THE_END * (time.monotonic() - start)
    for _ in range(size.plays):
        command = play(root, Keyboard(TYPED))
        command.child.kill(chance.uniform(0, longest))
        said = command.end()
        check.expect("raceback" not in said.err, said.err)
        kept += said.kept
        check.look_for(root, kept)
    shutil.rmtree(root, ignore_errors=True)
    yield check.outcome()
