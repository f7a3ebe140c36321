"""Killed, or refused, at each step of everything that writes to the person's folder."""

import contextlib
import errno
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.check import Check, ids_of
from tests.faults.children import Child, Say
from tests.faults.keepers import Keeper
from tests.faults.outcome import KILL, Outcome, Size
from tests.faults.playing import Meddler, play
from tests.faults.seams import Seams, Strike, die, refusal
from tests.faults.works import Work, works

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)


def killed(keeper: Keeper, folder: Path, size: Size) -> Iterator[Outcome]:
    """Kill each work before each of its steps and in the middle of each write.

    Args:
        keeper: what keeps the answers.
        folder: an empty folder.
        size: how much is tried.
    """
    for work in works(keeper):
        check = Check(f"{KILL} at each step: {work.name}", keeper)
        _strike(work, keeper, folder, check, die, stride=size.stride)
        yield check.outcome()


def refused(keeper: Keeper, folder: Path, size: Size) -> Iterator[Outcome]:
    """Refuse each step of each work, once or from there on.

    Args:
        keeper: what keeps the answers.
        folder: an empty folder.
        size: how much is tried.
    """
    for error in ERRORS[:: size.thin]:
        name, line = errno.errorcode[error], _line_of(folder, error)
        for work in works(keeper)[:: size.thin]:
            check = Check(f"{name} at each step: {work.name}", keeper)
            for once, wider in ((True, 1), (False, 3)):
                blow, stride = refusal(error), size.stride * wider
                _strike(work, keeper, folder, check, blow, stride=stride, once=once)
            check.line = line
            yield check.outcome()


def _strike(
    work: Work,
    keeper: Keeper,
    folder: Path,
    check: Check,
    strike: Strike,
    *,
    stride: int,
    once: bool = True,
) -> None:
    """Strike a work at every step, until a try is done without meeting the blow."""
    template, root = folder / "template", folder / "home"
    work.prepare(template)
    for step in itertools.count(1, stride):
        if template.exists():
            shutil.copytree(template, root)
        _, said = Child(_armed(work, keeper, root, step, strike, once=once)).end()
        numbers = check.numbers(said, "spared")
        check.look(root, ids_of(work.held) | ids_of(numbers))
        shutil.rmtree(root, ignore_errors=True)
        if "spared" in said:
            break
    shutil.rmtree(template, ignore_errors=True)


def _armed(
    work: Work, keeper: Keeper, root: Path, step: int, strike: Strike, *, once: bool
) -> Callable[[Say], None]:
    """Return the work with one step struck; it says `spared` where none was met."""

    def do(say: Say) -> None:
        seams = Seams(root, step, strike, once=once)
        seams.watch()
        with contextlib.suppress(*keeper.refusals):
            work.do(root, seams.arm, say)
        if seams.passed < step:
            say("spared")

    return do


def commands_killed(folder: Path, size: Size) -> Iterator[Outcome]:
    """Kill the whole command at each step of the answers it takes."""
    check = Check(f"{KILL} at each step: `tutor play`, three answers")
    for step in itertools.count(1, size.stride):
        root = folder / "home"
        seams = Seams(root, step, die, once=True)
        said = play(root, Meddler(1, seams.arm)).end()
        check.expect("Traceback" not in said.err, said.err)
        check.look_for(root, said.kept)
        shutil.rmtree(root, ignore_errors=True)
        if said.status == 0:
            break
    yield check.outcome()


def _line_of(folder: Path, error: int) -> str:
    """Return what the person reads where the disk refuses an answer."""
    root = folder / "line"
    seams = Seams(root, 1, refusal(error), once=False)
    said = play(root, Meddler(2, seams.arm)).end()
    shutil.rmtree(root)
    return said.line
