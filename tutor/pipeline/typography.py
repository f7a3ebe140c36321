"""French typography in course files: spaces that must not break."""

import re

from tutor.pipeline.findings import Findings

_ORDINARY = re.compile(r"(?<=[^\s|:]) (?=[:;?!»](?:[\s*_)\]»]|$))|(?<=«) (?=\S)")
_CODE = re.compile(r"`[^`]*`|\{[^{}]*\}")


def check_typography(lines: list[str], first_line: int, findings: Findings) -> None:
    """Note the first ordinary space of each line that ought not to break.

    Args:
        lines: all lines of a file.
        first_line: the line, from 1, where the body begins.
        findings: where each line is noted once, as an info.
    """
    fenced = False
    for number, line in enumerate(lines[first_line - 1 :], first_line):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced or line.lstrip().startswith(":::"):
            continue
        if found := _ORDINARY.search(_without_code(line)):
            findings.add("espace-ordinaire", number, found.start() + 1)


def ordinary_spaces(line: str) -> list[int]:
    """Return where, from 0, a line has ordinary spaces that ought not to break."""
    return [found.start() for found in _ORDINARY.finditer(_without_code(line))]


def _without_code(line: str) -> str:
    """Return a line as long, with nothing to find in its code and its braces."""
    if "`" not in line and "{" not in line:
        return line
    return _CODE.sub(lambda found: "x" * len(found.group()), line)
