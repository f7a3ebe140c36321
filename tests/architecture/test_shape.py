import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, folders, name_of, python_files, tree_of

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_METHODS = 20
SAYS_NOTHING = {"utils", "helpers", "manager"}
LEFT_FOR_LATER = re.compile(r"\bTO[D]O\b|\bFIXM[E]\b")

each_file = pytest.mark.parametrize("file", python_files(*PACKAGES), ids=name_of)
each_folder = pytest.mark.parametrize("folder", folders(), ids=name_of)


@each_file
def test_no_file_outgrows_its_reader(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").count("\n")

    assert lines <= LONGEST_FILE


@each_file
def test_no_function_outgrows_its_reader(file: Path) -> None:
    sizes = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    too_long = {name: n for name, n in sizes.items() if n > LONGEST_FUNCTION}
    assert too_long == {}


@each_file
def test_no_class_does_everything(file: Path) -> None:
    methods = {
        node.name: sum(
            isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
            for each in node.body
        )
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef)
    }

    too_large = {name: n for name, n in methods.items() if n > MOST_METHODS}
    assert too_large == {}


@each_file
def test_imports_name_the_whole_way(file: Path) -> None:
    relative = [
        node.lineno
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


@each_file
def test_nothing_is_left_for_later(file: Path) -> None:
    left = LEFT_FOR_LATER.findall(file.read_text(encoding="utf-8"))

    assert left == []


@each_file
def test_the_name_of_a_module_says_what_it_holds(file: Path) -> None:
    assert not SAYS_NOTHING & set(re.split(r"[_/.]", name_of(file)))


@each_folder
def test_a_folder_says_in_one_sentence_what_it_holds(folder: Path) -> None:
    said = ast.get_docstring(tree_of(folder / "__init__.py"))

    assert said is not None
    assert re.fullmatch(r"[^\n]+\.", said)
    assert ". " not in said
