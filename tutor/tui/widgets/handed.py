"""A message as it was received: its words, its gaps, and what each gap costs."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from tutor.domain.prose import plain
from tutor.locale import no_break, say
from tutor.services.feedback import Feedback, PartNote
from tutor.tui.typeset import hang, styled, wrap

GAP = "┄"
_GUTTER = 3
_SIDE_BY_SIDE = 60
"""Cells from which the message stands beside what was received."""


def handed_lines(feedback: Feedback, width: int) -> list[Content]:
    """Return what was written and received, then what did not arrive and its cost.

    Args:
        feedback: what is said of a relais; its words are only known just after.
        width: cells a line.
    """
    beside = bool(feedback.typed) and width >= _SIDE_BY_SIDE
    column = (width - _GUTTER) // 2 if beside else width
    received = [_title(say("play.relay.received"))]
    for note in feedback.parts:
        received.extend(_received(note, column))
    lines = received
    if feedback.typed:
        written = [_title(say("play.relay.message")), *_words(feedback.typed, column)]
        lines = _beside(written, received, column) if beside else [*written, *received]
    lost = [note for note in feedback.parts if not note.is_right]
    if lost:
        lines += [Content(""), _title(say("play.relay.lost"))]
    for note in lost:
        lines.extend(_lost(note, width))
    return lines


def _title(text: str) -> Content:
    """Return the title of a part."""
    return Content.styled(text, "bold")


def _words(text: str, width: int) -> list[Content]:
    """Return the words of a message, line by line."""
    said = [wrap(Content(no_break(line)), width) for line in text.split("\n")]
    return [line for lines in said for line in lines]


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
    why = styled(note.feedback, "$foreground 75%")
    return [*lines, *(hang(why, width, "  ", "  ") if note.feedback else [])]


def _beside(
    left: Sequence[Content], right: Sequence[Content], column: int
) -> list[Content]:
    """Return two columns as lines."""
    lines = []
    for one, other in zip_longest(left, right, fillvalue=Content("")):
        lines.append(one.pad_right(column + _GUTTER - one.cell_length) + other)
    return lines
