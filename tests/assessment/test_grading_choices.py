"""Ticks are judged as the French national exams judge them."""

from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.factories import choice
from tutor.assessment.grading import grade, mean_credit
from tutor.domain.question import Choice, ChoiceKind
from tutor.domain.response import Picked
from tutor.domain.verdict import Verdict

KINDS: list[ChoiceKind] = ["qru", "qrm", "qrp", "qrpl"]


def judged(question: Choice, letters: str) -> Verdict:
    """Return the verdict on options named A, B, C… in source order."""
    ticks = frozenset(ord(letter) - ord("A") for letter in letters)
    return grade(question, Picked(options=ticks))


TABLE: list[tuple[ChoiceKind, str, str, float]] = [
    ("qru", "--x--", "C", 1),
    ("qru", "--x--", "A", 0),
    ("qru", "--x--", "", 0),
    ("qru", "--x--", "AC", 0),
    ("qru", "X--!", "A", 1),
    ("qru", "X--!", "D", 0),
    ("qrm", "x-x-x", "ACE", 1),
    ("qrm", "x-x-x", "AC", 0.5),
    ("qrm", "x-x-x", "ACDE", 0.5),
    ("qrm", "x-x-x", "ABC", 0.2),
    ("qrm", "x-x-x", "A", 0.2),
    ("qrm", "x-x-x", "ABCDE", 0.2),
    ("qrm", "x-x-x", "AB", 0),
    ("qrm", "x-x-x", "BD", 0),
    ("qrm", "x-x-x", "", 0),
    ("qrm", "X-x-x", "CE", 0),
    ("qrm", "X-x-x", "AC", 0.5),
    ("qrm", "x-x!x", "ACDE", 0),
    ("qrm", "x-x!x", "ABCE", 0.5),
    ("qrm", "X-x!x", "ACE", 1),
    ("qrm", "--x--", "", 0.5),
    ("qrm", "xx--", "AB", 1),
    ("qrm", "xx--", "ABC", 0.5),
    ("qrm", "xx--", "AC", 0.2),
    ("qrm", "xx--", "ACD", 0),
    ("qrp", "x-x-x", "ACE", 1),
    ("qrp", "x-x-x", "ABC", 0.666667),
    ("qrp", "x-x-x", "ABD", 0.333333),
    ("qrp", "x-x-x", "BD", 0),
    ("qrp", "x-x-x", "AC", 0.666667),
    ("qrp", "x-x-x", "", 0),
    ("qrp", "x!x-x", "ABC", 0),
    ("qrp", "x-X-x", "ABE", 0),
    ("qrp", "x-X-x", "C", 0.333333),
    ("qrpl", "xxxxx-----", "ABCFG", 0.6),
    ("qrpl", "xxxxx-----", "ABCDE", 1),
    ("qrpl", "xxx-------", "AFG", 0.333333),
]
"""Kind, marks, ticks and credit: the tables of the assessment note, 3.1 to 3.4."""


@pytest.mark.parametrize(("kind", "marks", "ticks", "credit"), TABLE)
def test_ticks_earn_what_the_exam_gives(
    kind: ChoiceKind, marks: str, ticks: str, credit: float
) -> None:
    assert judged(choice(kind, marks), ticks).credit == credit


def every_credit(question: Choice, sizes: range) -> list[float]:
    """Return the credit of every set of ticks of these sizes."""
    return [
        grade(question, Picked(options=frozenset(ticks))).credit
        for size in sizes
        for ticks in combinations(range(len(question.options)), size)
    ]


def test_chance_earns_what_the_note_says() -> None:
    assert fmean(every_credit(choice("qru", "x----"), range(1, 2))) == 0.2
    every_qrm = every_credit(choice("qrm", "x-x-x"), range(6))
    assert fmean(every_qrm) == pytest.approx(5.5 / 32)
    every_qrp = every_credit(choice("qrp", "x-x-x"), range(3, 4))
    assert fmean(every_qrp) == pytest.approx(0.6, abs=1e-6)


@pytest.mark.parametrize(("kind", "marks"), [("qrp", "xx--"), ("qrpl", "xx--------")])
def test_more_ticks_than_announced_cannot_be_judged(
    kind: ChoiceKind, marks: str
) -> None:
    with pytest.raises(ValueError, match="3 ticks where 2 are allowed"):
        judged(choice(kind, marks), "ABC")


@pytest.mark.parametrize(
    ("ticks", "discordances"), [("ACE", 0), ("AC", 1), ("ABC", 2), ("", 3), ("BD", 5)]
)
def test_a_qrm_counts_wrong_and_missing_ticks(ticks: str, discordances: int) -> None:
    assert judged(choice("qrm", "x-x-x"), ticks).discordances == discordances


@pytest.mark.parametrize("kind", ["qru", "qrp", "qrpl"])
def test_other_kinds_speak_of_no_discordance(kind: ChoiceKind) -> None:
    assert judged(choice(kind, "x---"), "B").discordances is None


GRAVE = [
    ("ACE", False, False),
    ("CE", False, True),
    ("ACDE", True, False),
    ("CD", True, True),
    ("AB", False, False),
]


@pytest.mark.parametrize(("ticks", "unacceptable", "missing"), GRAVE)
def test_a_verdict_names_what_was_grave(
    ticks: str, unacceptable: bool, missing: bool
) -> None:
    verdict = judged(choice("qrm", "X-x!x"), ticks)
    assert (verdict.unacceptable, verdict.missing) == (unacceptable, missing)


def embodying(*codes: str | None) -> Choice:
    """Return a QRM whose first option is right and whose others embody codes."""
    bare = choice("qrm", "x" + "-" * len(codes))
    first, *others = bare.options
    changed = [
        option.model_copy(update={"misconception": code})
        for option, code in zip(others, codes, strict=True)
    ]
    right = first.model_copy(update={"misconception": "IF-99"})
    return bare.model_copy(update={"options": (right, *changed)})


SHOWN = [
    ("A", ()),
    ("", ()),
    ("B", ("IF-02",)),
    ("BC", ("IF-02", "IF-01")),
    ("BD", ("IF-02",)),
    ("ABCDE", ("IF-02", "IF-01")),
    ("E", ()),
]


@pytest.mark.parametrize(("ticks", "codes"), SHOWN)
def test_wrong_ticks_show_their_misconceptions_once_in_source_order(
    ticks: str, codes: tuple[str, ...]
) -> None:
    question = embodying("IF-02", "IF-01", "IF-02", None)
    assert judged(question, ticks).misconceptions == codes


def test_the_credit_of_a_dossier_is_the_mean_of_its_questions() -> None:
    assert mean_credit([0.5, 1, 0, 0.666667]) == 0.541667
    assert mean_credit([1, 0.666667, 0]) == 0.555556
    assert mean_credit([0.2]) == 0.2


@st.composite
def ticked(draw: st.DrawFn) -> tuple[Choice, frozenset[int]]:
    """Draw a question with any marks and ticks it allows."""
    kind = draw(st.sampled_from(KINDS))
    marks = draw(st.text("xX-!", min_size=2, max_size=12))
    assume(set(marks) & set("xX"))
    question = choice(kind, marks)
    most = question.most_ticks or len(marks)
    ticks = draw(st.frozensets(st.integers(0, len(marks) - 1), max_size=most))
    return question, ticks


@settings(deadline=None)
@given(ticked())
def test_any_ticks_earn_from_nothing_to_one_with_six_decimals(
    drawn: tuple[Choice, frozenset[int]],
) -> None:
    question, ticks = drawn
    credit = grade(question, Picked(options=ticks)).credit
    assert 0 <= credit <= 1
    assert credit == round(credit, 6)


@settings(deadline=None)
@given(ticked())
def test_a_grave_fault_always_earns_nothing(
    drawn: tuple[Choice, frozenset[int]],
) -> None:
    question, ticks = drawn
    verdict = grade(question, Picked(options=ticks))
    options = question.options
    grave = any(options[i].inacceptable for i in ticks) or any(
        option.indispensable and i not in ticks for i, option in enumerate(options)
    )
    assert grave == (verdict.unacceptable or verdict.missing)
    assert not grave or verdict.credit == 0


@settings(deadline=None)
@given(ticked())
def test_exactly_the_right_ticks_earn_everything_and_only_they(
    drawn: tuple[Choice, frozenset[int]],
) -> None:
    question, ticks = drawn
    assume(question.kind != "qru" or len(question.expected) == 1)
    assert grade(question, Picked(options=question.expected)).is_right
    assert grade(question, Picked(options=ticks)).is_right == (
        ticks == question.expected
    )


@settings(deadline=None)
@given(ticked())
def test_one_more_right_tick_never_lowers_the_credit(
    drawn: tuple[Choice, frozenset[int]],
) -> None:
    question, ticks = drawn
    most = question.most_ticks or len(question.options)
    assume(len(ticks) < most)
    before = grade(question, Picked(options=ticks)).credit
    for right in question.expected:
        assert grade(question, Picked(options=ticks | {right})).credit >= before


@settings(deadline=None)
@given(ticked())
def test_one_more_wrong_tick_never_raises_the_credit(
    drawn: tuple[Choice, frozenset[int]],
) -> None:
    question, ticks = drawn
    wrong = frozenset(range(len(question.options))) - question.expected - ticks
    assume(wrong and len(ticks) < (question.most_ticks or len(question.options)))
    before = grade(question, Picked(options=ticks)).credit
    assert grade(question, Picked(options=ticks | {min(wrong)})).credit <= before
