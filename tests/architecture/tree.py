"""The Python files of the project, as the tests of this folder look at them."""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("tutor", "tests", "bench")


class Shape(NamedTuple):
    """What a file declares."""

    said: str | None
    """Its docstring."""
    functions: tuple[tuple[str, int], ...]
    """Every function and its lines."""
    classes: tuple[tuple[str, int], ...]
    """Every class and its methods."""
    relative: tuple[int, ...]
    """The lines that import from where the file stands."""


def name_of(path: Path) -> str:
    """Return a path as people write it, from the root."""
    return path.relative_to(ROOT).as_posix()


def python_files(*packages: str) -> list[Path]:
    """Return all Python files of some packages, sorted."""
    return sorted(path for name in packages for path in (ROOT / name).rglob("*.py"))


def folders() -> list[Path]:
    """Return every folder that holds Python, or folders that do, sorted."""
    tops = {ROOT / name for name in PACKAGES}
    found = set(tops)
    for path in python_files(*PACKAGES):
        found.update(each for each in path.parents if tops & {each, *each.parents})
    return sorted(found)


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def faulty(look: Callable[[Path], object], paths: Iterable[Path]) -> dict[str, object]:
    """Return what a rule finds in each path where it finds something."""
    found = {name_of(path): look(path) for path in paths}
    return {name: fault for name, fault in found.items() if fault}


@cache
def shape_of(path: Path) -> Shape:
    """Return what a file declares, read once for all rules."""
    tree = tree_of(path)
    functions, classes, relative = [], [], []
    for node in statements(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            functions.append((node.name, lines))
        elif isinstance(node, ast.ClassDef):
            kinds = ast.FunctionDef | ast.AsyncFunctionDef
            methods = sum(isinstance(each, kinds) for each in node.body)
            classes.append((node.name, methods))
        elif isinstance(node, ast.ImportFrom) and node.level:
            relative.append(node.lineno)
    shape = (tuple(functions), tuple(classes), tuple(relative))
    return Shape(ast.get_docstring(tree), *shape)


def statements(tree: ast.AST) -> Iterator[ast.stmt]:
    """Walk the statements of a tree, wherever they stand, without expressions."""
    for name in ("body", "orelse", "finalbody", "handlers", "cases"):
        inside = getattr(tree, name, ())
        for node in inside if isinstance(inside, list) else ():
            if isinstance(node, ast.stmt):
                yield node
            yield from statements(node)


def texts_of(path: Path) -> list[str]:
    """Return every string of a file but its docstrings, pieces of f-strings too."""
    tree = tree_of(path)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in said
    ]
