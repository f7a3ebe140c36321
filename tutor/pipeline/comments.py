"""Leave out HTML comments: notes between authors that no learner reads."""

import re

from tutor.pipeline.findings import Findings
from tutor.pipeline.segments import FENCE, closes

_CODE_OR_COMMENT = re.compile(
    r"(?<![`\\])(?P<run>`+)(?!`).*?(?<!`)(?P=run)(?!`)|(?<!\\)<!--"
)
_OPENING, _CLOSING = "<!--", "-->"


def without_comments(
    lines: list[str], first_line: int, findings: Findings
) -> list[str]:
    """Return the lines of a file without its comments, each line in its place.

    What stands in a fence or between accents graves is kept. A comment never closed
    hides nothing: its lines stay, and it is named.

    Args:
        lines: all lines of the file.
        first_line: the line, from 1, where the body begins.
        findings: where a comment that is never closed is noted.
    """
    if not any(_OPENING in line for line in lines):
        return lines
    kept = list(lines)
    fence, opened = "", 0
    for number, line in enumerate(lines[first_line - 1 :], first_line):
        if fence:
            fence = "" if closes(line, fence) else fence
        elif not opened and (mark := FENCE.match(line)):
            fence = mark.group(1)
        else:
            kept[number - 1], is_open = _read(line, is_open=opened > 0)
            if not is_open:
                opened = 0
            elif not opened or _CLOSING in line:
                opened = number
    if opened:
        findings.add("commentaire-non-ferme", opened)
        kept[opened - 1 :] = lines[opened - 1 :]
    return kept


def _read(line: str, *, is_open: bool) -> tuple[str, bool]:
    """Return what stands outside comments, and whether one is open at the end."""
    pieces: list[str] = []
    here = 0
    while True:
        if is_open:
            end = line.find(_CLOSING, here)
            if end < 0:
                return "".join(pieces).rstrip(), True
            here, is_open = end + len(_CLOSING), False
        start = _comment_in(line, here)
        if start < 0:
            said = "".join([*pieces, line[here:]])
            return said.rstrip() if here else said, False
        pieces.append(line[here:start])
        # From the second dash on, so that `<!-->` is a comment too.
        here, is_open = start + len("<!"), True


def _comment_in(line: str, start: int) -> int:
    """Return where the next comment outside code opens, or -1."""
    for found in _CODE_OR_COMMENT.finditer(line, start):
        if found.group("run") is None:
            return found.start()
    return -1
