"""What is not read twice, and what is left behind: the short ways of a large course."""

import gc
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.pipeline.any_input import ANY
from tests.pipeline.reading import HEAD, ROOT, read, read_body
from tutor.domain.course import Passage
from tutor.domain.prose import Paragraph, plain
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import inline
from tutor.pipeline.plain_head import plain_fields
from tutor.pipeline.plain_toml import plain_tables
from tutor.pipeline.source import cleaned
from tutor.pipeline.yaml_head import read_yaml
from tutor.services.collector import resting_collector

SIGNS = "aé1 .,;:!?'\"()[]{}<>&*_`~^$%#@=+-|/\\«»\u00a0\t"
PARSER = MarkdownIt("commonmark", {"html": False})
ODD = st.text("aé1 .-:#,[]{}\"'&*!|>%@`\\?~<=\t", max_size=8)
VALUES = st.sampled_from(
    ("a", "é2", "2026-01-15", "1.0", "true", "l'an d'un", "[]", "[a]", "[a, b-c]")
) | ODD.filter(lambda text: '"' not in text).map('"{}"'.format)
HEADS = st.dictionaries(
    st.sampled_from(("id", "titre", "auteurs", "a_b")), VALUES | VALUES | ODD
).map(lambda fields: "\n".join(f"{key}: {value}" for key, value in fields.items()))
TOML_TABLES = st.sampled_from(("[a]", "[b-1]", "[[r]]", "[[r.a]]", "# dit", "", " "))
ODD_TABLES = st.sampled_from(("[[a]]", "[[a.b]]", "[[r.a.b]]", "[[a.]]", "]", "a"))
TOML_VALUES = st.sampled_from(
    (
        *("2026-01-15", '"a"', '""', "[]", '["a", "b"]', '[\n  "a  b",\n  "c"\n]'),
        *('[\n"a",\n]', '[{ a = "b" }]', '[{ a = "b", c = "{" }, { a = "" }]'),
    )
)
ODD_VALUES = ODD | st.sampled_from(
    ("2026-02-30", '"""', "{}", "1", '[\n"a"\n"b"\n]', '[{ a = "", a = "" }]')
)
KEYS = st.sampled_from(("a", "b", "c", "d", "e-1", "F_2"))
PLAIN = st.tuples(KEYS, TOML_VALUES).map(" = ".join) | TOML_TABLES
ODD_LINES = st.tuples(KEYS | ODD, ODD_VALUES).map(" = ".join) | ODD_TABLES
ENTRIES = (
    st.lists(PLAIN, max_size=6, unique_by=lambda line: line.partition(" =")[0])
    | st.lists(PLAIN | ODD_LINES, max_size=6)
).map("\n".join)


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


@ANY
@given(HEADS)
def test_a_plain_head_says_what_yaml_says(head: str) -> None:
    text = cleaned(head, Findings("essai.md"))
    assert text is not None
    found = plain_fields(text)
    if found is not None:
        findings = Findings("essai.md")
        assert read_yaml(text, findings) == found
        assert findings.problems == []


@ANY
@given(ENTRIES)
def test_a_plain_reference_file_says_what_tomllib_says(source: str) -> None:
    found = plain_tables(source)
    if found is not None:
        assert tomllib.loads(source) == found


@pytest.mark.parametrize(
    "name", ["cours.toml", "faits.toml", "sources.toml", "referentiels/des-mg.toml"]
)
def test_the_reference_files_of_the_course_are_plain(name: str) -> None:
    source = (ROOT / "content" / name).read_text(encoding="utf-8")

    assert plain_tables(source) == tomllib.loads(source)


def test_a_head_of_the_course_is_plain() -> None:
    head = (ROOT / "content" / "01-bases.md").read_text(encoding="utf-8")
    found = plain_fields(head.split("\n---\n")[0].removeprefix("---\n"))

    assert found is not None
    assert found.values["missions"] == ["acces", "parcours", "prevention", "crise"]
    assert found.lines["titre"] == 3
