"""The weights of answers: on Moodle's list, and 100 in all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice
from tests.interop.questions import question
from tutor.domain.question import Choice, Question
from tutor.interop.legal_fractions import LEGAL, MOST_RIGHT, legal, shares, written
from tutor.interop.questions_out import entry_of_choice

pytestmark = pytest.mark.no_cover

MOODLE = """
100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5
11.11111 10 5 0
"""
"""Every fraction that a Moodle question may have, as its forms list them."""


def test_the_list_is_that_of_moodle() -> None:
    assert sorted(map(written, LEGAL), key=float) == sorted(MOODLE.split(), key=float)


@pytest.mark.parametrize("right", range(1, MOST_RIGHT + 1))
def test_right_answers_share_a_hundred_in_legal_parts(right: int) -> None:
    found = shares(right)

    assert found is not None
    assert (len(found), sum(found)) == (right, 100)
    assert set(found) <= LEGAL


def test_more_right_answers_than_parts_of_a_hundred_have_no_shares() -> None:
    assert shares(MOST_RIGHT + 1) is None
    assert entry_of_choice(choice("qrpl", "x" * 21 + "-" * 4)) is None


@given(st.sampled_from(["qru", "qrm", "qrp", "qrpl"]).flatmap(question))
def test_every_weight_is_legal_and_the_key_alone_is_worth_a_hundred(
    asked: Question,
) -> None:
    assert isinstance(asked, Choice)
    entry = entry_of_choice(asked)
    assert entry is not None
    weights = [reply.fraction for reply in entry.replies]

    assert all(legal(weight) == weight for weight in weights)
    assert sum(w for w in weights if w > 0) == 100
    assert {p for p, w in enumerate(weights) if w > 0} == asked.expected
    assert entry.single == (asked.kind == "qru")


def test_a_wrong_tick_costs_what_the_tutor_would_take() -> None:
    def weights(asked: Choice) -> list[str]:
        entry = entry_of_choice(asked)
        assert entry is not None
        return [written(reply.fraction) for reply in entry.replies]

    assert weights(choice("qru", "-x-")) == ["0", "100", "0"]
    assert weights(choice("qrm", "xx-x-")) == [
        *("33.33333", "33.33333", "-50", "33.33333", "-50"),
    ]
    assert weights(choice("qrp", "x-x--")) == ["50", "-50", "50", "-50", "-50"]
    fatal = choice("qrm", "x----")
    options = (
        *fatal.options[:4],
        fatal.options[4].model_copy(update={"inacceptable": True}),
    )
    assert weights(fatal.model_copy(update={"options": options}))[-1] == "-100"


@pytest.mark.parametrize(
    ("wrote", "meant"),
    [("33.33333", "33.33333"), ("-33.333", "-33.33333"), ("33", None), ("-1", None)],
)
def test_a_written_weight_is_recognised_or_not(wrote: str, meant: str | None) -> None:
    found = legal(Fraction(wrote))

    assert (None if found is None else written(found)) == meant
