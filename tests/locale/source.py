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


class Source(NamedTuple):
    """What the source says, file after file."""

    ids: dict[str, str]
    """Every text that reads like a message id, and where."""
    words: dict[str, str]
    """Every text that is no docstring, and where it stands."""
    sayings: list[Said]
    """Every call that names a message."""
    findings: list[Said]
    """Every place where `tutor check` notes a problem."""


@cache
def source() -> Source:
    """Return what the source of the tutor says; no tree of it is kept."""
    found = Source({}, {}, [], [])
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(ROOT.parent))
        for node, scope in _walk(tree, tree):
            if isinstance(node, ast.expr):
                _note(found, f"{name}:{node.lineno}", node, scope)
        _assignments.cache_clear()
    return found


def _note(found: Source, where: str, node: ast.expr, scope: Scope) -> None:
    """Add what one expression says."""
    match node:
        case ast.Constant(value=str(text)):
            found.words[text] = where
            if _ID.fullmatch(text):
                found.ids[text] = where
        case ast.JoinedStr():
            names = (each for each in _texts(node) if _ID.fullmatch(each))
            found.ids.update(dict.fromkeys(names, where))
        case ast.Call(args=[first, *others]):
            who = name_of_call(node.func)
            if who in _SAYERS or who.endswith("Error"):
                ids = tuple(t for t in _texts(first, scope) if _ID.fullmatch(t))
                if ids:
                    found.sayings.append(Said(where, who, ids, _values(node, scope)))
            elif who == "add" and others:
                ids = tuple(f"check.{code}" for code in _texts(first, scope))
                found.findings.append(Said(where, who, ids, _values(node, scope)))
        case _:
            pass


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
