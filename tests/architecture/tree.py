"""The Python files of the project, as the tests of this folder look at them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("tutor", "tests", "bench")


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


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


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
