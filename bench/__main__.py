"""Run the bench: `python -m bench [GROUP…] [--json FILE]`; 1 where a budget is missed."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench import (
    checking,
    cohort,
    commands,
    first_paint,
    key_to_frame,
    lesson,
    saving,
    searching,
)
from bench.rounds import Row

GROUPS = {
    "checking": checking.measure,
    "cohort": cohort.measure,
    "commands": commands.measure,
    "first-paint": first_paint.measure,
    "key-to-frame": key_to_frame.measure,
    "lesson": lesson.measure,
    "saving": saving.measure,
    "searching": searching.measure,
}
WHEN_NAMED = {"nation": cohort.measure_nation}
"""Groups that take many minutes: left out unless they are named."""
EVERY = {**GROUPS, **WHEN_NAMED}
LEAST_ROUNDS = 7


def main() -> int:
    """Measure, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(EVERY))
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write the rows there"
    )
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS, help="at least 7")
    asked = parser.parse_args()
    unknown = set(asked.groups) - set(EVERY)
    if unknown or asked.rounds < LEAST_ROUNDS:
        parser.error(f"unknown group or too few rounds: {', '.join(unknown)}")
    rows = [
        each
        for name in asked.groups or GROUPS
        for each in _measured(name, asked.rounds)
    ]
    _print_table(rows)
    if asked.json:
        asked.json.write_text(json.dumps([_as_json(each) for each in rows], indent=1))
    return int(not all(each.is_kept for each in rows))


def _measured(name: str, rounds: int) -> list[Row]:
    """Return the rows of one group, measured in a folder of its own."""
    print(f"{name}…", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        return EVERY[name](Path(folder), rounds)


def _print_table(rows: list[Row]) -> None:
    """Print the table: name, median (least–most), budget, ok or over."""
    width = max(len(each.name) for each in rows)
    print(f"{'':{width}}  {'median (min–max)':>22}  budget")
    for each in rows:
        spread = f"{each.median:.2f} ({min(each.ratios):.2f}–{max(each.ratios):.2f})"
        word = "" if each.budget is None else "ok" if each.is_kept else "over"
        budget = "–" if each.budget is None else f"≤ {each.budget:g}"
        print(f"{each.name:{width}}  {spread:>22}  {budget:6}  {word}")


def _as_json(found: Row) -> dict[str, object]:
    """Return a row for other programs."""
    return {
        "name": found.name,
        "median": found.median,
        "ratios": found.ratios,
        "budget": found.budget,
        "kept": found.is_kept,
    }


if __name__ == "__main__":
    sys.exit(main())
