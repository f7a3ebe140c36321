"""The key bars that the source names, screen by screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import tutor
from tutor.tui.keys import KEYS

FOLDER = Path(tutor.__file__).parent / "tui"
IDS = {each.id for each in KEYS}
LEAST = 2
"""A row of ids this long in the source is a bar, or a part of one."""


def bars() -> dict[str, tuple[str, ...]]:
    """Return each row of keys that a screen names together, by where it stands."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(FOLDER.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            ids = tuple(_ids(node))
            if len(ids) >= LEAST and all(each in IDS for each in ids):
                found[f"{path.name}:{getattr(node, 'lineno', 0)}"] = ids
    return found


def _ids(node: ast.AST) -> Iterator[str]:
    """Yield the texts of a call of `KeyBar`, or of a row given to it by name."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id == "KeyBar":
            yield from _texts(node.args)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
        yield from _texts(node.value.elts)
    elif isinstance(node, ast.Tuple):
        yield from _texts(node.elts)


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    """Yield written texts, those of starred rows too."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Starred(value=ast.Tuple(elts=elts)):
                yield from _texts(elts)
            case _:
                pass  # a name, whose row is found where it is written
