"""A run in its column: takes what is answered, and corrects it."""

from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.widget import Widget

from tutor.domain.errors import ReadOnlyError, TutorError, WrongUseError
from tutor.domain.question import Question, ShortAnswer
from tutor.domain.response import Handed, Response
from tutor.services.feedback import feedback_on
from tutor.services.run import Need
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.own_mark import OwnMark
from tutor.tui.widgets.question_card import QuestionCard
from tutor.tui.widgets.relay_editor import RelayEditor
from tutor.tui.widgets.run_column import RunColumn


class RunFlow(RunColumn, can_focus=True):
    """Shows a run and gives it what the learner answers."""

    @dataclass
    class Settled(Message):
        """An answer is settled and waits to be saved."""

    @dataclass
    class Refused(Message):
        """A response does not fit."""

        error: TutorError

    @on(RelayEditor.Written)
    def _take_message(self, message: RelayEditor.Written) -> None:
        """Give a message to the run: leaving before its correction keeps it."""
        if self._waits_for("response"):
            self._respond(Handed(atoms=message.found))

    @on(QuestionCard.Answered)
    async def _take_answer(self, message: QuestionCard.Answered) -> None:
        """Give the response to the run, and ask what comes next."""
        is_corrected = isinstance(message.response, Handed)
        if self._waits_for("nothing" if is_corrected else "response"):
            self._respond(message.response)
            await self._ask_on()

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
    async def _take_certainty(self, message: CertaintyBar.Rated) -> None:
        """Give the certainty to the run."""
        if self._waits_for("certainty"):
            self._run.rate(message.certainty)
            await self._ask_on()

    @on(OwnMark.Marked)
    async def _take_own_mark(self, message: OwnMark.Marked) -> None:
        """Give the learner's own mark to the run."""
        if self._waits_for("self_mark"):
            self._run.mark_self(right=message.right)
            await self._ask_on()

    def _waits_for(self, need: Need) -> bool:
        """Return whether the shown stop still lacks this; a key hit twice is late."""
        return self._run.stop.key == self.shown.key and self._run.need == need

    async def _ask_on(self) -> None:
        """Ask what the answer still lacks, or settle and correct it, in one drawing."""
        card, question = self.card, self.shown.question
        if not isinstance(card, QuestionCard) or question is None:
            return
        if self._run.need == "response":
            return  # it was refused
        with self.app.batch_update():
            self._hold_view()
            asking = await self._ask(card, question)
        if asking is not None:
            self.call_after_refresh(asking.scroll_visible, animate=False)

    def _hold_view(self) -> None:
        """Take the keys from what is about to go.

        Else they would go to a field further up, and the view with them.
        """
        self.screen.set_focus(self, scroll_visible=False)

    async def _ask(self, card: QuestionCard, question: Question) -> Widget | None:
        """Ask or correct on a card; return what asks, if something does."""
        match self._run.need:
            case "certainty":
                return await card.ask_certainty()
            case "self_mark" if isinstance(question, ShortAnswer):
                return await card.ask_own_mark(question.accepted)
            case _:
                verdict, order = self._run.verdict(), self._run.order(question)
                answer = self._run.settle()
                said = feedback_on(question, answer, verdict, order, self._desk.course)
                await card.correct(said)
                self.post_message(self.Settled())
                return None
