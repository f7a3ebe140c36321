"""Prose is set in lines that hold, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.factories import stem, words
from tests.widgets.stage import flat, styles_of
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
    Verbatim,
)
from tutor.tui.typeset import (
    WIDEST,
    _wrap_wide,
    hang,
    height,
    styled,
    typeset,
    wrap,
)

pytestmark = pytest.mark.no_cover

WORD = st.text(st.sampled_from("abéœ’!€日\u00a0"), min_size=1, max_size=12)
TEXTS = st.lists(WORD, max_size=12).map(" ".join)
LONG = "Un texte assez long pour tenir sur plusieurs lignes partout. " * 3
TABLE = Table(
    header=(words("Acteur"), words("Rôle")),
    rows=((words("infirmière"), words("évalue")), (words("médecin"), words("décide"))),
)
EVERYTHING: Prose = (
    Heading(level=1, text=words(f"Titre. {LONG}")),
    Paragraph(text=words(LONG)),
    Listing(items=(stem(LONG), (*stem("court"), Listing(items=(stem(LONG),))))),
    Listing(ordered=True, start=9, items=(stem("neuf"), stem(LONG))),
    Quotation(blocks=(*stem(LONG), Quotation(blocks=stem(LONG)))),
    Table(header=(words(LONG), words("b")), rows=((words("c"), words(LONG)),)),
    Verbatim(text="+" * 150 + "\n\nfin"),
    Divider(),
)


def lines_of(*blocks: ProseBlock, width: int = 40) -> list[str]:
    """Return blocks as lines of ordinary text."""
    return flat(typeset(blocks, width)).split("\n")


@given(text=TEXTS, width=st.integers(2, 90))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(line.cell_length <= width for line in wrap(Content(text), width))


@given(text=TEXTS, width=st.integers(2, 90))
def test_nothing_but_spaces_is_lost_in_wrapping(text: str, width: int) -> None:
    found = "".join(line.plain for line in wrap(Content(text), width))
    assert found.replace(" ", "") == text.replace(" ", "")


@given(text=TEXTS, width=st.integers(24, 90))
def test_words_held_by_a_no_break_space_stay_on_one_line(text: str, width: int) -> None:
    lines = wrap(Content(text), width)
    assert [word for line in lines for word in line.plain.split(" ") if word] == [
        word for word in text.split(" ") if word
    ]


@given(text=TEXTS, width=st.integers(4, 90))
def test_a_hanging_mark_stands_once_and_the_rest_is_aligned(
    text: str, width: int
) -> None:
    lines = hang(Content(text), width, "→ ", Content("  "))
    starts = [line.plain[:2] for line in lines]
    assert starts == ["→ ", *["  "] * (len(lines) - 1)]
    assert all(line.cell_length <= width for line in lines)


@pytest.mark.parametrize("width", [20, 40, 76, 120])
def test_every_block_keeps_to_the_width_and_to_what_the_eye_can_follow(
    width: int,
) -> None:
    lines = typeset(EVERYTHING, width)
    assert max(line.cell_length for line in lines) <= min(width, WIDEST)


def test_a_blank_line_stands_between_blocks_and_nowhere_else() -> None:
    assert lines_of(*stem("un"), *stem("deux")) == ["un", "", "deux"]
    assert typeset((), 40) == []


def test_french_signs_get_spaces_that_do_not_break() -> None:
    assert styled(words("Qui ? À 20 % !")).plain == "Qui\u00a0? À 20\u00a0%\u00a0!"


def test_looks_survive_line_breaks() -> None:
    text = (
        Span(text="gras", bold=True),
        Span(text=" penché", italic=True),
        Span(text=" code", code=True),
    )
    lines = wrap(styled(text, "dim"), 6)
    assert [line.plain for line in lines] == ["gras", "penché", "code"]
    looks = [styles_of(lines, word) for word in ("gras", "penché", "code")]
    assert looks == ["dim bold", "dim italic", "dim $primary"]


@pytest.mark.parametrize(("level", "looks"), [(1, "bold $primary"), (3, "bold")])
def test_great_headings_stand_out_more_than_small_ones(level: int, looks: str) -> None:
    lines = typeset((Heading(level=level, text=words("Titre")),), 40)
    assert styles_of(lines, "Titre") == looks


def test_lists_hang_behind_bullets_or_numbers() -> None:
    bullets = Listing(items=(stem("un deux trois"), stem("quatre")))
    numbers = Listing(ordered=True, start=9, items=(stem("neuf"), stem("dix")))
    assert lines_of(bullets, width=10) == ["• un deux", "  trois", "• quatre"]
    assert lines_of(numbers) == ["9. neuf", "10. dix"]


def test_a_quotation_has_a_bar_on_every_line() -> None:
    quotation = Quotation(blocks=(*stem("un"), *stem("deux")))
    assert lines_of(quotation) == ["│ un", "│ ", "│ deux"]


def test_a_table_stands_in_columns_under_its_header() -> None:
    assert [line.rstrip() for line in lines_of(TABLE, width=24)] == [
        "Acteur       Rôle",
        "─" * 24,
        "infirmière   évalue",
        "médecin      décide",
    ]


def test_a_cell_of_several_lines_keeps_its_neighbours_in_their_column() -> None:
    table = Table(header=TABLE.header, rows=((words("a"), words("b c d e f g")),))
    lines = [line.rstrip() for line in lines_of(table, width=20)]
    assert lines[2:] == ["a          b c d e f", " " * 11 + "g"]


def test_a_table_too_narrow_for_columns_says_each_row_in_turn() -> None:
    assert lines_of(TABLE, width=16) == [
        "Acteur :",
        "infirmière",
        "Rôle : évalue",
        "",
        "Acteur : médecin",
        "Rôle : décide",
    ]


def test_verbatim_text_keeps_its_lines_and_loses_nothing() -> None:
    kept = Verbatim(text="a  b\n\n   c")
    assert lines_of(kept) == ["a  b", "", "   c"]
    assert lines_of(Verbatim(text="abcdefgh"), width=5) == ["abcde", "fgh"]


def test_a_divider_is_a_short_rule() -> None:
    assert lines_of(Divider()) == ["─" * 20]
    assert lines_of(Divider(), width=9) == ["─" * 9]


@given(st.text("aé’œ… «\u00a0", max_size=60), st.integers(1, 20))
def test_what_is_one_cell_a_character_is_wrapped_as_what_is_measured(
    text: str, width: int
) -> None:
    content = Content.assemble((text[:9], "bold"), text[9:])
    if content.cell_length > width:
        quick, measured = wrap(content, width), _wrap_wide(content, width)
        assert all(one.is_same(two) for one, two in zip(quick, measured, strict=True))


PROSE = st.recursive(
    st.builds(Paragraph, text=TEXTS.map(words))
    | st.builds(Heading, level=st.integers(1, 6), text=TEXTS.map(words))
    | st.builds(Verbatim, text=TEXTS)
    | st.just(TABLE)
    | st.just(Divider()),
    lambda inner: (
        st.builds(
            Listing,
            ordered=st.booleans(),
            start=st.integers(1, 120),
            items=st.lists(st.lists(inner, max_size=2).map(tuple), max_size=3).map(
                tuple
            ),
        )
        | st.builds(Quotation, blocks=st.lists(inner, max_size=2).map(tuple))
    ),
    max_leaves=6,
)


@given(st.lists(PROSE, max_size=4).map(tuple), st.integers(1, 90))
def test_lines_are_counted_as_they_are_set(blocks: Prose, width: int) -> None:
    assert height(blocks, width) == len(typeset(blocks, width))


@pytest.mark.parametrize("width", [1, 2, 7, 40, 76, 200])
def test_everything_is_counted_as_it_is_set(width: int) -> None:
    assert height(EVERYTHING, width) == len(typeset(EVERYTHING, width))
