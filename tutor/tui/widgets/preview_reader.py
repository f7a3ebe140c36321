"""A whole course file as the intern meets it, nothing answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from typing_extensions import override

from tutor.assessment.ordering import shown_order
from tutor.domain.course import Directory, Reflection, SelfRating
from tutor.domain.problem import Problem
from tutor.domain.question import Concordance, Question
from tutor.locale import advise, say
from tutor.services.preview_pieces import Piece
from tutor.tui.typeset import WIDEST, hang
from tutor.tui.widgets.directory_card import DirectoryCard
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.question_card import QuestionCard
from tutor.tui.widgets.rating_card import RatingCard
from tutor.tui.widgets.reflection_card import ReflectionCard
from tutor.tui.widgets.text_line import TextLine


class SlipNote(Drawn):
    """Says in place which slip costs what stood there."""

    def __init__(self, slip: Problem) -> None:
        super().__init__()
        self._slip = slip

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the line and the cause, then the cure."""
        slip, width = self._slip, min(width, WIDEST)
        name = f"check.{slip.code}"
        cause = say(
            "author.preview.slip", line=slip.line, message=say(name, **slip.values)
        )
        mark = Content.styled("✗ ", "bold $error")
        said = hang(Content.styled(cause, "$error"), width, mark, "  ")
        cure = Content(advise(name, **slip.values))
        return [*said, *hang(cure, width, "  ", "  ")]


@dataclass(frozen=True)
class _Anchor:
    """What was at the top of the view."""

    key: str
    line: int
    below: int
    """How many lines of it were above the view."""
    question: str
    """The question under view; empty where there was none."""


class PreviewReader(VerticalScroll, can_focus=True):
    """Shows pieces, keeps the place from one reading to the next."""

    @dataclass
    class Arrived(Message):
        """Another question is under view, or none."""

        piece: Piece | None

    def __init__(self) -> None:
        super().__init__(id="flow")
        self._shown: list[tuple[Piece, Widget]] = []
        self._under: Piece | None = None
        self._chosen: tuple[str, float] | None = None
        """The piece one went to by key, and where the view was then."""

    async def show(self, pieces: Sequence[Piece]) -> None:
        """Show pieces, drawing anew only what has changed.

        Args:
            pieces: the whole file.
        """
        anchor = self._anchor()
        kept = self._kept(pieces)
        gone = [widget for piece, widget in self._shown if piece.key not in kept]
        with self.app.batch_update():
            await self.remove_children(gone)
            shown: list[tuple[Piece, Widget]] = []
            fresh: list[Widget] = []
            for piece in pieces:
                widget = kept.get(piece.key)
                if widget is None:
                    widget = view_of(piece)
                    fresh.append(widget)
                elif fresh:
                    await self.mount_all(fresh, before=widget)
                    fresh = []
                shown.append((piece, widget))
            await self.mount_all(fresh)
            self._shown = shown
        self.call_after_refresh(self._return_to, anchor)

    def go(self, by: int) -> None:
        """Go to a question further on, or back; the ends stop it.

        Args:
            by: how many questions.
        """
        asked = [piece.key for piece, _ in self._shown if piece.question is not None]
        if not asked:
            return
        under = self._under.key if self._under else ""
        here = under if self._chosen is None else self._chosen[0]
        place = asked.index(here) + by if here in asked else 0
        self._go_to(asked[min(max(place, 0), len(asked) - 1)])

    def go_to_line(self, line: int) -> None:
        """Go to what stands at a line of the file.

        Args:
            line: from 1.
        """
        before = [piece for piece, _ in self._shown if piece.line <= line]
        first = [piece for piece, _ in self._shown[:1]]
        for piece in before[-1:] or first:
            self._go_to(piece.key)

    @override
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say which question is under view."""
        super().watch_scroll_y(old_value, new_value)
        self.call_after_refresh(self._look)

    @on(events.Resize)
    def _look_again(self) -> None:
        """Say which question is under view, now that lines are broken elsewhere."""
        self.call_after_refresh(self._look)

    def _kept(self, pieces: Sequence[Piece]) -> dict[str, Widget]:
        """Return the widgets that still show what they should, in the same order."""
        places = {piece.key: n for n, (piece, _) in enumerate(self._shown)}
        kept: dict[str, Widget] = {}
        last = -1
        for piece in pieces:
            place = places.get(piece.key, -1)
            if place > last and self._shown[place][0].looks == piece.looks:
                kept[piece.key] = self._shown[place][1]
                last = place
        return kept

    def _go_to(self, key: str) -> None:
        """Bring a piece to the top of the view, or as near as there is room."""
        for piece, widget in self._shown:
            if piece.key == key:
                place = min(widget.virtual_region.y, self.max_scroll_y)
                self._chosen = (key, place)
                self.scroll_to(y=place, animate=False)
                self.call_after_refresh(self._look)

    def _anchor(self) -> _Anchor | None:
        """Return what is at the top of the view."""
        top = self.scroll_offset.y
        for piece, widget in self._shown:
            region = widget.virtual_region
            if region.bottom > top:
                question = self._under.key if self._under else ""
                return _Anchor(piece.key, piece.line, top - region.y, question)
        return None

    def _return_to(self, anchor: _Anchor | None) -> None:
        """Put back at the top of the view what was there, or what took its line."""
        if anchor is not None and self._shown:
            same = [each for each in self._shown if each[0].key == anchor.key]
            near = [each for each in self._shown if each[0].line <= anchor.line]
            _, widget = (same or near[-1:] or self._shown[:1])[0]
            region = widget.virtual_region
            below = min(anchor.below, max(0, region.height - 1))
            place = min(region.y + below, self.max_scroll_y)
            self._chosen = (anchor.question, place)
            self.scroll_to(y=place, animate=False)
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Announce the question under view, where it is another or has changed."""
        if not self.size.height:
            return  # the panel hides the text
        found = self._question_under_view()
        for piece, widget in self._shown:
            widget.set_class(piece is found, "-current")
        if found is not self._under:
            self._under = found
            self.post_message(self.Arrived(found))

    def _question_under_view(self) -> Piece | None:
        """Return the question one is at.

        The line one reads goes from the top of the view at the start of the file to
        its bottom at the end, so that scrolling passes by every question.
        """
        top, height = self.scroll_offset.y, self.size.height
        seen = [
            (piece, widget.virtual_region)
            for piece, widget in self._shown
            if widget.virtual_region.bottom > top
            and widget.virtual_region.y < top + height
        ]
        if self._chosen is not None and self._chosen[1] != top:
            self._chosen = None
        asked = [each for each in seen if each[0].question is not None]
        if self._chosen is not None:
            chosen = [piece for piece, _ in asked if piece.key == self._chosen[0]]
            if chosen:
                return chosen[0]
        share = top / self.max_scroll_y if self.max_scroll_y else 0
        line = top + height * share
        for piece, region in asked:
            if region.bottom > line:
                return piece
        return asked[-1][0] if asked else None


def view_of(piece: Piece) -> Widget:
    """Return the widget that shows a piece; it takes no answer.

    Args:
        piece: any piece.
    """
    shown = _bare_view(piece)
    note = say("author.preview.old") if piece.is_stale else piece.note
    if note:
        line = TextLine(note, classes="note")
        shown = Vertical(line, *([shown] if shown else []), classes="noted")
    view = shown or Page(())
    view.set_class(piece.is_stale, "-stale")
    view.disabled = True
    return view


def _bare_view(piece: Piece) -> Widget | None:
    """Return the widget of the lesson screen that shows a piece, if any."""
    match piece.task:
        case None if piece.slip is not None:
            return SlipNote(piece.slip)
        case None:
            return Page(piece.reading) if piece.reading else None
        case SelfRating():
            return RatingCard(piece.task)
        case Directory():
            return DirectoryCard(piece.task, {})
        case Reflection():
            return ReflectionCard(piece.task)
        case Concordance() if not piece.task.scored:
            return ReflectionCard(piece.task)
        case _:
            return _card_of(piece.task, piece.head)


def _card_of(question: Question, head: str) -> QuestionCard:
    """Return the card of a question, in source order where that is no key."""
    order = shown_order(question, 0, shuffled=False)
    return QuestionCard((), question, head, order, asks=True)
