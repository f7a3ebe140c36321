"""What answers show: a posterior, an interval and a word (rules, 18 to 20)."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import at_least
from tests.factories import NOON, StoppedClock, answer
from tutor.domain.evidence import (
    MOST_REPEATS,
    Evidence,
    State,
    Weighed,
    capped,
    evidence_by_item,
    evidence_of_competency,
    posterior,
    state_of,
    weigh,
)

GOLDEN: list[tuple[int, int, list[float], State]] = [
    (5, 5, [0.61, 0.86, 0.99], "a-confirmer"),
    (10, 10, [0.76, 0.92, 1.00], "solide"),
    (9, 10, [0.64, 0.83, 0.97], "a-confirmer"),
    (14, 15, [0.74, 0.88, 0.98], "solide"),
    (18, 20, [0.73, 0.86, 0.96], "solide"),
    (26, 30, [0.73, 0.84, 0.93], "solide"),
    (7, 10, [0.44, 0.67, 0.86], "a-confirmer"),
    (5, 10, [0.27, 0.50, 0.73], "a-confirmer"),
    (2, 8, [0.10, 0.30, 0.55], "a-travailler"),
]
"""The table of the assessment note, 5.1: right, asked, low, estimate, high, word."""

WORKED = [
    ("qrm", 1.0, 80),
    ("qrm", 0.5, 80),
    ("qru", 1.0, 41),
    ("qroc", 0.0, 41),
    ("qrp", 2 / 3, 20),
    ("tcs", 0.3, 20),
    ("qrm", 1.0, 6),
    ("qrm", 1.0, 6),
    ("qroc", 1.0, 0),
]
"""The worked example of the assessment note, 5.1: format, credit, days ago."""

STATES: list[tuple[float, int, tuple[float, float], State]] = [
    (4.99, 9, (0.9, 1.0), "insuffisant"),
    (4.99, 9, (0.0, 0.1), "insuffisant"),
    (5.0, 9, (0.0, 0.6999), "a-travailler"),
    (5.0, 9, (0.0, 0.70), "a-confirmer"),
    (5.0, 5, (0.6999, 1.0), "a-confirmer"),
    (5.0, 5, (0.70, 0.9), "solide"),
    (5.0, 4, (0.70, 0.9), "a-confirmer"),
    (30.0, 4, (0.99, 1.0), "a-confirmer"),
]
CREDITS = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def rows(*earned: float, weight: float = 1.0) -> list[Weighed]:
    """Return one weighed answer to a question of its own for each credit."""
    return [
        Weighed(answer(question=f"q-{number}", credit=credit), weight)
        for number, credit in enumerate(earned)
    ]


def bounds(found: Evidence) -> tuple[float, float, float]:
    """Return low, estimate and high where there are answers."""
    assert found.low is not None
    assert found.estimate is not None
    assert found.high is not None
    return found.low, found.estimate, found.high


def test_without_answers_there_is_no_estimate() -> None:
    found = posterior("C5.N.1", [])
    assert found == Evidence(code="C5.N.1", n=0, questions=0, n_eff=0.0)
    assert (found.estimate, found.low, found.high) == (None, None, None)
    assert found.state == "insuffisant"


@pytest.mark.parametrize(("right", "asked", "expected", "word"), GOLDEN)
def test_the_golden_table_holds(
    right: int, asked: int, expected: list[float], word: State
) -> None:
    found = posterior("C5.N.1", rows(*[1.0] * right, *[0.0] * (asked - right)))
    assert [round(each, 2) for each in bounds(found)] == expected
    assert (found.n, found.questions, found.n_eff) == (asked, asked, asked)
    assert found.state == word


def test_the_worked_example_holds_with_the_weights_of_the_rules() -> None:
    answers = [
        answer(question=f"q-{n}", kind=kind, credit=credit, at=NOON - timedelta(days))
        for n, (kind, credit, days) in enumerate(WORKED)
    ]
    weighed = weigh(answers, StoppedClock(NOON))
    found = evidence_by_item(["C5.N.1"], weighed)["C5.N.1"]
    assert [round(each, 2) for each in bounds(found)] == [0.43, 0.71, 0.93]
    assert round(found.n_eff, 2) == 5.70
    assert (found.n, found.state) == (9, "a-confirmer")


def test_the_worked_example_without_weights_holds() -> None:
    found = posterior("C5.N.1", rows(*(credit for _, credit, _ in WORKED)))
    assert [round(each, 2) for each in bounds(found)] == [0.44, 0.68, 0.88]


@pytest.mark.parametrize(("n_eff", "questions", "interval", "word"), STATES)
def test_each_interval_has_its_word(
    n_eff: float, questions: int, interval: tuple[float, float], word: State
) -> None:
    assert state_of(n_eff, questions, interval, 0.70) == word


def test_ten_right_answers_to_four_questions_are_not_solid() -> None:
    four = [Weighed(answer(question=f"q-{n % 4}"), 1.0) for n in range(10)]
    five = [Weighed(answer(question=f"q-{n % 5}"), 1.0) for n in range(10)]
    assert posterior("C5.N.1", four).state == "a-confirmer"
    assert posterior("C5.N.1", five).state == "solide"


def test_a_lower_threshold_is_reached_sooner() -> None:
    ten = rows(*[1.0] * 9, 0.0)
    assert posterior("C5.N.1", ten, 0.60).state == "solide"
    assert evidence_by_item(["C5.N.1"], ten, 0.60)["C5.N.1"].state == "solide"
    competency = evidence_of_competency("C5", frozenset({"C5.N.1"}), ten, 0.60)
    assert competency.state == "solide"


def test_thirds_of_a_step_add_up_to_a_whole_answer() -> None:
    step = [answer(question=name, dossier="d-1", step=0) for name in "abc"]
    loose = [answer(question=f"q-{n}") for n in range(4)]
    weighed = weigh([*loose, *step], StoppedClock(NOON))
    found = evidence_by_item(["C5.N.1"], weighed)["C5.N.1"]
    assert found.n_eff == 5.0
    assert found.state == "a-confirmer"


def test_the_primary_item_takes_the_weight_and_each_other_one_half() -> None:
    tagged = [Weighed(answer(items=("C5.N.1", "C5.C.8", "C1.N.1")), 0.8)]
    found = evidence_by_item(["C1.N.1", "C5.N.1", "C5.C.8"], tagged)
    assert {code: each.n_eff for code, each in found.items()} == {
        "C1.N.1": 0.4,
        "C5.N.1": 0.8,
        "C5.C.8": 0.4,
    }


def test_an_item_named_twice_counts_once() -> None:
    tagged = [Weighed(answer(items=("C5.N.1", "C5.N.1", "C5.C.8")), 1.0)]
    found = evidence_by_item(["C5.N.1", "C5.C.8"], tagged)
    assert (found["C5.N.1"].n, found["C5.N.1"].n_eff) == (1, 1.0)
    assert (found["C5.C.8"].n, found["C5.C.8"].n_eff) == (1, 0.5)


def test_every_item_is_listed_and_an_unknown_one_is_left_out() -> None:
    tagged = [Weighed(answer(items=("C9.N.9", "C5.N.1")), 1.0)]
    found = evidence_by_item(["C5.N.1", "C5.C.8"], tagged)
    assert list(found) == ["C5.N.1", "C5.C.8"]
    assert found["C5.N.1"].n_eff == 0.5
    assert found["C5.C.8"] == Evidence(code="C5.C.8")


COMPETENCY = [
    (("C5.N.1",), 1.0),
    (("C5.N.1", "C5.C.8"), 1.0),
    (("C5.C.8", "C1.N.1"), 1.0),
    (("C1.N.1", "C5.C.8"), 0.5),
    (("C1.N.1", "C5.C.8", "C5.N.1"), 0.5),
    (("C1.N.1",), 0.0),
    ((), 0.0),
]


@pytest.mark.parametrize(("items", "weight"), COMPETENCY)
def test_a_competency_takes_each_answer_once_at_its_largest_weight(
    items: tuple[str, ...], weight: float
) -> None:
    known = frozenset({"C5.N.1", "C5.C.8"})
    found = evidence_of_competency("C5", known, [Weighed(answer(items=items), 1.0)])
    assert (found.code, found.n, found.n_eff) == ("C5", int(weight > 0), weight)


@settings(deadline=None)
@given(CREDITS, st.data())
def test_a_better_answer_never_lowers_estimate_or_bounds(
    earned: list[float], data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(earned) - 1))
    better = list(earned)
    better[which] = data.draw(st.floats(earned[which], 1))
    before = bounds(posterior("C5.N.1", rows(*earned)))
    after = bounds(posterior("C5.N.1", rows(*better)))
    assert all(new >= old - 1e-12 for old, new in zip(before, after, strict=True))


@settings(deadline=None)
@given(CREDITS, st.floats(0.01, 1))
def test_the_estimate_lies_within_its_interval_and_the_interval_within_zero_and_one(
    earned: list[float], weight: float
) -> None:
    low, estimate, high = bounds(posterior("C5.N.1", rows(*earned, weight=weight)))
    assert 0 < low < estimate < high < 1


@settings(deadline=None)
@given(st.integers(1, 40))
def test_the_lower_bound_of_a_spotless_record_is_known_exactly(n: int) -> None:
    low, _, _ = bounds(posterior("C5.N.1", rows(*[1.0] * n)))
    assert low == pytest.approx(0.05 ** (1 / (n + 1)), abs=1e-9)


@pytest.mark.parametrize("credit", [0.0, 0.2, 0.5, 1.0])
def test_the_interval_narrows_as_answers_come_in(credit: float) -> None:
    found = [bounds(posterior("C5.N.1", rows(*[credit] * n))) for n in range(4, 30)]
    widths = [high - low for low, _, high in found]
    assert widths == sorted(widths, reverse=True)


@settings(deadline=None)
@given(CREDITS)
def test_right_and_wrong_mirror_each_other(earned: list[float]) -> None:
    low, estimate, high = bounds(posterior("C5.N.1", rows(*earned)))
    flipped = posterior("C5.N.1", rows(*(1 - credit for credit in earned)))
    assert bounds(flipped) == pytest.approx((1 - high, 1 - estimate, 1 - low))


@settings(deadline=None)
@given(CREDITS, st.randoms(use_true_random=False))
def test_the_order_of_answers_never_changes_the_evidence(
    earned: list[float], chance: Random
) -> None:
    made = rows(*earned, weight=1 / 3)
    mixed = list(made)
    chance.shuffle(mixed)
    assert posterior("C5.N.1", mixed) == posterior("C5.N.1", made)


def test_a_question_answered_every_day_makes_nothing_solid_that_it_would_not_once() -> (
    None
):
    others = rows(1.0, 0.6, 0.6, 0.6)
    daily = [Weighed(answer(question="par-coeur", credit=1.0), 1.0)] * 30

    found = posterior("C5.N.1", [*others, *daily])

    assert found.low is not None
    assert found.low >= 0.70
    assert found.questions == 5
    assert found.state == "a-confirmer"


@given(
    st.lists(st.tuples(st.integers(0, 9), st.floats(0, 1), st.floats(0.1, 1))),
    st.integers(1, 3),
)
@at_least(60)
def test_a_question_weighs_so_many_times_its_heaviest_answer_at_most(
    given_answers: list[tuple[int, float, float]], times: int
) -> None:
    many = [
        Weighed(answer(question=f"q-{number}", credit=credit), weight)
        for number, credit, weight in given_answers * 4
    ]
    few = capped(many, times)

    for name in {row.answer.question for row in many}:
        before = [row.weight for row in many if row.answer.question == name]
        after = sum(row.weight for row in few if row.answer.question == name)
        assert after == pytest.approx(min(sum(before), times * max(before)))
    if posterior("C5.N.1", many).state == "solide":
        assert bounds(posterior("C5.N.1", capped(many, MOST_REPEATS)))[0] >= 0.70
