import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.figures import Stand, exponent, late, memory, row_of
from bench.measuring import measured
from bench.rounds import AbsentError, Measures, Spent, in_turn, reason_of
from tests.bench.stands import broken, figure, stand, steady


def test_a_row_pairs_the_measures_of_each_round() -> None:
    measures = {
        "ours": steady(9.0, 2.0, 6.0, 4.0),
        "theirs": steady(1.0, 2.0, 2.0, 4.0),
    }

    [row] = measured(stand(measures, figure("pair")), 3)

    assert row.ratios == (1.0, 3.0, 1.0)


def test_a_budget_holds_the_median_not_the_worst_round() -> None:
    measures = {"ours": steady(0.0, 2.0, 2.0, 9.0), "theirs": steady(1.0)}

    [row] = measured(stand(measures, figure("kept")), 3)

    assert (row.median, row.state) == (2.0, "kept")


def test_a_median_above_the_budget_misses_it() -> None:
    measures = {"ours": steady(2.01), "theirs": steady(1.0)}

    [row] = measured(stand(measures, figure("over")), 1)

    assert row.state == "missed"


def test_a_measure_that_fails_says_why_and_leaves_the_others_alone() -> None:
    measures = {"ours": broken, "theirs": steady(1.0), "others": steady(1.0)}
    both = (figure("bad"), figure("good", of="others"))

    bad, good = measured(stand(measures, *both), 2)

    assert (bad.state, bad.failure) == (
        "failed",
        "RuntimeError: the [31m program has gone",
    )
    assert (good.state, len(good.ratios)) == ("kept", 2)


def test_a_measure_that_has_failed_is_not_taken_again() -> None:
    calls = []

    def fail() -> Spent:
        calls.append(1)
        raise OSError("full")

    in_turn(5, {"ours": fail})

    assert len(calls) == 1


def test_a_stage_that_cannot_be_set_fails_each_of_its_figures() -> None:
    @contextlib.contextmanager
    def stage(folder: Path) -> Iterator[Measures]:
        yield {"ours": steady((folder / "absent").stat().st_size)}

    rows = measured(Stand("try", stage, (figure("a"), figure("b"))), 1)

    assert [row.state for row in rows] == ["failed", "failed"]
    assert rows[0].failure.startswith("FileNotFoundError")


def test_a_figure_whose_measure_does_not_exist_fails() -> None:
    [row] = measured(stand({"theirs": steady(1.0)}, figure("lost")), 1)

    assert (row.state, row.failure) == ("failed", "the stage has no such measure")


def test_what_is_not_on_this_machine_is_left_out_with_its_reason() -> None:
    def absent() -> Spent:
        raise AbsentError("it is not installed")

    measures = {"ours": steady(1.0), "theirs": absent}
    [row] = measured(stand(measures, figure("app")), 1)

    assert (row.state, row.absent) == ("left out", "it is not installed")


def test_a_measure_that_gives_nothing_to_divide_by_fails() -> None:
    [row] = measured(
        stand({"ours": steady(1.0), "theirs": steady(0.0)}, figure("zero")), 1
    )

    assert row.state == "failed"


def test_only_the_measures_of_the_wanted_figures_are_taken() -> None:
    measures = {"ours": steady(1.0), "theirs": steady(1.0), "others": broken}

    [row] = measured(stand(measures, figure("one")), 1)

    assert row.state == "kept"


def test_memory_late_keys_and_growth_are_compared_as_their_names_say() -> None:
    taken = in_turn(
        1,
        {
            "ours": lambda: Spent(8.0, 300, 0.6),
            "theirs": lambda: Spent(2.0, 200, 0.2),
        },
    )
    one = figure("any")

    ratios = [
        row_of(
            type(one)(one.name, "", "", "ours", "theirs", compare=compare), taken
        ).median
        for compare in (memory, late, exponent(2))
    ]

    assert ratios == pytest.approx([1.5, 3.0, 2.0])


def test_a_process_that_ended_badly_is_told_by_its_last_line() -> None:
    error = subprocess.CalledProcessError(1, "x", stderr=b"Traceback\nError: no room\n")

    assert reason_of(error) == "CalledProcessError: Error: no room"
