"""A typed line is read as an answer, or refused with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice, short_answer
from tests.services.runs import PANEL
from tutor.assessment.ordering import labels
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Question
from tutor.domain.response import Picked, Placed, Typed
from tutor.services.responses import parse_response

pytestmark = pytest.mark.no_cover

MANY = choice("qrm", "xx---")
LONG = choice("qrpl", "xxx" + "-" * 7)
TWO_ROWS = PANEL.model_copy(update={"rows": PANEL.rows * 2})
KINDS: tuple[Question, ...] = (
    choice(),
    MANY,
    choice("qrp", "xx--"),
    LONG,
    short_answer(),
    TWO_ROWS,
)
SEPARATORS = st.text(" ,;\t\u00a0", min_size=1, max_size=3)


def read(question: Question, line: str) -> object:
    """Return what a line answers, options in source order."""
    order = list(range(len(getattr(question, "options", ()))))
    return parse_response(question, line, order)


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("a", {0}),
        ("A", {0}),
        (" b ", {1}),
        ("a c", {0, 2}),
        ("a,c", {0, 2}),
        ("A, C", {0, 2}),
        ("c;a", {0, 2}),
        ("a  c,", {0, 2}),
        (",a", {0}),
        ("a a a", {0}),
        ("a\u00a0c", {0, 2}),
        ("a\tc", {0, 2}),
        ("e d c b a", {0, 1, 2, 3, 4}),
    ],
)
def test_letters_tick_whatever_their_case_and_what_separates_them(
    line: str, ticked: set[int]
) -> None:
    assert read(MANY, line) == Picked(options=frozenset(ticked))


@pytest.mark.parametrize(
    ("line", "ticked"), [("1", {0}), ("10", {9}), ("2, 9 10", {1, 8, 9})]
)
def test_beyond_eight_options_numbers_tick(line: str, ticked: set[int]) -> None:
    assert read(LONG, line) == Picked(options=frozenset(ticked))


@pytest.mark.parametrize(
    ("question", "line", "reason", "mark"),
    [
        (MANY, "f", "answers.unknown-mark", "f"),
        (MANY, "ab", "answers.unknown-mark", "ab"),
        (MANY, "a 1", "answers.unknown-mark", "1"),
        (MANY, "a.", "answers.unknown-mark", "a."),
        (LONG, "a", "answers.unknown-mark", "a"),
        (LONG, "0", "answers.unknown-mark", "0"),
        (LONG, "11", "answers.unknown-mark", "11"),
        (LONG, "01", "answers.unknown-mark", "01"),
        (TWO_ROWS, "0 3", "answers.unknown-value", "3"),
        (TWO_ROWS, "0 x", "answers.unknown-value", "x"),
        (TWO_ROWS, "+-1 0", "answers.unknown-value", "+-1"),
    ],
)
def test_an_unknown_mark_is_named(
    question: Question, line: str, reason: str, mark: str
) -> None:
    with pytest.raises(WrongUseError) as refused:
        read(question, line)

    assert refused.value.message_id == reason
    assert refused.value.values["mark"] == mark
    if reason == "answers.unknown-mark":
        known = " ".join(labels(5 if question is MANY else 10))
        assert refused.value.values["known"] == known


@pytest.mark.parametrize(
    ("question", "line", "reason"),
    [
        (MANY, "", "answers.nothing-ticked"),
        (MANY, " , ; ", "answers.nothing-ticked"),
        (choice(), "a b", "answers.only-one"),
        (choice("qrp", "xx--"), "a b c", "answers.too-many"),
        (LONG, "1 2 3 4", "answers.too-many"),
        (short_answer(), "", "answers.empty-text"),
        (short_answer(), " \t ", "answers.empty-text"),
        (short_answer(), " - ' ", "answers.empty-text"),
        (short_answer(), "x" * 201, "answers.too-long"),
        (TWO_ROWS, "", "answers.rows"),
        (TWO_ROWS, "1", "answers.rows"),
        (TWO_ROWS, "1 1 1", "answers.rows"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(
    question: Question, line: str, reason: str
) -> None:
    with pytest.raises(WrongUseError) as refused:
        read(question, line)

    assert refused.value.message_id == reason
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("0 0", (0, 0)),
        ("-2 +2", (-2, 2)),
        ("−1, 1", (-1, 1)),
        ("2;\t-1", (2, -1)),
        (" +1  -2 ", (1, -2)),
    ],
)
def test_one_value_a_row_answers_a_panel(line: str, values: tuple[int, ...]) -> None:
    assert read(TWO_ROWS, line) == Placed(values=values)


def test_words_are_kept_as_typed_without_the_space_around() -> None:
    assert read(short_answer(), "  La Messagerie !  ") == Typed(text="La Messagerie !")
    assert read(short_answer(), "x" * 200) == Typed(text="x" * 200)


def test_letters_name_what_is_shown_not_what_is_written() -> None:
    assert parse_response(MANY, "a e", [3, 1, 4, 0, 2]) == Picked(
        options=frozenset({3, 2})
    )


@given(st.sampled_from(KINDS), st.text(max_size=300))
def test_no_line_at_all_does_more_than_be_refused(
    question: Question, line: str
) -> None:
    try:
        response = read(question, line)
    except WrongUseError:
        return
    assert isinstance(response, Picked | Typed | Placed)


@given(st.sampled_from(KINDS), st.text("abcdefgh0123456789 ,;+-−", max_size=40))
def test_no_line_of_marks_does_more_than_be_refused(
    question: Question, line: str
) -> None:
    try:
        response = read(question, line)
    except WrongUseError:
        return
    assert isinstance(response, Picked | Typed | Placed)


@given(st.data(), st.integers(4, 25))
def test_any_ticks_written_by_their_names_are_read_back(
    data: st.DataObject, count: int
) -> None:
    question = choice("qrm", "x" * count)
    order = data.draw(st.permutations(range(count)))
    shown = data.draw(st.lists(st.integers(0, count - 1), min_size=1, unique=True))
    line = ""
    for position in shown:
        name = labels(count)[position]
        name = name.upper() if data.draw(st.booleans()) else name
        line += name + data.draw(SEPARATORS)

    expected = frozenset(order[position] for position in shown)
    assert parse_response(question, line, list(order)) == Picked(options=expected)
