"""The column of a run: what was read and answered, then what is asked now."""

from dataclasses import dataclass

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from typing_extensions import override

from tutor.domain.course import Directory, Reflection, SelfRating
from tutor.domain.errors import ReadOnlyError, TutorError, WrongUseError
from tutor.domain.prose import plain
from tutor.domain.question import Concordance, Question, ShortAnswer
from tutor.domain.response import Handed, Response
from tutor.locale import credit_text, no_break, say
from tutor.services.desk import Desk
from tutor.services.feedback import feedback_on, feedback_on_stored
from tutor.services.run import Need, Run, past_of, reading_of
from tutor.services.stops import Stop
from tutor.services.summary import summary_of
from tutor.services.wording import kind_text
from tutor.tui.figures import verdict_mark
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.directory_card import DirectoryCard
from tutor.tui.widgets.end_card import EndCard
from tutor.tui.widgets.own_mark import OwnMark
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.question_card import QuestionCard
from tutor.tui.widgets.rating_card import RatingCard
from tutor.tui.widgets.reflection_card import ReflectionCard
from tutor.tui.widgets.relay_editor import RelayEditor
from tutor.tui.widgets.text_line import TextLine

TAKES_ANSWERS = (
    "ChoiceList, ConcordanceGrid, MatchingGrid, OrderList, Input, TextArea, "
    "CertaintyBar, OwnMark"
)


class RunFlow(VerticalScroll, can_focus=True):
    """Shows a run from its beginning to where it stands."""

    def __init__(self, run: Run, desk: Desk, *, read_only: bool) -> None:
        super().__init__(id="flow")
        self._run = run
        self._desk = desk
        self._read_only = read_only
        self.shown: Stop = run.stop
        """The stop on the screen; after an answer the run is one ahead."""
        self.card: Widget | None = None
        """What that stop shows."""

    @dataclass
    class Settled(Message):
        """An answer is settled and waits to be saved."""

    @dataclass
    class Refused(Message):
        """A response does not fit."""

        error: TutorError

    def on_mount(self) -> None:
        """Show what is past, folded, then the present stop."""
        self.mount_all([w for stop in past_of(self._run) for w in self._past(stop)])
        self.show_stop()

    def show_stop(self) -> None:
        """Show the present stop below the rest and bring it into view."""
        self.shown = self._run.stop
        top = self._top_of(self.shown)
        for widget in top:
            self.mount(widget)
        first = top[0]
        self.call_after_refresh(self._bring_up, first)
        self._run.show()

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
        for widget in self.card.query(TAKES_ANSWERS):
            is_seen = 0 < widget.region.bottom <= self.region.bottom
            if is_seen and not widget.disabled and widget.size.height:
                widget.focus(scroll_visible=False)
                return

    def fold_present(self) -> None:
        """Fold the present card to one line, before going on."""
        stop, card = self.shown, self.card
        if isinstance(card, QuestionCard) and stop.question is not None:
            self.query(".hint").remove()
            card.fold(_title_of(self._run, stop))
            card.add_class("-past")

    def say_hint(self, text: str) -> None:
        """Show a hint under the present card."""
        line = TextLine(text, classes="hint")
        self.mount(line)
        line.scroll_visible(animate=False)

    def unfold_earlier(self) -> None:
        """Unfold the latest folded card; fold all again once none is left."""
        past = list(self.query(QuestionCard).filter(".-past"))
        folded = [card for card in past if card.is_folded]
        for card in folded[-1:] or past:
            card.toggle()
            card.scroll_visible(animate=False)

    @on(RelayEditor.Written)
    def _take_message(self, message: RelayEditor.Written) -> None:
        """Give a message to the run: leaving before its correction keeps it."""
        if self._waits_for("response"):
            self._respond(Handed(atoms=message.found))

    @on(QuestionCard.Answered)
    def _take_answer(self, message: QuestionCard.Answered) -> None:
        """Give the response to the run, and ask what comes next."""
        is_corrected = isinstance(message.response, Handed)
        if self._waits_for("nothing" if is_corrected else "response"):
            self._respond(message.response)
            self._ask_on()

    def _respond(self, response: Response) -> None:
        """Give a response to the run, or say why it is not taken."""
        try:
            if self._read_only:
                raise ReadOnlyError("errors.store-read-only")
            self._run.respond(response)
        except TutorError as error:
            self.post_message(self.Refused(error))

    @on(ChoiceList.Refused)
    def _refuse_tick(self, message: ChoiceList.Refused) -> None:
        """Say how many ticks are allowed."""
        error = WrongUseError("answers.too-many", most=message.most)
        self.post_message(self.Refused(error))

    @on(CertaintyBar.Rated)
    def _take_certainty(self, message: CertaintyBar.Rated) -> None:
        """Give the certainty to the run."""
        if self._waits_for("certainty"):
            self._run.rate(message.certainty)
            self._ask_on()

    @on(OwnMark.Marked)
    def _take_own_mark(self, message: OwnMark.Marked) -> None:
        """Give the learner's own mark to the run."""
        if self._waits_for("self_mark"):
            self._run.mark_self(right=message.right)
            self._ask_on()

    def _waits_for(self, need: Need) -> bool:
        """Return whether the shown stop still lacks this; a key hit twice is late."""
        return self._run.stop.key == self.shown.key and self._run.need == need

    def _ask_on(self) -> None:
        """Ask what the answer still lacks, or settle and correct it."""
        card, question = self.card, self.shown.question
        if not isinstance(card, QuestionCard) or question is None:
            return
        match self._run.need:
            case "response":
                return
            case "certainty":
                card.ask_certainty()
            case "self_mark" if isinstance(question, ShortAnswer):
                card.ask_own_mark(question.accepted)
            case _:
                verdict, order = self._run.verdict(), self._run.order(question)
                answer = self._run.settle()
                said = feedback_on(question, answer, verdict, order, self._desk.course)
                card.correct(said)
                self.post_message(self.Settled())

    def _bring_up(self, widget: Widget) -> None:
        """Put the top of a stop at the top of the view where there is room."""
        self.focus(scroll_visible=False)
        self.scroll_to_widget(widget, top=True, animate=False)
        self.call_after_refresh(self.hand_over)

    def _top_of(self, stop: Stop) -> list[Widget]:
        """Return the widgets of the present stop."""
        said = self._desk.cautions(self._run, stop)
        widgets: list[Widget] = [TextLine(line, classes="caution") for line in said]
        task = stop.task
        reading = reading_of(self._run, stop)
        if reading and (stop.dossier is None or stop.question is None):
            widgets.append(Page(reading))
        local = self._desk.local_lines(self._run, stop)
        widgets.extend(TextLine(line, classes="local") for line in local)
        if task is None:
            self.card = EndCard(summary_of(self._run), self._desk.closing(self._run))
        elif isinstance(task, SelfRating):
            self.card = RatingCard(task)
        elif isinstance(task, Directory):
            self.card = DirectoryCard(task, self._desk.record.local())
        elif stop.question is not None:
            self.card = _question_card(self._run, stop, stop.question, asks=True)
        elif isinstance(task, Concordance | Reflection):
            self.card = ReflectionCard(task)
        return [*widgets, *([self.card] if self.card else [])]

    def _past(self, stop: Stop) -> list[Widget]:
        """Return the widgets of a stop gone past: its text, its card folded."""
        widgets: list[Widget] = []
        reading = reading_of(self._run, stop)
        if reading and (stop.dossier is None or stop.question is None):
            widgets.append(Page(reading))
        question = stop.question
        if question is None:
            return widgets
        card = _question_card(self._run, stop, question, asks=False)
        answer = self._run.given.get(question.id)
        title = _title_of(self._run, stop)
        if answer is not None:
            order = self._run.order(question)
            said = feedback_on_stored(question, answer, order, self._desk.course)
            card.call_later(card.correct, said)
        card.call_later(card.fold, title)
        card.add_class("-past", "-folded")
        return [*widgets, card]


def _question_card(
    run: Run, stop: Stop, question: Question, *, asks: bool
) -> QuestionCard:
    """Return the card of a scored question."""
    questions = run.questions
    number = next(i for i, q in enumerate(questions, 1) if q.id == question.id)
    head = say("play.question", number=number, total=len(questions))
    kind = kind_text(question)
    title = f"{head} {kind[:1].upper()}{kind[1:]}."
    order = run.order(question)
    reading = reading_of(run, stop) if stop.dossier else ()
    return QuestionCard(reading, question, title, order, asks=asks)


def _title_of(run: Run, stop: Stop) -> Content:
    """Return the line a past card is folded to."""
    question = stop.question
    ids = [each.id for each in run.questions]
    number = ids.index(question.id) + 1 if question else 0
    name = say("play.fold.question", number=number)
    if stop.dossier is not None and stop.step is not None:
        name = f"{no_break(plain(stop.dossier.steps[stop.step].title))} · {name}"
    answer = run.given.get(question.id) if question else None
    if answer is None:
        return Content(f"{name} · {say('play.fold.skipped')}")
    sign, style = verdict_mark(answer.credit)
    credit = Content.styled(f"  {sign} {credit_text(answer.credit)} / 1", style)
    return Content(name) + credit
