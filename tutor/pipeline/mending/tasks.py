"""Repairs of task lists: boxes and bullets of word processors, feedback cut off."""

import re

from markdown_it.token import Token

from tutor.pipeline.cards import CALLOUTS, CARDS
from tutor.pipeline.findings import Findings
from tutor.pipeline.markdown import children, line_of, parse
from tutor.pipeline.mending.repairs import TASK, Repair, Spot
from tutor.pipeline.questions import OPTION_COUNTS
from tutor.pipeline.segments import Segment

_TICKED = {"☑": "x", "☒": "x", "☐": " ", "[]": " ", "x": "x", "X": "x"}
_BOXED = re.compile(
    r"^(?P<indent>\s*)(?:[•·◦▪–—]\s*)?"
    r"(?:(?P<sign>[☐☑☒])|\[(?P<mark>[ xX]?)\](?!\())\s*(?P<said>\S.*)$"
)
_BARE = re.compile(r"^(?P<indent>\s*)[•·◦▪–—]\s*(?P<said>\S.*)$")
_SIGNED = re.compile(
    r"^(?P<bullet>\s*[-*+]\s+)(?P<sign>[☐☑☒]|\[\](?![(\[:]))\s*(?P<said>\S.*)$"
)
_GLUED = re.compile(r"^(\s*[-*+] \[[ xX]\])(?=[^\s(\[])")
_EMPTY_BOX = re.compile(r"^(\s*[-*+] )\[\](?=\s|$)")
_LISTED = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")
_VALUE = re.compile(r"^\*\*[−+-]?[012]\*\*")
_MARKER = re.compile(r"^ {0,3}[-*+]\s+(?=\[[ xX]\]\s)")
_WITH_TASKS = frozenset({*OPTION_COUNTS, "qroc", "relais"})


def mend_bullet(spot: Spot) -> Repair | None:
    """Return a typographic bullet as a line of a task list, or of a plain list."""
    boxed = _BOXED.match(spot.text)
    if boxed and spot.kind in _WITH_TASKS:
        mark = _TICKED.get(boxed["sign"] or boxed["mark"] or "", " ")
        return spot.repair(f"{_indent(spot)}- [{mark}] {boxed['said']}")
    bare = _BARE.match(spot.text)
    if boxed or not bare:
        return None
    if spot.kind in (*CALLOUTS, *CARDS) or _is_reason(spot, bare["said"]):
        return spot.repair(f"{bare['indent']}- {bare['said']}")
    if spot.kind in OPTION_COUNTS and len(bare["indent"]) <= 1 and _is_option(spot):
        return spot.repair(f"{_indent(spot)}- [ ] {bare['said']}")
    return None


def _is_reason(spot: Spot, said: str) -> bool:
    """Return whether a bullet of a TCS gives the reason for a value."""
    return spot.kind == "tcs" and _VALUE.match(said) is not None


def _is_option(spot: Spot) -> bool:
    """Return whether a bullet without a box can only be an option.

    It is one below another option, or where no other list could hold the options;
    above them it may belong to the stem.
    """
    if any(TASK.match(each) or _is_boxed(each) for each in spot.above):
        return True
    lines = spot.segment.lines if spot.segment else []
    return not any(_LISTED.match(each) or _is_boxed(each) for each in lines)


def _is_boxed(line: str) -> bool:
    """Return whether a line is a typographic bullet with its box."""
    return _BOXED.match(line) is not None and not _LISTED.match(line)


def _indent(spot: Spot) -> str:
    """Return the indent of the options above."""
    first = next((each for each in spot.above if TASK.match(each)), "")
    return first[: len(first) - len(first.lstrip())]


def mend_sign(spot: Spot) -> Repair | None:
    """Return the options of a block with real boxes: not drawn ones, nor `[]` glued."""
    if spot.segment is None or spot.kind not in _WITH_TASKS:
        return None
    changes = {
        number: f"{found['bullet']}[{_TICKED[found['sign']]}] {found['said']}"
        for number, text in enumerate(spot.segment.lines, spot.segment.body_line)
        if (found := _SIGNED.match(text)) and spot.reading.is_plain(number)
    }
    return Repair(spot.code, spot.line, changes) if changes else None


def mend_glued(spot: Spot) -> Repair | None:
    """Return an option with a space after its box."""
    return spot.repair(_GLUED.sub(r"\1 ", spot.text))


def mend_empty_box(spot: Spot) -> Repair | None:
    """Return an option whose empty box has its space."""
    return spot.repair(_EMPTY_BOX.sub(r"\1[ ]", spot.text))


def mend_feedback(spot: Spot) -> Repair | None:
    """Return a quote below an option, indented so that it is its feedback.

    It is one where feedback is required, the option has none, and another option
    follows; after the last option it might be an explanation, unless all others
    have theirs.
    """
    if spot.segment is None or spot.kind not in OPTION_COUNTS:
        return None
    blocks = _blocks(spot.segment)
    at = next(
        (n for n, each in enumerate(blocks) if _is_quote_at(each, spot)), len(blocks)
    )
    if at == len(blocks) or at == 0:
        return None
    followed = [_items(each, blocks[n + 1 : n + 2]) for n, each in enumerate(blocks)]
    above = followed[at - 1]
    more = [fed for items in followed[at:] for fed in items]
    others = [fed for items in followed[:at] for fed in items][:-1]
    if not above or _has_feedback(blocks[at - 1]):
        return None
    if not more and not all(others):
        return None
    return _indented(spot, blocks[at - 1], blocks[at])


def _blocks(segment: Segment) -> list[list[Token]]:
    """Return the top blocks of what stands in a `:::` block."""
    return children(parse(segment.lines, segment.body_line, Findings("")))


def _is_quote_at(block: list[Token], spot: Spot) -> bool:
    """Return whether a block is the quote that was named."""
    first = spot.segment.body_line if spot.segment else 1
    return block[0].type == "blockquote_open" and line_of(block, first) == spot.line


def _items(block: list[Token], after: list[list[Token]]) -> list[bool]:
    """Return for each option of a list whether it has feedback, or a quote follows."""
    if block[0].type != "bullet_list_open":
        return []
    fed = [
        any(part[0].type == "blockquote_open" for part in children(item[1:-1]))
        for item in children(block[1:-1])
    ]
    if after and after[0][0].type == "blockquote_open":
        fed[-1] = True
    return fed


def _has_feedback(block: list[Token]) -> bool:
    """Return whether the last option of a list has feedback, or anything but a line."""
    last = children(block[1:-1])[-1]
    return len(children(last[1:-1])) != 1


def _indented(spot: Spot, above: list[Token], quote: list[Token]) -> Repair | None:
    """Return a quote as far to the right as the text of the option above."""
    first = spot.segment.body_line if spot.segment else 1
    option = line_of(children(above[1:-1])[-1], first)
    marker = _MARKER.match(spot.reading.lines[option - 1])
    if marker is None or not spot.text.startswith(">") or quote[0].map is None:
        return None
    indent = " " * len(marker.group())
    numbers = range(first + quote[0].map[0], first + quote[0].map[1])
    lines = {number: spot.reading.lines[number - 1] for number in numbers}
    if not all(spot.reading.is_plain(number) for number in numbers):
        return None
    changes = {number: indent + text for number, text in lines.items() if text.strip()}
    return Repair(spot.code, spot.line, changes)
