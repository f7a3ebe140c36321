"""The questions interns ask: the answer unfolds where one stands."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import no_break
from tutor.services.asked import Told
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, hang
from tutor.tui.widgets.drawn import Drawn


class ToldList(Drawn, can_focus=True):
    """Shows questions and announces the lesson one wants."""

    BINDINGS = [
        binding("up"),
        binding("down"),
        binding("open-lesson"),
        binding("other-lesson", "shift(-1)", "left"),
        binding("other-lesson", "shift(1)", "right"),
    ]

    @dataclass
    class Opened(Message):
        """The person wants this lesson."""

        lesson: str

    def __init__(self, told: list[Told]) -> None:
        super().__init__()
        self._told = told
        self._cursor = 0
        self._lesson = 0
        self._rows: list[tuple[int, int | None]] = []
        """For each line, the question it belongs to, and the lesson it names."""

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each question; under the one at hand, its answer and lessons."""
        width = min(width, WIDEST)
        lines: list[Content] = []
        self._rows = []
        for number, told in enumerate(self._told):
            here = number == self._cursor
            mark = Content.styled("▌ " if here else "  ", "$primary")
            style = "bold" if here else ""
            block = hang(
                Content.styled(no_break(told.question), style), width, mark, mark
            )
            rows: list[int | None] = [None] * len(block)
            if here:
                answer = hang(
                    Content(no_break(told.answer)), width, mark + "  ", mark + "  "
                )
                block += [mark, *answer, mark]
                rows += [None] * (len(answer) + 2)
                block += [mark + line for line in self._lessons(told)]
                rows += [*range(len(told.lessons))]
            lines += [*block, Content("")]
            self._rows += [(number, row) for row in [*rows, None]]
        return lines

    def _lessons(self, told: Told) -> list[Content]:
        """Draw the lessons of the question at hand, the one Enter opens marked."""
        return [
            Content.styled(f"  ⏎ {title}", "bold $primary")
            if place == self._lesson
            else Content.styled(f"    {title}", "$quiet")
            for place, (_, title) in enumerate(told.lessons)
        ]

    def action_up(self) -> None:
        """Move to the question before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the question after."""
        self._move(1)

    def action_shift(self, by: int) -> None:
        """Choose another lesson of the question at hand."""
        lessons = self._told[self._cursor].lessons if self._told else ()
        if lessons:
            self._lesson = (self._lesson + by) % len(lessons)
            self.redraw()

    def action_open(self) -> None:
        """Announce the lesson chosen."""
        lessons = self._told[self._cursor].lessons if self._told else ()
        if lessons:
            self.post_message(self.Opened(lessons[self._lesson][0]))

    @on(events.Click)
    def _choose_under_mouse(self, event: events.Click) -> None:
        """Unfold the question under the mouse, or open the lesson there."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= len(self._rows):
            return
        number, lesson = self._rows[offset.y]
        if lesson is not None:
            self._lesson = lesson
            self.action_open()
        self._move(number - self._cursor)

    def _move(self, by: int) -> None:
        """Move and keep the answer in view."""
        if by and self._told:
            self._cursor, self._lesson = (self._cursor + by) % len(self._told), 0
            self.redraw()
            self.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll so that the question at hand and its answer are seen."""
        mine = [n for n, (number, _) in enumerate(self._rows) if number == self._cursor]
        if mine:
            self.reveal(mine[0], len(mine))
