"""Whatever a file holds, reading it ends in values and problems, or in a TutorError."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.any_input import (
    ANY,
    BASES,
    CELLS,
    FEW,
    FIELDS,
    NODES,
    PIECES,
    REASONS,
    SIGNS,
    SMALL,
    YAML,
    mutations,
)
from tests.pipeline.reading import COURSE, HEAD, assert_tellable, check, read
from tutor.domain.errors import TutorError
from tutor.pipeline.attributes import read_attributes
from tutor.pipeline.courses import read_alone, read_file
from tutor.pipeline.findings import Findings

pytestmark = pytest.mark.no_cover


def assert_read(text: str) -> None:
    """Assert that a text is read, and that what it becomes can be kept and told."""
    unit, problems = read(text)

    assert_tellable(problems, text)
    assert unit is not None or any(each.severity == "error" for each in problems)
    if unit is not None:
        assert type(unit).model_validate_json(unit.model_dump_json()) == unit


@ANY
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    assert_read(text)
    assert_read(HEAD + text)


@ANY
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join))
def test_any_pieces_of_lessons_are_read(text: str) -> None:
    assert_read(HEAD + text)


@ANY
@given(st.sampled_from(["content/a.md", "content/faits.toml"]), st.binary(max_size=300))
def test_any_bytes_are_read(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / Path(name).name
    path.write_bytes(raw)

    if path.suffix == ".toml":
        assert_tellable(read_alone(path, name))
    else:
        assert_tellable(read_file(path, "lesson", name)[1])


@FEW
@given(
    st.sampled_from(
        ["cours.toml", "referentiels/petit.toml", "faits.toml", "sources.toml"]
    ),
    st.lists(
        st.sampled_from(
            ["[a]", "[[a]]", "a = 1", 'id = "', "[[competence]]", "= ", "a.b = {"]
        )
        | st.text(max_size=20),
        max_size=6,
    ),
)
def test_a_course_with_any_reference_file_is_checked(
    tmp_path_factory: pytest.TempPathFactory, name: str, lines: list[str]
) -> None:
    root = tmp_path_factory.mktemp("cours") / "content"
    for path in (COURSE / "content").rglob("*.*"):
        copy = root / path.relative_to(COURSE / "content")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    with (root / name).open("a", encoding="utf-8", errors="replace") as file:
        file.write("\n" + "\n".join(lines))

    try:
        report = check(root.parent)
    except TutorError:
        return
    assert_tellable(report.problems)


@FEW
@given(mutations(BASES))
def test_a_shipped_lesson_with_broken_lines_is_read(text: str) -> None:
    assert_read(text)


@FEW
@given(mutations(SMALL))
def test_a_small_lesson_with_broken_lines_is_read(text: str) -> None:
    assert_read(text)


@FEW
@given(mutations(SMALL))
def test_a_broken_lesson_in_its_course_is_checked(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("seul") / "relais.md"
    path.write_text(text, encoding="utf-8")

    assert_tellable(check(COURSE, path).problems)


@ANY
@given(st.lists(YAML, max_size=5).map("\n".join))
def test_any_tricks_of_yaml_in_a_head_are_read(head: str) -> None:
    assert_read(f"---\nid: essai\ntitre: Essai\n{head}\n---\n")


@ANY
@given(CELLS, st.lists(CELLS, max_size=3), st.lists(REASONS, max_size=3))
def test_any_table_and_reasons_of_a_tcs_are_read(
    header: list[str], rows: list[list[str]], reasons: list[str]
) -> None:
    table = [
        f"| {' | '.join(cells)} |" for cells in (header, ["---"] * len(header), *rows)
    ]
    panel = "panel: {date: 2026-01-15, effectif: 10, professions: []}"
    lines = ["---", "id: a", "titre: A", panel, "---", "::: tcs {#t}", "Lisez.", ""]

    assert_read("\n".join([*lines, *table, "", *reasons, ":::"]))


@ANY
@given(st.dictionaries(FIELDS, NODES, max_size=6))
def test_any_fields_in_a_head_are_read(fields: dict[str, object]) -> None:
    head = yaml.safe_dump(fields, allow_unicode=True)

    assert_read(f"---\n{head}---\n")


@ANY
@given(FIELDS, SIGNS | st.text("[]{}:,&*!|>'\"%@` \n-?a1", max_size=30))
def test_any_value_in_a_head_is_read(field: str, value: str) -> None:
    assert_read(f"---\nid: essai\ntitre: Essai\n{field}: {value}\n---\n")


@ANY
@given(SIGNS)
def test_any_braces_are_read_or_refused(inside: str) -> None:
    findings = Findings("essai.md")

    found = read_attributes(f"{{{inside}}}", 1, frozenset({"a"}), findings)

    assert_tellable(findings.problems)
    assert found is not None or findings.problems


@ANY
@given(SIGNS, SIGNS, SIGNS)
def test_any_signs_in_openings_options_and_headings_are_read(
    opening: str, option: str, heading: str
) -> None:
    assert_read(
        f"{HEAD}::: qru {{{opening}}}\nChoisissez.\n\n- [x] un {{{option}}}\n  > oui\n"
        f"- [ ] deux{option}\n  > non\n:::\n## {heading} {{#c {heading}}}\n"
    )


@ANY
@given(st.text(max_size=80))
def test_no_text_can_drive_a_terminal(text: str) -> None:
    unit, _ = read(HEAD + text)

    kept = json.loads(unit.model_dump_json()) if unit else []
    assert not [sign for sign in letters(kept) if sign in "\x1b\x9b\x07\u202e\u2066"]


def letters(value: object) -> str:
    """Return all the text of a JSON value."""
    match value:
        case str():
            return value
        case list():
            return "".join(letters(each) for each in value)
        case dict():
            return "".join(letters(each) for each in value.values())
        case _:
            return ""
