"""Text for reading counts its words; errors and problems know their place."""

import pytest

from tests.factories import stem, words
from tutor.domain.errors import (
    ContentError,
    ReadOnlyError,
    StoreError,
    TutorError,
    WrongUseError,
)
from tutor.domain.notice import Notice
from tutor.domain.problem import Problem
from tutor.domain.prose import (
    Divider,
    Heading,
    Listing,
    ProseBlock,
    Quotation,
    Span,
    Table,
    Verbatim,
    plain,
)
from tutor.domain.prose import words as count_words

NESTED = Listing(items=(stem("un deux"), (Listing(items=(stem("trois"),)),)))
COUNTED: list[tuple[ProseBlock, int]] = [
    (stem("Trois petits mots")[0], 3),
    (Heading(level=2, text=words("Deux mots")), 2),
    (NESTED, 3),
    (Quotation(blocks=(*stem("un"), *stem("deux trois"))), 3),
    (Table(header=(words("a"), words("b c")), rows=((words("d"), words("")),)), 4),
    (Verbatim(text="ligne une\nligne deux"), 4),
    (Divider(), 0),
]
ENDINGS = [
    (TutorError, 3),
    (ContentError, 3),
    (StoreError, 3),
    (ReadOnlyError, 3),
    (WrongUseError, 2),
]


@pytest.mark.parametrize(("block", "number"), COUNTED)
def test_every_block_counts_the_words_one_reads(block: ProseBlock, number: int) -> None:
    assert count_words((block,)) == number


def test_the_words_of_a_page_add_up() -> None:
    assert count_words(()) == 0
    assert count_words(tuple(block for block, _ in COUNTED)) == 19


def test_plain_text_keeps_every_character_and_no_look() -> None:
    text = (Span(text="le "), Span(text="DMP", bold=True), Span(text=" !", code=True))
    assert plain(text) == "le DMP !"


@pytest.mark.parametrize(("error", "status"), ENDINGS)
def test_an_error_carries_its_message_its_values_and_its_exit_status(
    error: type[TutorError], status: int
) -> None:
    raised = error("errors.unknown-target", target="nulle-part")
    assert raised.message_id == "errors.unknown-target"
    assert raised.values == {"target": "nulle-part"}
    assert raised.exit_code == status
    assert "nulle-part" in str(raised)


def test_problems_are_listed_by_path_line_column_and_code() -> None:
    places = [
        ("b.md", 1, 1, "a"),
        ("a.md", 9, 2, "b"),
        ("a.md", 9, 2, "a"),
        ("a.md", 2, 5, "z"),
    ]
    problems = [Problem(*place, "error", {}) for place in places]
    found = sorted(problems, key=lambda problem: problem.place)
    assert [problem.place for problem in found] == sorted(places)


def test_a_notice_names_its_message_and_carries_its_values() -> None:
    notice = Notice("notices.reading-copy", {"copy": "copie.json"})
    assert (notice.message_id, notice.values) == tuple(notice)
