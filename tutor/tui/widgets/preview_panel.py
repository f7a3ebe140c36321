"""Beside the reader of a preview: the key, the slips and the items of a file."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from typing_extensions import override

from tutor.assessment.ordering import shown_order
from tutor.domain.problem import Problem
from tutor.locale import advise, no_break, say
from tutor.services.answer_key import KeyLine, key_of
from tutor.services.preview_pieces import Piece
from tutor.services.previewing import ItemCount, Preview
from tutor.tui.typeset import hang, styled, wrap
from tutor.tui.widgets.drawn import Drawn

Lines = Callable[[int], list[Content]]
STYLES = {"error": "$error", "warning": "$warning", "info": "$secondary"}
SIGNS = {"error": "✗", "warning": "!", "info": "·"}
DIM = "$quiet"


class PanelPart(Drawn):
    """One part of the panel: a title, and lines for the width there is."""

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title = title
        self._inside: Lines = lambda _: []

    def show(self, inside: Lines) -> None:
        """Show other lines.

        Args:
            inside: gives them for a width.
        """
        self._inside = inside
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the title and what stands under it."""
        return [Content.styled(self._title, "bold $primary"), *self._inside(width)]


class PreviewPanel(VerticalScroll, can_focus=True):
    """Shows what the author needs beside the text."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the three parts."""
        yield PanelPart(say("author.preview.key"), id="key")
        yield PanelPart(say("author.preview.problems"), id="problems")
        yield PanelPart(say("author.preview.items"), id="items")

    def show(self, preview: Preview) -> None:
        """Show the slips and the items of a reading.

        Args:
            preview: the reading.
        """
        self.show_problems(preview, None)
        part = self.query_one("#items", PanelPart)
        part.show(lambda width: item_lines(preview.items, width))

    def show_problems(self, preview: Preview, at: int | None) -> None:
        """Show the slips, one of them at hand.

        Args:
            preview: the reading.
            at: the place of the slip at hand in the list, if any.
        """
        part = self.query_one("#problems", PanelPart)
        name = preview.path.name
        part.show(lambda width: problem_lines(preview.problems, name, at, width))

    def show_key(self, piece: Piece | None) -> None:
        """Show the key of the question under view.

        Args:
            piece: that question, or None.
        """
        self.query_one("#key", PanelPart).show(lambda width: key_lines(piece, width))


def key_lines(piece: Piece | None, width: int) -> list[Content]:
    """Return the key of a question: what it is, then what makes an answer right.

    Args:
        piece: the question, or None.
        width: cells a line.
    """
    question = piece.question if piece else None
    if piece is None or question is None:
        return wrap(Content.styled(say("author.preview.key.none"), DIM), width)
    place = say("author.preview.key.line", line=piece.line)
    said = " · ".join([question.kind, question.id, place, *question.items])
    lines = wrap(Content.styled(said, DIM), width)
    shown = [
        line
        for line in key_of(question, shown_order(question, 0, shuffled=False))
        if line.is_right
    ]
    for line in shown:
        lines.extend(_key_line(line, width))
    return lines


def _key_line(line: KeyLine, width: int) -> list[Content]:
    """Return one right answer, and what weighs in it."""
    mark = Content.styled(f"✓ {line.label}".rstrip() + " ", "bold $success")
    indent = " " * mark.cell_length
    lines = hang(styled(line.text), width, mark, indent)
    for tag in line.tags:
        lines.extend(hang(Content.styled(no_break(tag), DIM), width, indent, indent))
    return lines


def item_lines(items: Sequence[ItemCount], width: int) -> list[Content]:
    """Return how many questions bear on each item.

    Args:
        items: in the order of the framework.
        width: cells a line.
    """
    if not items:
        return wrap(Content.styled(say("author.preview.items.none"), DIM), width)
    lines: list[Content] = []
    for item in items:
        first = Content.styled(f"{item.questions:>2} ", "bold")
        text = Content.styled(f"{item.code} ", "$primary") + Content(item.text)
        lines.extend(hang(text, width, first, "   "))
    return lines


def problem_lines(
    problems: Sequence[Problem], name: str, at: int | None, width: int
) -> list[Content]:
    """Return each slip: its line, its gravity, the cause, then the cure.

    Args:
        problems: as `tutor check` gives them.
        name: the name of the file; a slip of another file says which.
        at: the place of the one at hand, if any.
        width: cells a line.
    """
    if not problems:
        return wrap(Content.styled(say("author.preview.clean"), DIM), width)
    lines: list[Content] = []
    for number, problem in enumerate(problems):
        style, word = STYLES[problem.severity], f"check.severity.{problem.severity}"
        place = say("author.preview.key.line", line=problem.line)
        if (other := PurePath(problem.path).name) != name:
            place = f"{other}, {place}"
        cursor = "▸" if number == at else SIGNS[problem.severity]
        head = Content.styled(f"{place} · {say(word)}", f"bold {style}")
        lines.extend(hang(head, width, Content.styled(f"{cursor} ", style), "  "))
        message = f"check.{problem.code}"
        said = Content(say(message, **problem.values))
        lines.extend(hang(said, width, "  ", "  "))
        cure = Content.styled(advise(message, **problem.values), DIM)
        lines.extend(hang(cure, width, "  ", "  "))
    return lines
