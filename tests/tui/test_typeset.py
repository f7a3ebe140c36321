"""Prose set in lines of a given width, whatever the width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.cli.small import eased
from tests.factories import words
from tutor.domain.course import Callout
from tutor.domain.prose import (
    Divider,
    Heading,
    Listing,
    Paragraph,
    Prose,
    ProseBlock,
    Quotation,
    Span,
    Table,
    Text,
    Verbatim,
)
from tutor.locale import no_break
from tutor.tui.figures import CELLS, interval_bar, verdict_mark
from tutor.tui.typeset import WIDEST, hang, styled, typeset, wrap
from tutor.tui.widgets.page import Page

LONG = "Une lettre part le vendredi ; qui la lit lundi ? Le médecin traitant."


def said(text: str) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(text=words(text))


def set_in(width: int, *blocks: ProseBlock) -> list[str]:
    """Return prose as plain lines, with ordinary spaces."""
    return [eased(line.plain).rstrip() for line in typeset(blocks, width)]


SET: list[tuple[ProseBlock, list[str]]] = [
    (said("Qui la lit lundi matin ?"), ["Qui la lit lundi", "matin ?"]),
    (Heading(level=1, text=words("Un titre un peu long")), ["Un titre un peu", "long"]),
    (Divider(), ["─" * 18]),
    (Verbatim(text="  a\nb"), ["  a", "b"]),
    (
        Quotation(blocks=(said("Une citation un peu longue."),)),
        ["│ Une citation un", "│ peu longue."],
    ),
    (
        Listing(items=((said("une puce un peu longue"),), (said("b"),))),
        ["• une puce un peu", "  longue", "• b"],
    ),
    (
        Listing(ordered=True, start=9, items=((said("a"),), (said("b"),))),
        ["9. a", "10. b"],
    ),
    (
        Table(
            header=(words("Qui"), words("Quand")), rows=((words("D."), words("soir")),)
        ),
        ["Qui       Quand", "─" * 18, "D.        soir"],
    ),
    (
        Table(
            header=(words("A"), words("B"), words("C")),
            rows=((words("1"), words("2"), words("3")),) * 2,
        ),
        ["A : 1", "B : 2", "C : 3", "", "A : 1", "B : 2", "C : 3"],
    ),
]


@pytest.mark.parametrize(("block", "lines"), SET)
def test_each_kind_of_prose_is_set_in_its_width(
    block: ProseBlock, lines: list[str]
) -> None:
    assert set_in(18, block) == lines


def test_blocks_are_a_blank_line_apart() -> None:
    assert set_in(40, said("a"), said("b")) == ["a", "", "b"]


def test_no_line_is_wider_than_76_however_wide_the_window() -> None:
    assert max(map(len, set_in(200, said(LONG * 5)))) <= WIDEST


def test_looks_are_kept_when_spaces_become_unbreakable() -> None:
    text: Text = (
        Span(text="Qui", bold=True),
        Span(text=" décide ?", italic=True),
        Span(text=" code", code=True),
    )
    content = styled(text)
    assert content.plain == "Qui décide\u00a0? code"
    looks = {content.plain[span.start : span.end]: span.style for span in content.spans}
    assert looks == {"Qui": "bold", " décide\u00a0?": "italic", " code": "$primary"}


def test_a_line_never_breaks_before_a_french_sign() -> None:
    for width in range(11, 60):
        for line in set_in(width, said(LONG)):
            assert line[:1] not in {"?", ";", ":", "!", "»"}


def test_a_mark_hangs_before_the_first_line_only() -> None:
    lines = hang(Content("un deux trois"), 8, "1. ", "   ")
    assert [line.plain for line in lines] == ["1. un", "   deux", "   trois"]


TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1)


def inner() -> st.SearchStrategy[ProseBlock]:
    """Return paragraphs of any text."""
    return TEXTS.map(said)


BLOCKS: st.SearchStrategy[ProseBlock] = st.one_of(
    inner(),
    st.lists(inner(), min_size=1, max_size=2).map(lambda b: Quotation(blocks=tuple(b))),
    st.lists(inner(), min_size=1, max_size=3).map(
        lambda b: Listing(items=tuple((each,) for each in b))
    ),
    st.tuples(TEXTS, TEXTS).map(
        lambda t: Table(
            header=(words("x"), words(t[0])), rows=((words("y"), words(t[1])),)
        )
    ),
)


@given(st.lists(BLOCKS, max_size=3), st.integers(8, 90))
def test_no_line_of_any_prose_is_wider_than_its_window(
    blocks: list[ProseBlock], width: int
) -> None:
    prose: Prose = tuple(blocks)
    assert all(line.cell_length <= width for line in typeset(prose, width))


@given(TEXTS, st.integers(1, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(Content(text), width)
    joined = "".join(line.plain for line in lines)
    assert joined.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("kind", ["regle", "usage", "debat", "note"])
def test_a_callout_has_its_word_and_a_bar_in_the_margin(kind: str) -> None:
    callout = Callout.model_validate({"kind": kind, "blocks": (said(LONG),)})
    word, *rest = Page((callout,)).lines(40)
    assert word.plain in {"▌ RÈGLE", "▌ USAGE", "▌ DÉBAT", "▌ À NOTER"}
    assert rest
    assert all(line.plain.startswith("▌ ") for line in rest)


def test_parts_of_a_page_are_a_blank_line_apart() -> None:
    callout = Callout(kind="note", blocks=(said("a"),))
    assert [line.plain for line in Page((callout, callout)).lines(20)] == [
        "▌ À NOTER",
        "▌ a",
        "",
        "▌ À NOTER",
        "▌ a",
    ]


MARKS = [(1.0, "✓"), (0.999, "~"), (0.2, "~"), (0.0, "✗")]


@pytest.mark.parametrize(("credit", "sign"), MARKS)
def test_a_credit_has_a_sign_beside_its_colour(credit: float, sign: str) -> None:
    assert verdict_mark(credit)[0] == sign


BARS = [
    (0.0, 0.5, 1.0, "━━━━━◆━━━━━"),
    (0.2, 0.5, 0.7, "──━━━◆━━───"),
    (0.0, 0.0, 0.0, "◆──────────"),
    (1.0, 1.0, 1.0, "──────────◆"),
]


@pytest.mark.parametrize(("low", "estimate", "high", "bar"), BARS)
def test_a_bar_shows_its_interval_thick_and_its_estimate_marked(
    low: float, estimate: float, high: float, bar: str
) -> None:
    assert interval_bar(low, estimate, high, cells=11).plain == bar
    assert interval_bar(low, estimate, high).cell_length == CELLS


def test_french_spaces_are_put_in_whatever_the_author_typed() -> None:
    assert no_break("Qui ?") == "Qui\u00a0?"
