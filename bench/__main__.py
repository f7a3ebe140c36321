"""Run the bench: one table of every budget, as ratios of what was timed side by side.

It ends with 1 where a budget is missed or could not be measured, with 2 where it was
asked for something it does not know.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.figures import BAD, Row
from bench.measuring import measured
from bench.page import put
from bench.registry import chosen, names
from bench.table import as_json, as_page, as_text, verdict

ROUNDS = 7
_INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit status.

    Args:
        words: the arguments; those of the process if not given.
    """
    asked = _arguments(words)
    only = [name for name in asked.only.split(",") if name]
    rows: list[Row] = []
    try:
        for stand in chosen(only, nation=asked.nation):
            print(f"{stand.name}…", file=sys.stderr)
            rows += measured(stand, asked.rounds)
    except KeyboardInterrupt:
        return _INTERRUPTED
    print(verdict(rows), load(), sep="; ", file=sys.stderr)
    _tell(rows, asked.json)
    if asked.page:
        put("budgets", f"{as_page(rows)}\n\nMachine at the end: {load()}.")
    return int(any(row.state in BAD for row in rows))


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME,…", help=", ".join(names()))
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="7 if not given")
    parser.add_argument("--nation", action="store_true", help="14,000 interns too")
    parser.add_argument(
        "--json", nargs="?", const="-", metavar="FILE", help="instead of the table"
    )
    parser.add_argument(
        "--page", action="store_true", help="write the table to docs/performance.md"
    )
    asked = parser.parse_args(words)
    unknown = {name for name in asked.only.split(",") if name} - set(names())
    if unknown:
        parser.error(f"no figure is called {', '.join(sorted(unknown))}")
    if asked.rounds < 1:
        parser.error("at least one round")
    if asked.page and asked.only:
        parser.error("the page has the whole table: not with --only")
    return asked


def load() -> str:
    """Return how busy the machine is: figures of a busy one are poor."""
    if not hasattr(os, "getloadavg"):
        return "load unknown"
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _tell(rows: Sequence[Row], json_to: str | None) -> None:
    """Print the table or the JSON, or write the JSON to a file and print the table."""
    raw = json.dumps([as_json(row) for row in rows], indent=1, ensure_ascii=False)
    if json_to == "-":
        print(raw)
        return
    print(as_text(rows))
    if json_to:
        Path(json_to).write_text(f"{raw}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
