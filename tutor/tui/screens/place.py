"""One place of the course, to be read only: its text, its question, one's own notes."""

import asyncio
from collections.abc import Iterator
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tutor.assessment.ordering import shown_order
from tutor.domain.course import Callout, Passage
from tutor.domain.errors import TutorError
from tutor.domain.question import Question
from tutor.locale import no_break, numeric_date, say
from tutor.services.changes import latest_answers
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on_stored
from tutor.services.marks import Spot, marked_in, spots_of, toggle_mark
from tutor.services.messages import with_message
from tutor.services.notes import note_lines
from tutor.tui.keys import binding
from tutor.tui.notice import show_error
from tutor.tui.widgets.feedback_view import FeedbackView
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.text_line import TextLine
from tutor.tui.widgets.title_bar import TitleBar


class PlaceScreen(Screen[None]):
    """Shows a stop of the course; nothing can be answered here."""

    BINDINGS = [binding("mark"), binding("close-marks")]

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._spot: Spot | None = spots_of(desk.course).get(key)

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title, the place and the keys."""
        yield TitleBar()
        yield Static(id="notice", markup=False)
        with VerticalScroll(id="flow"):
            if self._spot is not None:
                yield from self._place(self._spot)
        yield KeyBar("page", "mark", "close-marks", "help")

    def on_mount(self) -> None:
        """Name the lesson."""
        if self._spot is not None:
            self.query_one(TitleBar).place = no_break(self._spot.unit.title)
        self.query_one("#flow").focus()

    def _place(self, spot: Spot) -> Iterator[Widget]:
        """Yield the text, the question with the last answer to it, the notes."""
        stop = spot.stop
        reading: tuple[Passage | Callout, ...] = tuple(
            part
            for part in stop.reading
            if isinstance(part, Passage) or not part.depends
        )
        if reading:
            yield Page(reading)
        if stop.task is not None:
            yield Page((Passage(blocks=stop.task.stem),))
        if stop.question is not None:
            yield from self._answer(stop.question)
        for line in note_lines(stop, self._desk.record, self._desk.clock):
            yield TextLine(line, classes="note")

    def _answer(self, question: Question) -> Iterator[Widget]:
        """Yield the last answer to a question and its correction, if there is one."""
        desk = self._desk
        answer = latest_answers(desk.record.answers).get(question.id)
        if answer is None:
            yield TextLine(say("reading.place.unanswered"))
            return
        day = numeric_date(desk.clock.local_day(answer.at))
        yield TextLine(say("reading.place.answered", date=day))
        order = shown_order(question, 0, shuffled=False)
        said = feedback_on_stored(question, answer, order, desk.course)
        yield FeedbackView(with_message(said, desk.record))

    async def action_mark(self) -> None:
        """Put a bookmark here, or take it away."""
        desk = self._desk
        if self._spot is None:
            return
        target = marked_in(desk.record, self._key, self._spot.unit.id)
        toggle = partial(toggle_mark, desk, target, self._key, desk.chance)
        try:
            is_there = await asyncio.to_thread(toggle)
        except TutorError as error:
            show_error(self, error)
        else:
            self.notify(say(f"reading.mark.{'put' if is_there else 'taken'}"))

    def action_close(self) -> None:
        """Go back to the list."""
        self.dismiss()
