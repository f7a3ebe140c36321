"""Try every fault: `python -m tests.faults [--small] [--control]`; 1 on any loss."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import blows, crowds, damage, full, rights, running, steps
from tests.faults.keepers import Ours, Stock
from tests.faults.outcome import FULL, KILL, SMALL, Outcome, Size, kills_of, table_of
from tests.faults.playing import warm

Suite = Callable[[Path, Size], Iterator[Outcome]]
OURS, STOCK = Ours(), Stock()
SUITES: dict[str, Suite] = {
    "steps": lambda folder, size: steps.killed(OURS, folder, size),
    "commands": steps.commands_killed,
    "blows": lambda folder, size: blows.anywhere(OURS, folder, size),
    "plays": blows.commands,
    "refusals": lambda folder, size: steps.refused(OURS, folder, size),
    "limits": lambda folder, size: full.limited(OURS, folder, size),
    "disk": full.small_disk,
    "rights": rights.refused,
    "running": running.changed,
    "crowds": crowds.together,
    "torn": lambda folder, size: damage.torn(OURS, folder, size),
    "copies": damage.copies,
    "formats": damage.formats,
    "clocks": damage.clocks,
}
CONTROL: dict[str, Suite] = {
    "steps": lambda folder, size: steps.killed(STOCK, folder, size),
    "blows": lambda folder, size: blows.anywhere(STOCK, folder, size),
    "limits": lambda folder, size: full.limited(STOCK, folder, size),
    "torn": lambda folder, size: damage.torn(STOCK, folder, size),
}
"""The same over TinyDB as it comes, which is expected to lose answers."""


def main() -> int:
    """Try, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--small", action="store_true", help="some of each, in seconds")
    parser.add_argument(
        "--control", action="store_true", help="TinyDB as it comes: it loses answers"
    )
    asked = parser.parse_args()
    is_small = asked.small or os.environ.get("FAULTS") == "small"
    suites = CONTROL if asked.control else SUITES
    if unknown := {*asked.names} - {*suites}:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    chosen = {name: suites[name] for name in asked.names or suites}
    rows = _tried(chosen, SMALL if is_small else FULL)
    if asked.control:
        print("control: TinyDB over its own storage, expected to lose answers")
    print(table_of(rows))
    print(f"{KILL}: {kills_of(rows)} times")
    return int(not all(row.is_clean for row in rows))


def _tried(suites: dict[str, Suite], size: Size) -> list[Outcome]:
    """Return the rows of some suites, each tried in a folder of its own."""
    rows: list[Outcome] = []
    with tempfile.TemporaryDirectory() as name:
        warm(Path(name) / "warm")
        for suite, tried in suites.items():
            start = time.monotonic()
            folder = Path(name) / suite
            folder.mkdir()
            Path(name).chmod(0o755)  # so that a user without rights finds a way in
            rows += tried(folder, size)
            seconds = time.monotonic() - start
            print(f"{suite}: {seconds:.0f} s", file=sys.stderr)
    return rows


if __name__ == "__main__":
    sys.exit(main())
