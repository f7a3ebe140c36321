r"""The signs of GIFT, escaped and found.

`~ = # { } :` are signs unless a backslash stands before them; `\n` is a line break and
`\\` a backslash.
"""

import re

_ESCAPED = re.compile(r"[\\~=#{}:\n]")
_UNESCAPED = re.compile(r"\\([\\~=#{}:n])")
_STARTS = {"%": "&#37;", "[": "&#91;"}


def escaped(text: str) -> str:
    """Return a text in which no sign counts, on one line."""
    return _ESCAPED.sub(lambda sign: _code(sign.group()), text)


def escaped_html(html: str) -> str:
    """Return HTML in which no sign counts.

    Backslashes and what would be read as a weight or a format at the start are written
    as entities, on which all readers agree.
    """
    safe = html.replace("\\", "&#92;")
    if safe[:1] in _STARTS:
        safe = _STARTS[safe[0]] + safe[1:]
    return escaped(safe)


def unescaped(text: str) -> str:
    """Return a text with its escapes undone."""
    return _UNESCAPED.sub(lambda sign: _meant(sign.group(1)), text)


def places(text: str, signs: str) -> list[int]:
    """Return where some signs stand that no backslash escapes, in order."""
    pattern = re.compile(rf"\\.|[{re.escape(signs)}]", re.DOTALL)
    return [each.start() for each in pattern.finditer(text) if each[0][0] != "\\"]


def _code(sign: str) -> str:
    """Return the escape of a sign."""
    return "\\n" if sign == "\n" else f"\\{sign}"


def _meant(sign: str) -> str:
    """Return what an escape stands for."""
    return "\n" if sign == "n" else sign
