"""How long a whole cohort takes to count, beside DuckDB merely reading its files.

Each measure is a process of its own, so that its memory can be told. What DuckDB does
is what anybody would write first: every answer of every file as a row of one table.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bench.cohort_bundles import make_bundles
from bench.figures import Figure, Stand, exponent, memory
from bench.processes import environment
from bench.rounds import Measures, Spent
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


@contextmanager
def _staged(sizes: tuple[int, int], folder: Path) -> Iterator[Measures]:
    """Give two cohorts counted, the larger one read and reported.

    Args:
        sizes: how many interns; bundles of all are written first.
        folder: an empty one; 14,000 interns take two gigabytes.
    """
    small, large = (folder / str(size) for size in sizes)
    for path, size in zip((small, large), sizes, strict=True):
        make_bundles(path, size)
    yield {
        "read": partial(run, "read", large),
        "counted": partial(run, "count", large),
        "reported": partial(run, "report", large),
        "small": partial(run, "count", small),
        "most": lambda: Spent(0.0, MOST_MEMORY),
    }


def _figures(prefix: str, sizes: tuple[int, int], asked: str) -> tuple[Figure, ...]:
    """Return the figures of two sizes, the larger held against reading."""
    small, large = sizes
    name, read = f"{large:,} interns × 300 answers", "read by DuckDB"
    grown = f"from {small:,} to {large:,} interns: exponent of growth"
    steep = exponent(large / small)
    return (
        Figure(prefix, f"{name} counted", read, "counted", "read", BUDGET, asked),
        Figure(f"{prefix}-page", f"{name}, page written", read, "reported", "read"),
        Figure(
            f"{prefix}-memory",
            f"{name}, memory",
            "2 GiB",
            "counted",
            "most",
            1,
            asked,
            memory,
        ),
        Figure(
            f"{prefix}-growth", grown, "", "counted", "small", STEEPEST, asked, steep
        ),
    )


def run(what: str, folder: Path) -> Spent:
    """Return what a process spent on a folder of bundles, its start left out.

    Args:
        what: `read`, `count` or `report`.
        folder: holds nothing but bundles.

    Raises:
        CalledProcessError: it ended badly.
    """
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
    work = {"read": _read, "count": _count, "report": _report}[what]
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


def _report(folder: str) -> float:
    """Return how many seconds the page of a folder takes, from its bundles on."""
    from tests.course.shipped import course
    from tutor.cohort.collect import collect
    from tutor.cohort.figures import cohort_figures
    from tutor.reports.html_page import html_report
    from tutor.services.system_clock import SystemClock

    known = course()
    start = time.perf_counter()
    with collect([folder], course=known) as collected:
        html_report(cohort_figures(collected, known, clock=SystemClock()))
    return time.perf_counter() - start


REGION, NATION = (140, MIDDLE), (140, LARGE)
STAND = Stand(
    "cohort",
    partial(_staged, REGION),
    _figures("report", REGION, "7"),
    most_rounds=3,
)
STAND_OF_NATION = Stand(
    "nation",
    partial(_staged, NATION),
    _figures("nation", NATION, "7"),
    most_rounds=1,
    warm_up=False,
    left_out="it takes many minutes and two gigabytes: make bench NATION=1",
)


if __name__ == "__main__":
    arguments: Sequence[str] = sys.argv[1:]
    _main(*arguments)
