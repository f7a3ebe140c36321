"""The flower: what is filled, hatched, dotted or marked, without any colour."""

from collections.abc import Sequence

import pytest
from textual.content import Content

from tests.widgets.stage import WIDTHS, flat, on_stage, styles_of, text_of
from tutor.domain.evidence import Evidence, State
from tutor.services.petals import Petal
from tutor.tui.widgets.flower import BRAILLE, marguerite
from tutor.tui.widgets.marguerite import Marguerite, twin

pytestmark = pytest.mark.no_cover

FULL = chr(BRAILLE + 0xFF)
SIZE = (44, 20)


def found(estimate: float | None, state: State = "a-confirmer") -> Evidence:
    """Return evidence with an estimate, or without an answer."""
    if estimate is None:
        return Evidence(code="C1")
    return Evidence(
        code="C1", n=9, questions=9, n_eff=6, estimate=estimate, low=0.1, high=0.9,
        state=state,
    )  # fmt: skip


def six(own: str | None = None, evidence: Evidence | None = None) -> list[Petal]:
    """Return six petals: the first as told, the others without a position."""
    rest = [Petal(f"C{n}", f"Compétence {n}", None, None) for n in range(2, 7)]
    return [Petal("C1", "Compétence 1", own, evidence), *rest]


def dots(lines: Sequence[Content]) -> int:
    """Return how many dots are drawn."""
    text = flat(list(lines))
    return sum((ord(c) - BRAILLE).bit_count() for c in text if ord(c) >= BRAILLE)


def drawn(own: str | None, evidence: Evidence | None) -> list[Content]:
    """Return the flower whose first petal is as told."""
    return marguerite(six(own, evidence), *SIZE)


def test_each_petal_has_its_label_and_the_lines_fill_the_frame() -> None:
    lines = drawn(None, None)
    text = flat(lines)
    assert [text.count(f"C{n}") for n in range(1, 7)] == [1] * 6
    assert {line.cell_length for line in lines} == {SIZE[0]}
    assert len(lines) == SIZE[1]
    assert lines[0].plain.strip() == "C1"
    assert lines[-1].plain.strip() == "C4"


def test_a_petal_without_a_position_is_only_outlined_whatever_the_answers() -> None:
    lines = drawn(None, None)
    assert FULL not in flat(lines)
    assert not {"N", "I"} & set(flat(lines).replace("C", ""))


def test_the_longer_the_estimate_the_more_is_filled() -> None:
    counts = [dots(drawn("N", found(part / 10))) for part in range(2, 11)]
    assert counts == sorted(set(counts))
    assert FULL in flat(drawn("N", found(0.6)))


def test_a_full_estimate_reaches_the_tip_and_none_leaves_the_petal_empty() -> None:
    tip = drawn("N", found(1.0))[2].plain
    assert FULL in tip
    empty = flat(drawn("I", found(None)))
    assert FULL not in empty
    assert "I" in empty


def test_too_few_answers_are_hatched_between_outline_and_full() -> None:
    few = drawn("N", found(0.9, "insuffisant"))
    assert FULL not in flat(few)
    assert dots(drawn("N", found(None))) < dots(few) < dots(drawn("N", found(0.9)))


def test_an_outline_is_whole_only_where_enough_answers_tell() -> None:
    assert dots(drawn("N", found(0.0))) > dots(drawn("N", found(0.0, "insuffisant")))


@pytest.mark.parametrize("estimate", [0.0, 0.5, 1.0])
def test_the_own_position_is_a_letter_in_its_third(estimate: float) -> None:
    rows = []
    for level in "CIN":
        lines = drawn(level, found(estimate))
        marked = [n for n, line in enumerate(lines) if f" {level} " in line.plain]
        assert len(marked) == 1
        assert "bold" in styles_of(lines, f" {level} ")
        rows += marked
    assert rows == sorted(set(rows))


def test_the_competency_at_hand_stands_out_at_its_label() -> None:
    lines = marguerite(six(), *SIZE, "C4")
    assert "reverse" in styles_of(lines, "C4")
    assert "reverse" not in styles_of(lines, "C1")


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 12])
def test_another_framework_has_as_many_petals(number: int) -> None:
    petals = [
        Petal(f"K{n:02}", "nom", "I", found(0.5, "solide")) for n in range(number)
    ]
    text = flat(marguerite(petals, 60, 24))
    assert all(petal.code in text for petal in petals)
    assert text.count(" I ") == number


def test_the_words_say_of_each_petal_what_the_picture_shows() -> None:
    petals = six("N", found(0.35))
    said = flat(twin(petals, 60, "C1"))
    assert "C1 Compétence 1" in said
    assert "vous : novice ; 0,35 [0,10–0,90], n = 9 : à confirmer" in said
    assert said.count("pas encore positionné") == 5
    assert "N ; 0,35" in flat(twin(petals, 60, "C1", briefly=True))


@pytest.mark.parametrize("width", WIDTHS)
async def test_no_line_is_wider_than_the_screen(width: int) -> None:
    widget = Marguerite()
    async with on_stage(widget, (width, 40)):
        assert widget.lines(width) == []
        widget.show(six("C", found(0.8)), "C1")
        lines = widget.lines(width)
        assert max(line.cell_length for line in lines) <= width


async def test_words_stand_beside_the_flower_where_there_is_room() -> None:
    widget = Marguerite()
    async with on_stage(widget, (80, 24)):
        widget.show(six("C", found(0.8)), "C1")
        beside = [line.plain for line in widget.lines(76) if "C6 Comp" in line.plain]
        assert any(ord(sign) > BRAILLE for sign in beside[0])
        below = flat(widget.lines(46)).split("\n")
        assert "C ; 0,80 [0,10–0,90], n = 9 : à confirmer" in below
        assert text_of(widget)
