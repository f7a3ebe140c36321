"""Files nobody should send: each is refused or tamed, and said."""

import os
from pathlib import Path

import pytest

from tests.pipeline.outline import outline
from tests.pipeline.reading import HEAD, assert_tellable, read
from tutor.domain.errors import ContentError
from tutor.domain.problem import Problem
from tutor.pipeline.courses import read_alone, read_file
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import LARGEST_FILE, LONGEST_LINE, read_source

REFUSED = {
    "fichier-trop-gros": b"a\n" * (LARGEST_FILE // 2 + 1),
    "ligne-trop-longue": b"a" * (LONGEST_LINE + 1),
    "pas-utf-8": b"ligne une\n\xe9t\xe9\n",
}
"""What cannot be parsed at all, by the code that says so."""
BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
NASTY_HEADS = {
    "a bomb of aliases": f"a: &a [x]\n{BOMB}",
    "an alias of itself": "phase: &a [*a]\n",
    "a thousand lists": f"phase: {'[' * 1000}{']' * 1000}\n",
    "a thousand lists over lines": "phase:\n" + " [\n" * 1000 + " ]\n" * 1000,
    "a thousand mappings": f"panel: {'{a: ' * 1000}{'}' * 1000}\n",
    "five thousand words": f"auteurs: [{', '.join(['x'] * 5000)}]\n",
    "a Python object": "titre: !!python/object/apply:os.system [ls]\n",
    "a mapping as a key": "{a: b}: c\n",
    "a list as a key": "? [a]\n: b\n",
    "a list as a key of the panel": "panel: {[a]: b}\n",
    "a second document": "...\n--- autre\n",
    "an anchor without a name": "titre: &\n",
    "an escaped surrogate": 'titre: "\\ud800"\n',
    "a merge": "<<: {id: a, titre: b}\n",
    "a number without end": f"duree_min: {'9' * 5000}\n",
    "a date without end": f"valide_jusqu_au: {'9' * 5000}-01-01\n",
}
NASTY_TOML = {
    "five thousand lists": f"a = {'[' * 5000}{']' * 5000}\n",
    "five thousand tables": f"a = {'{a = ' * 3000}1{'}' * 3000}\n",
    "five thousand keys": f"{'.'.join(['a'] * 5000)} = 1\n",
    "a number without end": f"a = {'9' * 5000}\n",
    "a day that is none": "a = 2026-02-30\n",
    "a bare number": "a = 1\n",
    "an escape": '["\\u001b[2J"]\na = "\\u202e"\n',
}


def file_of(folder: Path, content: bytes | str, name: str = "essai.md") -> Path:
    """Return a new file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def problems_of(path: Path) -> list[Problem]:
    """Return the problems of a lesson on disk."""
    return read_file(path, "lesson", path.name)[1]


@pytest.mark.parametrize("code", sorted(REFUSED))
def test_what_cannot_be_parsed_is_one_problem(code: str, tmp_path: Path) -> None:
    path = file_of(tmp_path, REFUSED[code])

    unit, problems = read_file(path, "lesson", "essai.md")

    assert unit is None
    assert [problem.code for problem in problems] == [code]
    assert_tellable(problems)


def test_a_file_that_is_not_utf_8_names_the_line_and_the_byte(tmp_path: Path) -> None:
    (problem,) = problems_of(file_of(tmp_path, REFUSED["pas-utf-8"]))

    assert (problem.line, problem.values) == (2, {"byte": "0xe9"})


def test_an_endless_line_is_named_by_its_number(tmp_path: Path) -> None:
    text = f"{HEAD}un\n{'a' * 10_000_000}"[: LARGEST_FILE - 10]

    (problem,) = problems_of(file_of(tmp_path, text))

    assert (problem.line, problem.code) == (6, "ligne-trop-longue")


@pytest.mark.parametrize("size", [10_000_000, 5_000_000])
def test_a_file_beyond_the_limit_is_not_even_read(size: int, tmp_path: Path) -> None:
    path = tmp_path / "essai.md"
    with path.open("wb") as file:
        file.truncate(size)

    (problem,) = problems_of(path)

    assert problem.code == "fichier-trop-gros"


@pytest.mark.parametrize("length", [LONGEST_LINE, LONGEST_LINE - 1])
def test_a_line_at_the_limit_is_read(length: int) -> None:
    unit, problems = read(HEAD + "a" * length)

    assert unit is not None
    assert problems == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfun\ndeux", "un\ndeux"),
        (b"un\r\ndeux\r\n", "un\ndeux\n"),
        (b"un\rdeux", "un\ndeux"),
        (b"", ""),
        ("un\tdeux\u00a0trois\n".encode(), "un\tdeux\u00a0trois\n"),
    ],
    ids=["mark", "windows", "old mac", "empty", "tab and no-break space"],
)
def test_line_ends_and_marks_are_made_alike(
    raw: bytes, text: str, tmp_path: Path
) -> None:
    findings = Findings("essai.md")

    assert read_source(file_of(tmp_path, raw), findings) == text
    assert findings.problems == []


def test_a_lesson_reads_the_same_with_windows_line_ends(tmp_path: Path) -> None:
    text = f"{HEAD}\n::: qroc {{#q}}\nÉcrivez.\n\n- [x] a\n:::\n"
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    unit, problems = read_file(file_of(tmp_path, windows), "lesson", "essai.md")

    assert problems == []
    assert unit is not None
    assert outline(unit) == "qroc #q +a\n"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\x0c"]
)
def test_a_character_that_drives_a_terminal_is_replaced_and_named(sign: str) -> None:
    unit, problems = read(f"{HEAD}un {sign}[31m deux\n")

    assert unit is not None
    assert sign not in unit.model_dump_json()
    assert "\ufffd" in unit.model_dump_json()
    (problem,) = problems
    assert (problem.line, problem.column) == (5, 4)
    assert problem.values == {"character": f"U+{ord(sign):04X}"}


@pytest.mark.parametrize("written", ["&#x202e;", "&#12;", "![&#x2066;](b)", "a&#10;b"])
def test_an_entity_cannot_bring_one_in(written: str) -> None:
    unit, _ = read(f"{HEAD}{written}\n")

    assert unit is not None
    kept = unit.model_dump_json()
    assert not [sign for sign in ("\u202e", "\u2066", "\\f", "\\n") if sign in kept]


@pytest.mark.parametrize("nasty", sorted(NASTY_HEADS))
def test_a_nasty_head_is_a_problem_and_nothing_worse(nasty: str) -> None:
    text = f"---\nid: essai\ntitre: Essai\n{NASTY_HEADS[nasty]}---\nDu texte.\n"

    _, problems = read(text)

    assert any(problem.severity == "error" for problem in problems)
    assert_tellable(problems, text)


def test_a_field_of_thousands_of_words_is_quoted_short() -> None:
    text = f"---\nid: essai\ntitre: Essai\nduree_min: {'9' * 5000}\n---\n"

    _, (problem,) = read(text)

    assert len(problem.values["value"]) == 60


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["cours.toml", "faits.toml", "autre.toml"])
@pytest.mark.parametrize("nasty", sorted(NASTY_TOML))
def test_nasty_toml_is_a_problem_and_nothing_worse(
    nasty: str, name: str, tmp_path: Path
) -> None:
    problems = read_alone(file_of(tmp_path, NASTY_TOML[nasty], name), name)

    assert any(problem.severity == "error" for problem in problems)
    assert_tellable(problems)


def test_lists_too_deep_for_toml_are_named(tmp_path: Path) -> None:
    path = file_of(tmp_path, NASTY_TOML["five thousand lists"], "faits.toml")

    assert [each.code for each in read_alone(path, "faits.toml")] == ["trop-profond"]


def test_a_folder_in_place_of_a_file_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "essai.md"
    path.mkdir()

    with pytest.raises(ContentError) as caught:
        read_file(path, "lesson", "essai.md")

    assert caught.value.message_id == "errors.not-a-file"


def test_a_pipe_in_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "essai.md"
    os.mkfifo(path)

    with pytest.raises(ContentError) as caught:
        read_file(path, "lesson", "essai.md")

    assert caught.value.message_id == "errors.not-a-file"


def test_a_file_that_is_gone_is_an_error_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "essai.md"

    with pytest.raises(ContentError) as caught:
        read_file(path, "lesson", "essai.md")

    assert caught.value.message_id == "errors.file-unreadable"
    assert caught.value.values["path"] == path
