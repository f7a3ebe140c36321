"""The short way through the TOML that reference files are written in."""

import re
from datetime import date
from typing import Any

Table = dict[str, Any]

_KEY = "[A-Za-z0-9_-]+"
_PLAIN = r'"[^"\\]*"'
_PAIR = f"{_KEY} = {_PLAIN}"
_INLINE = rf"\{{ {_PAIR}(?:, {_PAIR})* \}}"
_LINE = re.compile(
    rf"""[ ]*(?:\[(?P<table>{_KEY})\]|\[\[(?P<row>[A-Za-z0-9_.-]+)\]\]"""
    rf"""|(?P<key>{_KEY}) *= *(?:"(?P<text>[^"\\]*)"|(?P<day>\d{{4}}-\d\d-\d\d)"""
    rf"""|\[(?P<texts>(?:{_PLAIN}(?:, *{_PLAIN})*)?)\]"""
    rf"""|\[(?P<inline>{_INLINE}(?:, {_INLINE})*)\])|\#.*)? *""",
    re.ASCII,
)
_TEXT = re.compile(r'"([^"]*)"')
_TABLES = re.compile(_INLINE)
_PAIRS = re.compile(f'({_KEY}) = "([^"]*)"')
_LONG_LIST = re.compile(
    r'^([a-z_]+ = \[)\n((?: *"[^"\\\n]*",\n)* *"[^"\\\n]*"),?\n\]$', re.MULTILINE
)


class _NotPlain(Exception):  # noqa: N818 - no error: tomllib tells
    """Something only tomllib can read or refuse."""


def plain_tables(text: str) -> Table | None:
    """Return the tables of a TOML file, or None where only tomllib can tell.

    Tables of one-line texts, dates and lists of texts are taken line by line, five
    times as fast as by tomllib, which reads character by character; all else, and
    whatever is wrong, is left to it.

    Args:
        text: the source without control characters, lines ended by line feeds.
    """
    root: Table = {}
    table = root
    try:
        for line in _LONG_LIST.sub(_in_one_line, text).split("\n"):
            found = _LINE.fullmatch(line)
            if found is None:
                return None
            if key := found["key"]:
                _put(table, key, _value(found))
            elif name := found["table"]:
                table = _put(root, name, {})
            elif path := found["row"]:
                table = _row(root, path)
    except (_NotPlain, ValueError):  # or no such day
        return None
    return root


def _in_one_line(found: re.Match[str]) -> str:
    """Return a list of one text a line in one line."""
    lines = found[2].split("\n")
    return f"{found[1]}{' '.join(line.strip() for line in lines)}]"


def _put(table: Table, key: str, value: Any) -> Any:
    """Put a value in a table and return it.

    Raises:
        _NotPlain: there is one of that name.
    """
    if key in table:
        raise _NotPlain
    table[key] = value
    return value


class _Rows(list[Table]):
    """The tables of one name; a list that a key gives is none."""


def _row(root: Table, path: str) -> Table:
    """Add a table to those of one name and return it.

    Raises:
        _NotPlain: what the name begins with is no such table, or it has empty parts.
    """
    *parents, name = path.split(".")
    table = root
    for parent in parents:
        rows = table.get(parent)
        if not isinstance(rows, _Rows):
            raise _NotPlain
        table = rows[-1]
    rows = table.setdefault(name, _Rows())
    if not name or not isinstance(rows, _Rows):
        raise _NotPlain
    rows.append({})
    return rows[-1]


def _value(found: re.Match[str]) -> str | date | list[str] | list[Table]:
    """Return the value of a line.

    Raises:
        _NotPlain: a key is given twice.
        ValueError: it is a day that no month has.
    """
    if (text := found["text"]) is not None:
        return text
    if day := found["day"]:
        return date.fromisoformat(day)
    if inline := found["inline"]:
        pairs = [_PAIRS.findall(each) for each in _TABLES.findall(inline)]
        if any(len(dict(each)) < len(each) for each in pairs):
            raise _NotPlain
        return [dict(each) for each in pairs]
    return _TEXT.findall(found["texts"])
