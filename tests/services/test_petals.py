"""Petals: nothing of an estimate before one's own position on the competency."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.courses import desk_at
from tests.services.players import answered
from tutor.domain.evidence import Evidence, State
from tutor.services.petals import Petal, petal_words, petals_of


def known(state: State = "a-confirmer") -> Evidence:
    """Return evidence of nine answers."""
    return Evidence(
        code="C5", n=9, questions=9, n_eff=5.7, estimate=0.71, low=0.43, high=0.93,
        state=state,
    )  # fmt: skip


def test_answers_show_nothing_until_one_has_a_position(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    answered(desk, "b-un")
    five, six = petals_of(desk.course.framework, desk.standing())
    assert (five.code, five.own, five.evidence, five.fill) == (
        *("C5", None, None),
        "hidden",
    )
    assert five.length == 0.0

    desk.pen.position("C5", "I")
    desk.pen.position("C6", "C")
    five, six = petals_of(desk.course.framework, desk.standing())
    assert (five.own, five.fill, six.fill) == ("I", "few", "none")
    assert five.evidence is not None
    assert five.length == five.evidence.estimate


def test_a_position_on_an_item_opens_no_petal(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    answered(desk, "b-un")
    desk.pen.position("C5.N.1", "3")
    assert petals_of(desk.course.framework, desk.standing())[0].fill == "hidden"


@pytest.mark.parametrize(
    ("own", "evidence", "said"),
    [
        (None, None, "pas encore positionné"),
        ("I", Evidence(code="C5"), "vous : intermédiaire ; aucune réponse (n = 0)"),
        ("C", known(), "vous : compétent ; 0,71 [0,43–0,93], n = 9 : à confirmer"),
        ("N", known("insuffisant"), "n = 9 : données insuffisantes"),
    ],
)
def test_a_petal_is_one_line_of_words(
    own: str | None, evidence: Evidence | None, said: str
) -> None:
    text = petal_words(Petal("C5", "Coordination", own, evidence))
    assert text.replace("\u00a0", " ").endswith(said)
    assert "\n" not in text


def test_beside_the_picture_a_letter_is_enough() -> None:
    words = petal_words(Petal("C5", "Coordination", "I", known()), briefly=True)
    assert words.startswith("I\u00a0; 0,71")


@given(st.sampled_from([None, "N", "I", "C"]), st.floats(0, 1))
def test_no_words_give_away_what_is_hidden(own: str | None, estimate: float) -> None:
    shown = known().model_copy(update={"estimate": estimate}) if own else None
    words = petal_words(Petal("C5", "Coordination", own, shown))
    assert ("[" in words) is (own is not None)
