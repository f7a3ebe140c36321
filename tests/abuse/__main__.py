"""Abuse the tutor and count: `python -m tests.abuse [--seconds N] [NAME…]`.

Each way in takes again what is kept, then new inputs, in a process with bounded memory
and a bounded time an input; a served tutor is besieged. Exits with 1 where something broke.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.abuse.bounds import Counts
from tests.abuse.doors import DOORS
from tests.abuse.running import (
    BLIND_A_SECOND,
    FOUND,
    Outcome,
    blind,
    guided,
    is_guided,
    replay,
)
from tests.abuse.targets import TARGETS
from tests.abuse.windows import WINDOWS

SERVED = "served"
"""The name of the siege."""
SECONDS = 60
HEAD = ("target", "kept", "tried", "refused", "slowest", "peak")


def main() -> int:
    """Do what the words ask for; return the status of the command."""
    asked = arguments()
    names = asked.names or [*TARGETS, SERVED]
    if not is_guided():
        tell("atheris is not installed: inputs are spoilt by chance alone")
    tell(row(*HEAD))
    faults = [fault for name in names if (fault := tried(name, asked))]
    for fault in faults:
        tell(f"\n{fault}")
    tell("")
    tell(f"{len(faults)} broke" if faults else "nothing broke")
    return 1 if faults else 0


def arguments() -> argparse.Namespace:
    """Return what the words of the command ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.abuse")
    parser.add_argument("names", nargs="*", choices=[*TARGETS, SERVED, []])
    parser.add_argument("--seconds", type=int, default=SECONDS, help="for each target")
    parser.add_argument(
        "--keep",
        type=int,
        default=0,
        metavar="N",
        help="keep the N smallest new inputs that ran through something new",
    )
    return parser.parse_args()


def tried(name: str, asked: argparse.Namespace) -> str:
    """Abuse one way in, print its row, and return what broke, if anything.

    Args:
        name: of a target, or `served`.
        asked: for how long, and how much to keep.
    """
    if name == SERVED:
        return besieged()
    again = replay(name)
    if is_guided():
        new = guided(name, asked.seconds, asked.keep)
    else:
        new = blind(name, asked.seconds * BLIND_A_SECOND)
    tell(row(name, str(again.counts.tried), *shown(new.counts)))
    faults = [outcome for outcome in (again, new) if not outcome.is_fine]
    return "\n".join(broken(name, outcome) for outcome in faults)


def broken(name: str, outcome: Outcome) -> str:
    """Return what is said of an outcome that is not fine.

    Args:
        name: the target.
        outcome: what came of its process.
    """
    return f"{name} broke; what libFuzzer found is in {FOUND}\n{outcome.fault}"


def besieged() -> str:
    """Besiege a served tutor, print a row for each attack, and return what broke."""
    faults = []
    for attack in (*DOORS, *WINDOWS):
        with tempfile.TemporaryDirectory() as home:
            try:
                came = asyncio.run(attack(Path(home)))
            except (AssertionError, OSError, TimeoutError) as error:
                faults.append(f"{attack.__name__} broke: {error!r}")
                continue
        if came.let_through:
            faults.append(f"{attack.__name__}: {came.let_through} let through")
        refused = came.number - came.let_through
        tell(row(f"served: {attack.__name__}", "", str(came.number), str(refused)))
    return "\n".join(faults)


def shown(counts: Counts) -> tuple[str, str, str, str]:
    """Return counts as a row shows them.

    Args:
        counts: of new inputs.
    """
    slowest = f"{counts.slowest * 1000:.0f} ms ({counts.length} bytes)"
    return (
        str(counts.tried),
        str(counts.refused),
        slowest,
        f"{counts.peak / 1024:.0f} MB",
    )


def row(name: str, kept: str, tried: str, refused: str, *more: str) -> str:
    """Return one line of the table.

    Args:
        name: what was tried.
        kept: how many inputs of before.
        tried: how many new ones.
        refused: how many of these were refused.
        *more: the slowest one and the memory at most.
    """
    slowest, peak = more or ("", "")
    line = f"{name:<26}{kept:>5}{tried:>9}{refused:>9}  {slowest:<22}{peak:>7}"
    return line.rstrip()


def tell(line: str) -> None:
    """Print a line at once.

    Args:
        line: what to print.
    """
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
