"""One's own position beside the estimate: the gap is only ever a word."""

from typing import get_args

import pytest

from tutor.domain.evidence import Evidence, State
from tutor.services.gap import Gap, gap_of

CLAIMS = ("4", "5", "C")
BETWEEN = ("3", "I")
ASKS = ("1", "2", "N")


def word(value: str | None, state: State) -> Gap:
    """Return the word for a position and a state of the evidence."""
    return gap_of(value, Evidence(code="C5.N.1", state=state))


@pytest.mark.parametrize("value", [*CLAIMS, *BETWEEN, *ASKS])
def test_too_few_answers_say_nothing(value: str) -> None:
    assert word(value, "insuffisant") == "none"


@pytest.mark.parametrize("state", get_args(State))
def test_no_position_says_nothing(state: State) -> None:
    assert word(None, state) == "none"


@pytest.mark.parametrize("value", CLAIMS)
def test_who_claims_to_manage_alone_below_the_threshold_stands_higher(
    value: str,
) -> None:
    assert word(value, "a-travailler") == "higher"


@pytest.mark.parametrize("value", ASKS)
def test_who_asks_for_help_above_the_threshold_stands_lower(value: str) -> None:
    assert word(value, "solide") == "lower"


@pytest.mark.parametrize("value", [*CLAIMS, *BETWEEN, *ASKS])
def test_an_interval_around_the_threshold_leaves_it_open(value: str) -> None:
    assert word(value, "a-confirmer") == "open"


EVERYWHERE: dict[State, tuple[str, ...]] = {
    "solide": (*CLAIMS, *BETWEEN),
    "a-travailler": (*ASKS, *BETWEEN),
}
AGREE = [(value, state) for state, values in EVERYWHERE.items() for value in values]


@pytest.mark.parametrize(("value", "state"), AGREE)
def test_everything_else_goes_the_same_way(value: str, state: State) -> None:
    assert word(value, state) == "agree"
