"""The column of a run: what was read and answered, then what is asked now."""

from textual.widget import Widget
from typing_extensions import override

from tutor.domain.answer import AnswerGiven
from tutor.domain.course import Directory, Reflection, SelfRating
from tutor.domain.question import Concordance
from tutor.locale import say
from tutor.services.desk import Desk
from tutor.services.notes import note_lines
from tutor.services.recap import can_recap
from tutor.services.redo import done_before
from tutor.services.returning import skipped
from tutor.services.run import Run, past_of
from tutor.services.stops import Stop
from tutor.services.summary import summary_of
from tutor.services.trace_facts import asked_in_a_line
from tutor.tui.widgets.directory_card import DirectoryCard
from tutor.tui.widgets.end_card import EndCard
from tutor.tui.widgets.long_column import LongColumn
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.question_card import QuestionCard
from tutor.tui.widgets.rating_card import RatingCard
from tutor.tui.widgets.reflection_card import ReflectionCard
from tutor.tui.widgets.return_card import ReturnCard
from tutor.tui.widgets.run_pieces import (
    folded_title,
    past_widgets,
    question_card,
    reading_widgets,
)
from tutor.tui.widgets.text_line import TextLine
from tutor.tui.widgets.words_card import WordsCard

TAKES_ANSWERS = (
    "ChoiceList, ConcordanceGrid, MatchingGrid, OrderList, Input, TextArea, "
    "CertaintyBar, OwnMark"
)

MOST_WAITS = 5
"""How many times the screen is drawn before what was unfolded must have a place."""


class RunColumn(LongColumn, can_focus=True):
    """Shows the stops of a run, past and present, and finds them again."""

    def __init__(self, run: Run, desk: Desk, *, read_only: bool) -> None:
        super().__init__(id="flow")
        self._run = run
        self._desk = desk
        self._read_only = read_only
        self.shown: Stop = run.stop
        """The stop on the screen; after an answer the run is one ahead."""
        self.card: Widget | None = None
        """What that stop shows."""
        self._places: dict[str, list[Widget]] = {}
        """What each stop shows, by its key."""
        self._is_ending = False
        """Whether the questions passed are left as they are."""

    async def on_mount(self) -> None:
        """Show what is past, folded, then the present stop."""
        for stop in past_of(self._run):
            self._places[stop.key] = past_widgets(self._run, self._desk, stop)
        self.mount_all([each for found in self._places.values() for each in found])
        await self.go_on()

    async def go_on(self) -> None:
        """Fold what was shown, show the present stop below it and bring it into view.

        All of it is there before anything is drawn: each drawing more is a wait.
        """
        with self.app.batch_update():
            await self._fold_shown()
            self.shown = self._run.stop
            top = self._top_of(self.shown)
            kept = await self._kept_of(self.shown)
            await self.mount_all(top)
        self._places[self.shown.key] = [*kept, *top]
        self.call_after_refresh(self._bring_up, top[0])
        self._run.show()

    @property
    def offers_back(self) -> bool:
        """Whether the questions passed are offered again."""
        return isinstance(self.card, ReturnCard)

    async def end(self) -> None:
        """Show the sum, leaving the questions passed as they are."""
        self._is_ending = True
        await self.go_on()

    def bring(self, key: str, heading: int) -> None:
        """Bring a place into view, unfolded.

        Args:
            key: a stop that is shown.
            heading: which of the headings of its text, from 0.
        """
        widgets = self._places.get(key, [])
        is_inside = not any(isinstance(each, Page) for each in widgets)
        for card in widgets:
            if isinstance(card, QuestionCard) and card.is_folded and is_inside:
                card.toggle()
        self.focus(scroll_visible=False)
        self.call_after_refresh(self._bring_heading, widgets, heading, MOST_WAITS)

    def _bring_heading(self, widgets: list[Widget], heading: int, waits: int) -> None:
        """Put a heading at the top of the view, once it has a place there."""
        pages = (
            p for each in widgets for p in each.walk_children(Page, with_self=True)
        )
        page = next(pages, None)
        first = page or next(iter(widgets), None)
        if first is not None and not first.region and waits:
            again = (widgets, heading, waits - 1)
            self.call_after_refresh(self._bring_heading, *again)
            return
        if first is not None:
            line = page.line_of_heading(heading) if page is not None else 0
            top = self.content_region.y
            inside = first.content_region.y - top + self.scroll_offset.y
            self.scroll_to(y=inside + line, animate=False, immediate=True)
        self.call_after_refresh(self.hand_over)

    async def _kept_of(self, stop: Stop) -> list[Widget]:
        """Return what is still shown of a stop that comes again; take the rest away."""
        earlier = self._places.get(stop.key, [])
        for card in earlier:
            if isinstance(card, QuestionCard | ReturnCard):
                await card.remove()
        return [e for e in earlier if not isinstance(e, QuestionCard | ReturnCard)]

    def read_on(self) -> bool:
        """Scroll on where the shown stop has more below; return whether it had.

        Once its end is in view, what takes the answer gets the keys.
        """
        if self.scroll_offset.y >= self.max_scroll_y:
            self.hand_over()
            return False
        self.scroll_page_down(animate=False)
        return True

    @override
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Give the keys to the answer once it is in view."""
        super().watch_scroll_y(old_value, new_value)
        self.call_after_refresh(self.hand_over)

    def hand_over(self) -> None:
        """Give the keys to what takes the answer, if it is in view."""
        if self.card is None or not self.is_attached:
            return
        if self.screen.focused not in {None, self}:
            return
        is_offer = isinstance(self.card, ReturnCard)
        for widget in [self.card] if is_offer else self.card.query(TAKES_ANSWERS):
            is_seen = 0 < _bottom_of(widget, self) <= self.size.height
            if is_seen and not widget.disabled and widget.size.height:
                widget.focus(scroll_visible=False)
                return

    async def _fold_shown(self) -> None:
        """Fold the card shown till now to one line."""
        stop, card = self.shown, self.card
        if isinstance(card, QuestionCard) and stop.question is not None:
            await self.query(".hint").remove()
            await card.fold(folded_title(self._run, stop))
        elif isinstance(card, ReturnCard):
            await card.remove()

    def say_hint(self, text: str) -> None:
        """Show a hint under the present card."""
        line = TextLine(text, classes="hint")
        self.mount(line)
        line.scroll_visible(animate=False)

    def open_words(self, answer: AnswerGiven | None = None) -> None:
        """Open a field for a note on what is shown, or for what seems wrong.

        Args:
            answer: the answer to the question that seems wrong.
        """
        for field in self.query(WordsCard):
            field.query_one("WordsArea").focus()
            return
        name = answer.question if answer is not None else ""
        stems = [q.stem for q in self._run.questions if q.id == name]
        asked = asked_in_a_line(stems[0]) if stems else name
        self.mount(WordsCard(self.shown.key, answer, asked))

    def close_words(self, card: WordsCard) -> None:
        """Close a field; what was kept stays as a line.

        Args:
            card: the field.
        """
        notes = note_lines(self.shown, self._desk.record, self._desk.clock)
        if card.is_kept and card.answer is None and card.subject == self.shown.key:
            self.mount(TextLine(notes[-1], classes="note"), after=card)
        card.remove()
        self.focus(scroll_visible=False)
        self.call_after_refresh(self.hand_over)

    def unfold_earlier(self) -> None:
        """Unfold the latest folded card; fold all again once none is left."""
        past = list(self.query(QuestionCard).filter(".-past"))
        folded = [card for card in past if card.is_folded]
        for card in folded[-1:] or past:
            card.toggle()
            card.scroll_visible(animate=False)

    def _bring_up(self, widget: Widget) -> None:
        """Put the top of a stop at the top of the view where there is room."""
        self.focus(scroll_visible=False)
        self.scroll_to_widget(widget, top=True, animate=False, immediate=True)
        self.call_after_refresh(self.hand_over)

    def _top_of(self, stop: Stop) -> list[Widget]:
        """Return the widgets of the present stop; what was read before is not repeated."""
        said = [*self._desk.cautions(self._run, stop)]
        if stop is self._run.stops[0]:
            said.append(done_before(self._run, self._desk.record, self._desk.clock))
        widgets: list[Widget] = [
            TextLine(line, classes="caution") for line in said if line
        ]
        if stop.key not in self._places:
            widgets += reading_widgets(self._run, self._desk, stop)
            local = self._desk.local_lines(self._run, stop)
            widgets.extend(TextLine(line, classes="local") for line in local)
        self.card = self._card_of(stop)
        return [*widgets, *([self.card] if self.card else [])]

    def _card_of(self, stop: Stop) -> Widget | None:
        """Return what takes what a stop asks for, or what the end shows."""
        task = stop.task
        if task is None:
            back = 0 if self._read_only or self._is_ending else len(skipped(self._run))
            return ReturnCard(back) if back else self._end_card()
        if isinstance(task, SelfRating):
            return RatingCard(task)
        if isinstance(task, Directory):
            return DirectoryCard(task, self._desk.record.local())
        if stop.question is not None:
            return question_card(self._run, stop, stop.question, asks=True)
        if isinstance(task, Concordance | Reflection):
            return ReflectionCard(task)
        return None

    def _end_card(self) -> EndCard:
        """Return the sum of the run."""
        more = [*self._desk.closing(self._run)]
        if can_recap(self._run):
            more.append(say("reading.recap.offer"))
        return EndCard(summary_of(self._run), more)


def _bottom_of(widget: Widget, view: Widget) -> int:
    """Return how far under the top of a view a widget in it ends.

    Regions on the screen are late by one drawing where the view has just scrolled.
    """
    holders = [each for each in widget.ancestors_with_self if isinstance(each, Widget)]
    inside = holders[: holders.index(view)]
    top = sum(each.virtual_region.y for each in inside)
    return top + widget.outer_size.height - view.scroll_offset.y
