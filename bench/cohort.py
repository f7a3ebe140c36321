"""How long a whole cohort takes to count, beside DuckDB merely reading its files.

Each measure is a process of its own, so that its memory can be told. What DuckDB does
is what anybody would write first: every answer of every file as a row of one table.
"""

import json
import math
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.cohort_bundles import make_bundles
from bench.processes import environment
from bench.rounds import Row, Spent
from bench.stage import ROOT

MIDDLE, LARGE = 1_400, 14_000
"""Interns of a region, and of the country."""
BUDGET = 2.5
"""Times what reading takes."""
MOST_MEMORY = 2 * 2**20
"""Kilobytes."""
STEEPEST = 1.05
"""Exponent of the growth of time with interns."""
_READING = """
    CREATE TEMP TABLE answers AS
    SELECT learner, unnest(answers, recursive := true)
    FROM read_json('{folder}/*.json')
"""


def measure(folder: Path, rounds: int) -> list[Row]:  # noqa: ARG001 - a round is long
    """Return the rows of the group for a region: 140 and 1,400 interns.

    Args:
        folder: a folder of its own.
        rounds: what the other groups count; this one has its own number.
    """
    return _measured(folder, (140, MIDDLE), rounds=3)


def measure_nation(folder: Path, rounds: int) -> list[Row]:  # noqa: ARG001 - a round takes minutes
    """Return the rows of the group for the country: 1,400 and 14,000 interns.

    Args:
        folder: a folder of its own, with two gigabytes to spare.
        rounds: what the other groups count; this one has its own number.
    """
    return _measured(folder, (MIDDLE, LARGE), rounds=1)


def _measured(folder: Path, sizes: tuple[int, int], rounds: int) -> list[Row]:
    """Return the rows for two sizes, the larger held against reading."""
    small, large = sizes
    for size in sizes:
        make_bundles(folder / str(size), size)
    counted: dict[int, list[Spent]] = {size: [] for size in sizes}
    read: list[Spent] = []
    for _ in range(rounds):
        read.append(_run("read", folder / str(large)))
        for size in sizes:
            counted[size].append(_run("count", folder / str(size)))
    for size in sizes:
        shutil.rmtree(folder / str(size))
    pairs = list(zip(counted[large], read, strict=True))
    grown = zip(counted[large], counted[small], strict=True)
    tenfold = math.log(large / small)
    name = f"{large:,} interns × 300 answers"
    return [
        Row(
            f"{name}: counted ÷ read by DuckDB",
            tuple(one.seconds / other.seconds for one, other in pairs),
            BUDGET,
        ),
        Row(
            f"{name}: memory ÷ 2 GiB",
            tuple(one.kilobytes / MOST_MEMORY for one, _ in pairs),
            1.0,
        ),
        Row(
            f"growth from {small:,} to {large:,} interns: exponent",
            tuple(math.log(a.seconds / b.seconds) / tenfold for a, b in grown),
            STEEPEST,
        ),
    ]


def _run(what: str, folder: Path) -> Spent:
    """Return what a process spent on a folder, its start left out."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.cohort", what, str(folder)],
        cwd=ROOT,
        env=environment(folder.parent / "home"),
        capture_output=True,
        check=True,
    )
    seconds, kilobytes = json.loads(done.stdout)
    return Spent(seconds, kilobytes)


def _main(what: str, folder: str) -> None:
    """Count or read a folder, and print the seconds and the most memory held."""
    work = {"read": _read, "count": _count}[what]
    seconds = work(folder)
    status = Path("/proc/self/status").read_text()
    print(json.dumps([seconds, int(status.partition("VmHWM:")[2].split()[0])]))


def _read(folder: str) -> float:
    """Return how many seconds DuckDB takes to read a folder."""
    import duckdb

    with duckdb.connect(config={"threads": 2}) as connection:
        start = time.perf_counter()
        connection.execute(_READING.format(folder=folder))
        return time.perf_counter() - start


def _count(folder: str) -> float:
    """Return how many seconds all figures of a folder take, the course once read."""
    from tests.course.shipped import course
    from tutor.cohort.collect import collect
    from tutor.cohort.figures import cohort_figures
    from tutor.services.system_clock import SystemClock

    known = course()
    start = time.perf_counter()
    with collect([folder], course=known) as collected:
        found = cohort_figures(collected, known, clock=SystemClock())
    assert found.people == len(list(Path(folder).iterdir()))
    return time.perf_counter() - start


if __name__ == "__main__":
    arguments: Sequence[str] = sys.argv[1:]
    _main(*arguments)
