"""Each rule looks at all files at once: thousands of tests would cost more than they say."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import (
    PACKAGES,
    faulty,
    folders,
    name_of,
    python_files,
    shape_of,
)

pytestmark = pytest.mark.no_cover

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_METHODS = 20
SAYS_NOTHING = {"utils", "helpers", "manager"}
LEFT_FOR_LATER = re.compile(r"\bTO[D]O\b|\bFIXM[E]\b")
FILES = python_files(*PACKAGES)


def too_many_lines(file: Path) -> int:
    """Return how many lines a file has, 0 where it is short enough."""
    lines = file.read_text(encoding="utf-8").count("\n")
    return lines if lines > LONGEST_FILE else 0


def long_functions(file: Path) -> list[tuple[str, int]]:
    """Return the functions of a file that are too long, with their lines."""
    return [each for each in shape_of(file).functions if each[1] > LONGEST_FUNCTION]


def large_classes(file: Path) -> list[tuple[str, int]]:
    """Return the classes of a file that are too large, with their methods."""
    return [each for each in shape_of(file).classes if each[1] > MOST_METHODS]


def relative_imports(file: Path) -> tuple[int, ...]:
    """Return the lines of a file that import from where they stand."""
    return shape_of(file).relative


def left_for_later(file: Path) -> list[str]:
    """Return the marks of unfinished work in a file."""
    return LEFT_FOR_LATER.findall(file.read_text(encoding="utf-8"))


def empty_words(path: Path) -> set[str]:
    """Return the words of a path that say nothing."""
    return SAYS_NOTHING & set(re.split(r"[_/.]", name_of(path)))


def not_one_sentence(folder: Path) -> str | None:
    """Return what a folder says of itself where that is not one sentence."""
    said = shape_of(folder / "__init__.py").said
    if said and re.fullmatch(r"[^\n]+\.", said) and ". " not in said:
        return None
    return said or "nothing"


def test_there_are_files_to_look_at() -> None:
    assert {"tutor/__init__.py", "tests/conftest.py"} <= {*map(name_of, FILES)}


def test_no_file_outgrows_its_reader() -> None:
    assert faulty(too_many_lines, FILES) == {}


def test_no_function_outgrows_its_reader() -> None:
    assert faulty(long_functions, FILES) == {}


def test_no_class_does_everything() -> None:
    assert faulty(large_classes, FILES) == {}


def test_imports_name_the_whole_way() -> None:
    assert faulty(relative_imports, FILES) == {}


def test_nothing_is_left_for_later() -> None:
    assert faulty(left_for_later, FILES) == {}


def test_the_name_of_a_module_says_what_it_holds() -> None:
    assert faulty(empty_words, FILES) == {}


def test_a_folder_says_in_one_sentence_what_it_holds() -> None:
    assert faulty(not_one_sentence, folders()) == {}
