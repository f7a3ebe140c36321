"""Read from the source which messages are said, and with which values."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import tutor
from tests.locale.catalogues import written
from tutor.locale.catalogue import PAGES

ROOT = Path(tutor.__file__).parent
CATALOGUE = written("fr")
"""Every message by its whole id."""

_ID = re.compile(
    rf"({'|'.join((*PAGES, 'notices', 'answers'))})\.[a-z*][\w*.-]*"
    r"(?<!\.json)(?<!\.tcss)(?<!\.toml)(?<!\.md)"
)
_SAYERS = {"say", "count", "advise", "_labelled", "Notice"}
Scope = ast.FunctionDef | ast.Module


class Said(NamedTuple):
    """A place in the source where a message is named."""

    where: str
    who: str
    """The function called."""
    ids: tuple[str, ...]
    """What may be said; `*` stands for what only a run knows."""
    values: frozenset[str] | None
    """The names of the values given, or None where they cannot be seen."""


def fields(text: str) -> set[str]:
    """Return the names of the values a message needs."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def ids_named() -> dict[str, str]:
    """Return every text of the source that reads like a message id, and where."""
    found: dict[str, str] = {}
    for path, node, _ in _nodes():
        if isinstance(node, ast.Constant | ast.JoinedStr):
            where = f"{path}:{node.lineno}"
            found |= {each: where for each in _texts(node) if _ID.fullmatch(each)}
    return found


def words_written() -> dict[str, str]:
    """Return every text of the source that is no docstring, and where it stands."""
    found = {}
    for path, node, _ in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found[node.value] = f"{path}:{node.lineno}"
    return found


def sayings() -> list[Said]:
    """Return every call that names a message."""
    found = []
    for path, node, scope in _nodes():
        if isinstance(node, ast.Call) and node.args:
            who = name_of_call(node.func)
            ids = tuple(t for t in _texts(node.args[0], scope) if _ID.fullmatch(t))
            if ids and (who in _SAYERS or who.endswith("Error")):
                where = f"{path}:{node.lineno}"
                found.append(Said(where, who, ids, _values(node, scope)))
    return found


def findings() -> list[Said]:
    """Return every place where `tutor check` notes a problem."""
    found = []
    for path, node, scope in _nodes():
        if (
            isinstance(node, ast.Call)
            and name_of_call(node.func) == "add"
            and node.args[1:]
        ):
            codes = _texts(node.args[0], scope)
            ids = tuple(f"check.{code}" for code in codes)
            where = f"{path}:{node.lineno}"
            found.append(Said(where, "add", ids, _values(node, scope)))
    return found


@cache
def _nodes() -> list[tuple[str, ast.AST, Scope]]:
    """Return every node of the package, with its function."""
    found: list[tuple[str, ast.AST, Scope]] = []
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(ROOT.parent))
        found += [(name, node, scope) for node, scope in _walk(tree, tree)]
    return found


def _walk(node: ast.AST, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
    """Yield a node and what is below it, docstrings and pieces of text left out."""
    yield node, scope
    inner = node if isinstance(node, ast.FunctionDef) else scope
    for child in ast.iter_child_nodes(node):
        is_docstring = isinstance(child, ast.Expr) and isinstance(
            child.value, ast.Constant
        )
        is_piece = isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)
        if not (is_docstring or is_piece):
            yield from _walk(child, inner)


def name_of_call(function: ast.expr) -> str:
    """Return the last name of what is called."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr, scope: Scope | None = None) -> list[str]:
    """Return the texts an expression may give, `*` for what is not written."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp():
            return [*_texts(node.body, scope), *_texts(node.orelse, scope)]
        case ast.FormattedValue():
            return _texts(node.value) or ["*"]
        case ast.JoinedStr():
            pieces = [_texts(piece, scope) for piece in node.values]
            return ["".join(each) for each in product(*pieces)]
        case ast.Name() if scope is not None:
            found = _assigned(node.id, scope)
            return [text for value in found for text in _texts(value)]
    return []


def _assigned(name: str, scope: Scope) -> list[ast.expr]:
    """Return what a function gives a name."""
    return _assignments(scope).get(name, [])


@cache
def _assignments(scope: Scope) -> dict[str, list[ast.expr]]:
    """Return what a function gives each name."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for each in node.targets:
                if isinstance(each, ast.Name):
                    found.setdefault(each.id, []).append(node.value)
    return found


def _values(call: ast.Call, scope: Scope) -> frozenset[str] | None:
    """Return the names of the values a call gives a message, where they are seen."""
    if name_of_call(call.func) == "Notice":
        return _keys(call.args[1], scope)
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    names = {keyword.arg for keyword in call.keywords if keyword.arg}
    names |= {"count": {"n"}, "_labelled": {"text"}}.get(name_of_call(call.func), set())
    return frozenset(names)


def _keys(node: ast.expr, scope: Scope) -> frozenset[str] | None:
    """Return the keys of a dictionary written out, there or under a name."""
    if isinstance(node, ast.Name):
        found = _assigned(node.id, scope)
        return _keys(found[0], scope) if found else None
    if not isinstance(node, ast.Dict):
        return None
    return frozenset(text for key in node.keys if key for text in _texts(key))
