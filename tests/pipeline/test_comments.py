"""Comments go, lines stay where they were, and nothing else is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.reading import HEAD, read, read_body
from tests.pipeline.test_growth import Shape, assert_proportional
from tutor.domain.course import Passage
from tutor.domain.prose import Paragraph, plain
from tutor.pipeline.comments import without_comments
from tutor.pipeline.findings import Findings

PIECES = ["<!--", "-->", "`", "``", "```", "~~~", "\n", "mot ", "    ", "\\", "<!-->"]
SOURCE = st.lists(st.sampled_from(PIECES)).map("".join)
NOTE = st.lists(st.sampled_from(["à revoir ", "\n", ":::", "- [ ] ", "# "])).map(
    "".join
)


def kept(text: str, first_line: int = 1) -> tuple[list[str], list[int]]:
    """Return the lines without comments, and the lines of those never closed."""
    findings = Findings("essai.md")
    lines = without_comments(text.split("\n"), first_line, findings)
    return lines, [problem.line for problem in findings.problems]


@given(SOURCE)
def test_every_line_keeps_its_place(text: str) -> None:
    lines, open_at = kept(text)
    before = text.split("\n")

    assert len(lines) == len(before)
    assert len(open_at) <= 1
    for old, new in zip(before, lines, strict=True):
        assert len(new) <= len(old)
    for number in open_at:
        assert lines[number - 1 :] == before[number - 1 :]


@given(NOTE)
def test_a_note_between_two_paragraphs_leaves_the_two(note: str) -> None:
    unit, problems = read_body(f"Avant.\n\n<!--{note}-->\n\nAprès.\n")

    assert problems == []
    (part,) = unit.parts
    assert isinstance(part, Passage)
    said = [plain(b.text) for b in part.blocks if isinstance(b, Paragraph)]
    assert said == ["Avant.", "Après."]
    assert len(part.blocks) == 2


def test_the_head_of_a_file_keeps_what_it_says() -> None:
    unit, problems = read('---\nid: essai\ntitre: "a <!-- b --> c"\n---\n\nUn mot.\n')

    assert problems == []
    assert unit is not None
    assert unit.title == "a <!-- b --> c"


def test_an_escaped_mark_is_text() -> None:
    lines, open_at = kept("un \\<!-- mot\nun \\`mot` <!-- note -->")

    assert open_at == []
    assert lines == ["un \\<!-- mot", "un \\`mot`"]


def test_comments_cost_no_more_than_their_length() -> None:
    for piece in ("<!-- a --> ", "`` ` <!-- "):
        shape = Shape(piece, "<!-- a -->\n")
        assert_proportional(lambda text: read(HEAD + text), shape)
