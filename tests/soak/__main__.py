"""Go on for a very long time, print a table: `python -m tests.soak`.

`SOAK_QUESTIONS` is how many questions are answered at the full screen, on a store of
`SOAK_BEFORE` answers; `SOAK_ANSWERS` how many answers the services take, in notebooks of
`SOAK_EACH`. The exit code is 1 where a promise is broken.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.soak import screen, services
from tests.soak.promises import Promise

SIZES = {
    "SOAK_QUESTIONS": 2_000,
    "SOAK_BEFORE": 18_000,
    "SOAK_ANSWERS": 100_000,
    "SOAK_EACH": 2_000,
}


def main() -> int:
    """Run both parts, print what was promised and found."""
    sizes = [int(os.environ.get(name, usual)) for name, usual in SIZES.items()]
    questions, before, answers, each = sizes
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        at_screen, told = asyncio.run(screen.soaked(folder, questions, before))
        below, said = services.soaked(folder / "notebooks", answers, each)
    promises = [*at_screen, *below]
    print_table(promises)
    for line in [*told, *said, f"{time.perf_counter() - start:.0f} s in all"]:
        print(line)  # noqa: T201
    return int(not all(promise.is_kept for promise in promises))


def print_table(promises: list[Promise]) -> None:
    """Print each promise, what was measured, and whether it holds."""
    width = max(len(promise.name) for promise in promises)
    for promise in promises:
        word = "ok" if promise.is_kept else "BROKEN"
        print(f"{promise.name:{width}}  {word:6}  {promise.measured}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
