"""A message as it was received: its words, its gaps, and what each gap costs."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from tutor.domain.prose import plain
from tutor.locale import no_break, say
from tutor.services.feedback import Feedback, PartNote
from tutor.tui.typeset import WIDEST, hang, styled, wrap

GAP = "┄"
RULE = Content.styled(" │ ", "$rule")
SIDE_BY_SIDE = 87
"""Cells from which the message stands beside what was received: a window of 100."""


def handed_lines(feedback: Feedback, width: int) -> list[Content]:
    """Return what was written, what was received of it, what did not arrive.

    Args:
        feedback: what is said of a relais, with the words of its message if known.
        width: cells a line.
    """
    if not feedback.typed:
        return _arrived(feedback, min(width, WIDEST))
    if width < SIDE_BY_SIDE:
        width = min(width, WIDEST)
        written = [*_written(feedback, width), Content("")]
        return [*written, *_arrived(feedback, width)]
    column = min((width - RULE.cell_length) // 2, WIDEST)
    return _beside(_written(feedback, column), _arrived(feedback, column), column)


def _written(feedback: Feedback, width: int) -> list[Content]:
    """Return the words of the message, line by line."""
    lines = [_title(say("play.relay.message"))]
    for line in feedback.typed.split("\n"):
        lines.extend(wrap(Content(no_break(line)), width))
    return lines


def _arrived(feedback: Feedback, width: int) -> list[Content]:
    """Return what was received with its gaps, then what each gap was and costs."""
    if not feedback.parts:
        return []
    lines = [_title(say("play.relay.received"))]
    for note in feedback.parts:
        lines.extend(_received(note, width))
    lost = [note for note in feedback.parts if not note.is_right]
    if lost:
        lines += [Content(""), _title(say("play.relay.lost"))]
    for note in lost:
        lines.extend(_lost(note, width))
    return lines


def _title(text: str) -> Content:
    """Return the title of a part."""
    return Content.styled(text, "bold")


def _received(note: PartNote, width: int) -> list[Content]:
    """Return a piece of information that arrived, or a gap as long as it."""
    if note.is_right:
        return hang(styled(note.text), width, Content.styled("✓ ", "$success"), "  ")
    length = max(1, min(len(plain(note.text)), width - 2))
    return [Content.styled(f"✗ {GAP * length}", "$error")]


def _lost(note: PartNote, width: int) -> list[Content]:
    """Return a piece of information that did not arrive, and what that costs."""
    text = styled(note.text, "bold")
    if note.is_indispensable:
        grave = f"  ← {say('play.tag.indispensable')}"
        text = text + Content.styled(grave, "$error")
    lines = hang(text, width, Content.styled("✗ ", "bold $error"), "  ")
    why = styled(note.feedback, "$quiet")
    return [*lines, *(hang(why, width, "  ", "  ") if note.feedback else [])]


def _beside(
    left: Sequence[Content], right: Sequence[Content], column: int
) -> list[Content]:
    """Return two columns as lines, a thin rule between them."""
    lines = []
    for one, other in zip_longest(left, right, fillvalue=Content("")):
        lines.append(one.pad_right(column - one.cell_length) + RULE + other)
    return lines
