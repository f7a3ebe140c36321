"""Cut a file into running text and `:::` blocks, line by line.

Blocks never nest, so a scan can name the line of the block that was never closed.
"""

import re
from typing import NamedTuple

from tutor.pipeline.findings import Findings

FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_COLONS = re.compile(r"^ {0,3}:{3,}(.*)$")
_OPENING = re.compile(r"^(?P<kind>[\w-]+)\s*(?P<braces>\{.*\})?$")
_BULLET = re.compile(r"^\s*(?:[•·◦▪☐☑☒]|[–—]\s*[\[☐☑☒])")
_DASH = re.compile(r"^\s*[–—]\s")
_TASK = re.compile(r"^\s*[-*+] \[")
_GLUED = re.compile(r"^\s*[-*+] \[[ xX]\](?=[^\s(\[])")
_EMPTY_BOX = re.compile(r"^\s*[-*+] \[\](?=\s|$)")
_LONE_BOX = re.compile(r"^\s*[-*+]?\[[ xX]?\](?=\s|$)")


class Segment(NamedTuple):
    """A run of lines: text where `kind` is empty, else the inside of a block."""

    kind: str
    braces: str
    line: int
    """Where the block opens, or where the text begins, from 1."""
    body_line: int
    lines: list[str]


def segments(lines: list[str], first_line: int, findings: Findings) -> list[Segment]:
    """Return the segments of a file's body, in order.

    Args:
        lines: all lines of the file.
        first_line: the line, from 1, where the body begins.
        findings: where slips are noted; a block never closed ends where the next
            one opens.
    """
    cutter = _Cutter(first_line, findings)
    fence, fenced_from = "", 0
    for number, line in enumerate(lines[first_line - 1 :], first_line):
        mark = FENCE.match(line)
        if fence:
            cutter.keep(line)
            fence = "" if closes(line, fence) else fence
        elif mark:
            cutter.keep(line)
            fence, fenced_from = mark.group(1), number
        elif found := _COLONS.match(line):
            cutter.take_colons(found.group(1).strip(), number)
        else:
            cutter.keep(line)
            cutter.name_slips(line, number)
    if fence:
        findings.add("code-non-ferme", fenced_from)
    return cutter.finish()


def closes(line: str, fence: str) -> bool:
    """Return whether a line ends a run of code."""
    mark = line.strip()
    deep = line.startswith("    ")
    return mark.startswith(fence) and not mark.strip(fence[0]) and not deep


class _Cutter:
    """The scan itself: at most one block is open at a time."""

    def __init__(self, line: int, findings: Findings) -> None:
        self._findings = findings
        self._done: list[Segment] = []
        self._now = Segment("", "", line, line, [])
        self._has_tasks = False

    def keep(self, line: str) -> None:
        """Add a line to what is open."""
        self._now.lines.append(line)

    def name_slips(self, line: str, number: int) -> None:
        """Name what word processors do to task lists, in a block.

        A dash before the first box opens a line of dialogue.
        """
        if not self._now.kind:
            return
        if found := _BULLET.match(line) or (self._has_tasks and _DASH.match(line)):
            self._findings.add("puce-typographique", number, found.end())
        elif found := _GLUED.match(line):
            self._findings.add("espace-apres-la-case", number, found.end())
        elif found := _EMPTY_BOX.match(line):
            self._findings.add("case-vide", number, found.end())
        elif found := _LONE_BOX.match(line):
            self._findings.add("case-sans-tiret", number, found.end())
        self._has_tasks = self._has_tasks or bool(_TASK.match(line))

    def take_colons(self, text: str, number: int) -> None:
        """Open a block, or close the one that is open."""
        if text:
            self._open(text, number)
        else:
            self._close(number)

    def finish(self) -> list[Segment]:
        """Return all segments once the file has ended."""
        if self._now.kind:
            self._never_closed()
        self._push()
        return self._done

    def _open(self, text: str, number: int) -> None:
        """Begin a block, closing by force one that was left open."""
        found = _OPENING.match(text)
        if self._now.kind:
            self._never_closed()
        self._push()
        self._has_tasks = False
        if found is None:
            myst = text.startswith("{")
            code = "ecriture-myst" if myst else "ouverture-illisible"
            self._findings.add(code, number, text=text[:40])
            self._now = Segment("?", "", number, number + 1, [])
            return
        braces = found.group("braces") or ""
        self._now = Segment(found.group("kind"), braces, number, number + 1, [])

    def _close(self, number: int) -> None:
        """End the open block."""
        if not self._now.kind:
            self._findings.add("fermeture-orpheline", number)
            return
        self._push()
        self._now = Segment("", "", number + 1, number + 1, [])

    def _push(self) -> None:
        """Keep the segment if it says anything."""
        if self._now.kind or any(line.strip() for line in self._now.lines):
            self._done.append(self._now)

    def _never_closed(self) -> None:
        """Name the block that nobody closed."""
        kind = self._now.kind
        self._findings.add("bloc-non-ferme", self._now.line, kind=kind)
