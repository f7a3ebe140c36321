"""Measure everything and write `docs/mesure.md`: `python -m tests.simulation`."""

import argparse
import sys
import time
from pathlib import Path

from tests.simulation.figures import Sizes, said
from tests.simulation.measures import measured
from tests.simulation.page import kept, page_of

PAGE = Path(__file__).parent.parent.parent / "docs" / "mesure.md"


def main() -> int:
    """Measure, write the page, and return 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation")
    parser.add_argument("--page", type=Path, default=PAGE, help="written there")
    page = parser.parse_args().page
    start = time.perf_counter()
    figures = measured(Sizes())
    page.write_text(page_of(figures), encoding="utf-8")
    said(f"{time.perf_counter() - start:.0f} s", figures.sizes.interns)
    broken = [name for name, is_kept in kept(figures).items() if not is_kept]
    print(f"{page.name}: {', '.join(broken) or 'ok'}")  # noqa: T201
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
