"""Words are judged after folding, votes by the panel, and misfits by nobody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import choice, concordance, short_answer
from tutor.assessment.grading import SCALE, grade, match_known
from tutor.domain.question import KnownAnswer, Question, ShortAnswer
from tutor.domain.response import Picked, Placed, Response, Typed

HOUSE = short_answer(
    (
        "maison de santé pluriprofessionnelle",
        "maison de santé pluri professionnelle",
        "MSP",
    ),
    ("centre de santé", "2 mg"),
)
FIFTEEN = (0, 1, 3, 10, 1)
"""Votes of fifteen experts from −2 to +2: the first example of the note, 3.9."""
SPLIT = (0, 0, 4, 5, 6)
"""The second one."""

TYPED = [
    ("Maison de santé pluri-professionnelle", 1.0, 1),
    ("la MAISON de SANTE pluriprofessionnelle ", 1.0, 0),
    ("msp", 1.0, 2),
    ("l'MSP", 1.0, 2),
    ("Un centre de santé", 0.0, 3),
    ("2 mg", 0.0, 4),
    ("maison de santé", 0.0, None),
    ("2,0 mg", 0.0, None),
    ("MSP.", 0.0, None),
    ("", 0.0, None),
]


@pytest.mark.parametrize(("text", "credit", "known"), TYPED)
def test_typed_words_earn_everything_or_nothing(
    text: str, credit: float, known: int | None
) -> None:
    verdict = grade(HOUSE, Typed(text=text))
    assert (verdict.credit, verdict.known) == (credit, known)
    assert not verdict.self_marked


def test_an_answer_nobody_foresaw_counts_when_the_learner_says_so() -> None:
    verdict = grade(HOUSE, Typed(text="maison pluripro"), self_marked=True)
    assert (verdict.credit, verdict.known, verdict.self_marked) == (1.0, None, True)


@pytest.mark.parametrize(("text", "credit"), [("MSP", 1.0), ("centre de santé", 0.0)])
def test_nobody_marks_an_answer_the_author_foresaw(text: str, credit: float) -> None:
    verdict = grade(HOUSE, Typed(text=text), self_marked=True)
    assert verdict.credit == credit
    assert not verdict.self_marked


def known_as(*pairs: tuple[str, bool]) -> ShortAnswer:
    """Return a QROC whose foreseen wordings all embody IF-01."""
    known = tuple(
        KnownAnswer(text=text, right=right, misconception="IF-01")
        for text, right in pairs
    )
    return short_answer().model_copy(update={"known": known})


def test_a_wording_listed_as_wrong_and_right_is_right() -> None:
    question = known_as(("le DMP", False), ("DMP", True))
    assert match_known(question, "dmp") == 1
    assert grade(question, Typed(text="dmp")).credit == 1.0


@pytest.mark.parametrize(
    ("text", "codes"), [("courriel", ("IF-01",)), ("DMP", ()), ("autre", ())]
)
def test_only_a_wrong_wording_shows_its_misconception(
    text: str, codes: tuple[str, ...]
) -> None:
    question = known_as(("DMP", True), ("courriel", False))
    assert grade(question, Typed(text=text)).misconceptions == codes


def test_a_wrong_wording_may_show_no_misconception() -> None:
    assert grade(short_answer(), Typed(text="courriel")).misconceptions == ()


VOTES = [
    (FIFTEEN, -2, 0.0),
    (FIFTEEN, -1, 0.1),
    (FIFTEEN, 0, 0.3),
    (FIFTEEN, 1, 1.0),
    (FIFTEEN, 2, 0.1),
    (SPLIT, -2, 0.0),
    (SPLIT, -1, 0.0),
    (SPLIT, 0, 0.666667),
    (SPLIT, 1, 0.833333),
    (SPLIT, 2, 1.0),
]


@pytest.mark.parametrize(("votes", "value", "credit"), VOTES)
def test_a_value_earns_its_votes_over_those_of_the_most_chosen_one(
    votes: tuple[int, int, int, int, int], value: int, credit: float
) -> None:
    assert grade(concordance(votes), Placed(values=(value,))).credit == credit


def test_the_rows_of_a_tcs_are_averaged() -> None:
    question = concordance(FIFTEEN, SPLIT)
    assert grade(question, Placed(values=(1, 0))).credit == 0.833333
    assert grade(question, Placed(values=(0, 1))).credit == 0.566667


PANEL = st.tuples(*[st.integers(0, 20)] * 5).filter(any)


@settings(deadline=None)
@given(st.lists(st.tuples(PANEL, st.sampled_from(SCALE)), min_size=1, max_size=6))
def test_any_values_earn_from_nothing_to_one_and_the_modal_ones_everything(
    rows: list[tuple[tuple[int, int, int, int, int], int]],
) -> None:
    question = concordance(*(votes for votes, _ in rows))
    values = tuple(value for _, value in rows)
    assert 0 <= grade(question, Placed(values=values)).credit <= 1
    modal = tuple(SCALE[votes.index(max(votes))] for votes, _ in rows)
    assert grade(question, Placed(values=modal)).credit == 1


@pytest.mark.parametrize("values", [(), (1,), (1, 0, 2)])
def test_a_tcs_needs_one_value_a_row(values: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="row by row"):
        grade(concordance(FIFTEEN, SPLIT), Placed(values=values))


def test_a_row_nobody_voted_on_cannot_be_judged() -> None:
    with pytest.raises(ValueError, match="shorter"):
        grade(concordance(FIFTEEN, None), Placed(values=(1, 0)))


def test_a_tcs_without_panel_cannot_be_judged() -> None:
    with pytest.raises(ValueError, match="panel"):
        grade(concordance(FIFTEEN, scored=False), Placed(values=(1,)))


MISFITS: list[tuple[Question, Response]] = [
    (choice(), Typed(text="a")),
    (choice(), Placed(values=(1,))),
    (short_answer(), Picked(options=frozenset({0}))),
    (short_answer(), Placed(values=(1,))),
    (concordance(FIFTEEN), Picked(options=frozenset({0}))),
    (concordance(FIFTEEN), Typed(text="+1")),
]


@pytest.mark.parametrize(("question", "response"), MISFITS)
def test_a_response_of_another_kind_is_a_bug_not_a_wrong_answer(
    question: Question, response: Response
) -> None:
    with pytest.raises(TypeError, match="does not answer"):
        grade(question, response)
