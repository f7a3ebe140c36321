"""The short way through a head: one line a field, as most teachers write it."""

import re
from typing import NamedTuple

Plain = str | list["Plain"] | dict[str, "Plain"]

_NO_YAML = ("\ufffe", "\uffff")
"""Signs that YAML refuses wherever they stand."""
_LONGEST = 3_000
"""Characters; what is longer may hold more than a head may."""
_WORD = r"[^\W_][\w.\'’-]*"
_QUOTED = r'"[^"\\\t]*"'
_ITEM = rf"(?:{_QUOTED}|{_WORD})"
_LINE = re.compile(
    rf"(?P<key>[a-z_]+):(?: (?:(?P<text>{_QUOTED}|{_WORD}(?: {_WORD})*)"
    rf"|\[(?P<list>(?:{_ITEM}(?:, {_ITEM})*)?)\]))?"
)
_ITEMS = re.compile(_ITEM)


class Fields(NamedTuple):
    """What a head says, untyped."""

    values: dict[str, Plain]
    lines: dict[str, int]
    """The line of the file, from 1, on which each field begins."""


def plain_fields(text: str) -> Fields | None:
    """Return the fields of a head, or None where only YAML can tell.

    A head of one-line texts and lists of words is read line by line; whatever is
    anything else, or may be wrong, is left to YAML, whose reader takes longer to load
    than a lesson to check.

    Args:
        text: what stands between the two rules, without unsafe characters.
    """
    if len(text) > _LONGEST or any(sign in text for sign in _NO_YAML):
        return None
    found = Fields({}, {})
    for number, line in enumerate(text.split("\n"), 2):
        match = _LINE.fullmatch(line.rstrip(" "))
        if match is None or match["key"] in found.values:
            return None
        found.values[match["key"]] = _value(match)
        found.lines[match["key"]] = number
    return found


def _value(match: re.Match[str]) -> Plain:
    """Return the value of a line; that of a field left empty is an empty text."""
    if match["list"] is not None:
        return [_bare(item) for item in _ITEMS.findall(match["list"])]
    return _bare(match["text"] or "")


def _bare(text: str) -> str:
    """Return a text without the quotes around it."""
    return text[1:-1] if text.startswith('"') else text
