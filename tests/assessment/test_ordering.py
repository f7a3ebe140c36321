"""Options come in the same order wherever the seed is the same (rules, 3 and 4)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import choice, matching, ordering, relay
from tutor.assessment.ordering import display_order, labels, shown_order
from tutor.domain.question import Choice

SEEDS = st.integers(0, 2**32)
LABELS = [
    (0, ""),
    (1, "a"),
    (5, "a b c d e"),
    (8, "a b c d e f g h"),
    (9, "1 2 3 4 5 6 7 8 9"),
    (12, "1 2 3 4 5 6 7 8 9 10 11 12"),
]


def ending_in(last: set[int], count: int = 5) -> Choice:
    """Return a QRM some of whose options stay last."""
    bare = choice("qrm", "x" * count)
    options = tuple(
        option.model_copy(update={"last": position in last})
        for position, option in enumerate(bare.options)
    )
    return bare.model_copy(update={"options": options})


@settings(deadline=None)
@given(SEEDS, st.integers(2, 25))
def test_every_option_is_shown_once(seed: int, count: int) -> None:
    order = display_order(choice("qrm", "x" * count), seed)
    assert sorted(order) == list(range(count))


@settings(deadline=None)
@given(SEEDS)
def test_the_same_seed_and_question_give_the_same_order(seed: int) -> None:
    question = choice("qrm", "xx---")
    assert display_order(question, seed) == display_order(question, seed)


def test_the_order_is_the_one_the_rules_name() -> None:
    assert display_order(choice("qrm", "xx---", name="q-1"), 1) == [4, 3, 0, 1, 2]
    assert display_order(choice("qrm", "xx---", name="q-2"), 1) == [0, 1, 2, 4, 3]
    assert display_order(choice("qrm", "xx---", name="q-1"), 2) == [0, 3, 4, 2, 1]


def test_every_option_gets_every_place() -> None:
    orders = [display_order(choice("qrm", "x---"), seed) for seed in range(200)]
    for place in range(4):
        assert {order[place] for order in orders} == {0, 1, 2, 3}


@settings(deadline=None)
@given(SEEDS, st.sets(st.integers(0, 4), min_size=1))
def test_an_option_marked_last_stays_last_in_source_order(
    seed: int, last: set[int]
) -> None:
    order = display_order(ending_in(last), seed)
    assert order[len(order) - len(last) :] == sorted(last)


def test_options_before_the_last_one_are_still_shuffled() -> None:
    starts = {display_order(ending_in({0}), seed)[0] for seed in range(100)}
    assert starts == {1, 2, 3, 4}


@given(SEEDS)
def test_without_shuffling_the_author_decides(seed: int) -> None:
    question = ending_in({1})
    assert display_order(question, seed, shuffled=False) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("count", "names"), LABELS)
def test_up_to_eight_options_have_letters_and_more_have_numbers(
    count: int, names: str
) -> None:
    assert labels(count) == names.split()


@settings(deadline=None)
@given(SEEDS, st.integers(2, 8))
def test_what_is_to_be_arranged_is_never_shown_as_its_key(
    seed: int, count: int
) -> None:
    things = ordering(*(f"chose {number}" for number in range(count)))
    pairs = matching(*((f"g{number}", f"d{number}") for number in range(count)))
    for question in (things, pairs):
        order = shown_order(question, seed)
        assert sorted(order) == list(range(count))
        assert order != list(range(count))
        assert order == shown_order(question, seed, shuffled=False)


def test_what_has_no_parts_to_shuffle_has_no_order() -> None:
    assert shown_order(relay(), 1) == []
    assert shown_order(choice("qru", "x--"), 1, shuffled=False) == [0, 1, 2]
