"""Measure stands one after the other, each in a folder of its own."""

import tempfile
from pathlib import Path

from bench.figures import Row, Stand, row_of
from bench.rounds import Taken, in_turn, reason_of


def measured(stand: Stand, rounds: int) -> list[Row]:
    """Return the rows of a stand; what goes wrong stands in them.

    Args:
        stand: with the figures that are wanted; only their measures are taken.
        rounds: how many count, unless a round of this stand is long.
    """
    if stand.left_out:
        return [Row(figure, absent=stand.left_out) for figure in stand.figures]
    try:
        taken = _taken(stand, min(rounds, stand.most_rounds))
    except Exception as error:  # noqa: BLE001 - whatever it is, every row tells it
        failure = reason_of(error)
        return [Row(figure, failure=failure) for figure in stand.figures]
    return [row_of(figure, taken) for figure in stand.figures]


def _taken(stand: Stand, rounds: int) -> dict[str, Taken]:
    """Return what the measures of a stand gave."""
    wanted = {name for each in stand.figures for name in (each.of, each.to)}
    with tempfile.TemporaryDirectory() as folder, stand.stage(Path(folder)) as all_:
        measures = {name: all_[name] for name in all_ if name in wanted}
        return in_turn(rounds, measures, warm_up=stand.warm_up)
