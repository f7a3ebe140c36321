"""Measure how cost grows with size, fit exponents, and write docs/performance.md.

It ends with 1 where something could not be measured; the page is then left as it was.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.__main__ import load
from bench.axes import AXES, Axis, Curve, key
from bench.fit import Fit, fit
from bench.page import PAGE, put
from bench.plot import Line, Panel, drawn
from bench.rounds import Taken, in_turn, reason_of

ROUNDS = 5
PLOT = PAGE.parent / "images" / "measured" / "growth.svg"
HEADS = (
    *("what grows", "sizes", "what is measured", "largest ÷ smallest", "n"),
    *("exponent (95 %)", "R²", "last doubling"),
)


@dataclass(frozen=True)
class Grown:
    """A curve, measured."""

    curve: Curve
    ratios: tuple[tuple[float, ...], ...]
    """At each size, the cost of every round divided by that of the smallest size."""
    fitted: Fit

    @property
    def last_doubling(self) -> float:
        """By how much the last doubling of the size multiplies the cost."""
        pairs = zip(self.ratios[-1], self.ratios[-2], strict=True)
        return statistics.median(large / small for large, small in pairs)

    @property
    def cells(self) -> tuple[str, ...]:
        """What the table shows of it."""
        sizes, last = self.curve.sizes, self.ratios[-1]
        spread = (
            f"{min(last):.2f} – **{statistics.median(last):.2f}** – {max(last):.2f}"
        )
        low, high = _signed(self.fitted.low), _signed(self.fitted.high)
        return (
            self.curve.of,
            f"{sizes[0]:,} to {sizes[-1]:,}",
            self.curve.what,
            spread,
            str(len(last)),
            f"**{_signed(self.fitted.exponent)}** ({low} to {high})",
            f"{self.fitted.explained:.2f}",
            f"×{self.last_doubling:.2f}",
        )


def _signed(value: float) -> str:
    """Return an exponent with the sign of print."""
    return f"{value:.2f}".replace("-", "−")


def grown(curve: Curve, taken: Mapping[str, Taken]) -> Grown:
    """Return a curve with its ratios and its exponent.

    Args:
        curve: any.
        taken: what its measures gave.

    Raises:
        ValueError: one of them gave nothing, or there is too little to fit.
    """
    of = curve.beside or curve.name
    for size in curve.sizes:
        each = taken[key(of, size)]
        if not each.goes_on:
            raise ValueError(f"{key(of, size)}: {each.failure or each.absent}")
    costs = [
        [curve.value(spent) for spent in taken[key(of, size)].spent]
        for size in curve.sizes
    ]
    points = [
        (size, cost)
        for size, found in zip(curve.sizes, costs, strict=True)
        for cost in found
    ]
    ratios = tuple(
        tuple(cost / first for cost, first in zip(found, costs[0], strict=True))
        for found in costs
    )
    return Grown(curve, ratios, fit(points))


def measured(axis: Axis, rounds: int) -> tuple[list[Grown], list[str]]:
    """Return the curves of an axis, and what went wrong with others.

    Args:
        axis: any.
        rounds: how many count, unless a round of this axis is long.
    """
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            axis.stage(Path(folder)) as staged,
        ):
            taken = in_turn(min(rounds, axis.most_rounds), staged)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return [], [f"{axis.name}: {reason_of(error)}"]
    found, wrong = [], []
    for curve in axis.curves:
        try:
            found.append(grown(curve, taken))
        except ValueError as error:
            wrong.append(str(error))
    return found, wrong


def panel_of(axis: Axis, found: Sequence[Grown]) -> Panel:
    """Return what is drawn of an axis.

    Args:
        axis: what grows.
        found: its curves.
    """
    lines = tuple(
        Line(
            each.curve.what,
            tuple(size / each.curve.sizes[0] for size in each.curve.sizes),
            each.ratios,
            _signed(each.fitted.exponent),
        )
        for each in found
    )
    return Panel(f"More {axis.name}", lines)


def table_of(found: Sequence[Grown]) -> str:
    """Return curves as a table of Markdown.

    Args:
        found: any.
    """
    under = ("---", "---", "---", "--:", "--:", "--:", "--:", "--:")
    lines = [HEADS, under, *(each.cells for each in found)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the page where all was asked for.

    Args:
        words: the arguments; those of the process if not given.
    """
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--only", choices=[axis.name for axis in AXES], help="one axis")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="5 if not given")
    asked = parser.parse_args(words)
    if asked.rounds < 1:
        parser.error("at least one round")
    found: list[Grown] = []
    wrong: list[str] = []
    panels: list[Panel] = []
    for axis in AXES:
        if asked.only in {None, axis.name}:
            print(f"{axis.name}…", file=sys.stderr)
            curves, faults = measured(axis, asked.rounds)
            found += curves
            wrong += faults
            panels.append(panel_of(axis, curves))
    print(load(), file=sys.stderr)
    print(table_of(found))
    for each in wrong:
        print(f"FAILED {each}")
    if not wrong and not asked.only:
        PLOT.parent.mkdir(parents=True, exist_ok=True)
        PLOT.write_text(drawn(panels), encoding="utf-8")
        put("growth", f"{table_of(found)}\n\nMachine at the end: {load()}.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
