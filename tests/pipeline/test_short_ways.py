"""What is not read twice, and what is left behind: the short ways of a large course."""

import gc

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.pipeline.any_input import ANY
from tests.pipeline.reading import HEAD, ROOT, read, read_body
from tutor.domain.course import Passage
from tutor.domain.prose import Paragraph, plain
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import inline
from tutor.services.collector import resting_collector

SIGNS = "aé1 .,;:!?'\"()[]{}<>&*_`~^$%#@=+-|/\\«»\u00a0\t"
PARSER = MarkdownIt("commonmark", {"html": False})


@ANY
@given(st.text(SIGNS, max_size=40))
def test_a_line_without_marks_is_what_the_parser_makes_of_it(text: str) -> None:
    children = PARSER.parseInline(text)[0].children or ()
    if {child.type for child in children} <= {"text"}:
        said = "".join(child.content for child in children)
        assert plain(inline(text, 1, Findings("essai.md"))) == said


def test_an_address_given_once_serves_wherever_it_is_named() -> None:
    unit, _ = read_body("[un] *et*\n\n- [deux][un]\n\n[un]: https://a.fr\n")

    (passage,) = unit.parts
    assert isinstance(passage, Passage)
    first = passage.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.text) == "un (https://a.fr) et"
    assert "deux (https://a.fr)" in passage.model_dump_json()


def test_reading_leaves_no_cycle_for_the_collector_to_find() -> None:
    text = (ROOT / "content" / "01-bases.md").read_text(encoding="utf-8")
    read(text)
    gc.collect()
    with resting_collector():
        unit, _ = read(text)
        assert not gc.isenabled()
        assert gc.collect() == 0
    assert unit is not None
    assert gc.isenabled()


def test_a_collector_at_rest_stays_at_rest() -> None:
    with resting_collector(), resting_collector():
        read(HEAD)
        assert not gc.isenabled()
    assert gc.isenabled()
