"""A question from asking to correction, then folded to one line."""

from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input
from typing_extensions import override

from tutor.domain.course import Callout, Passage
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Placed,
    Response,
    Typed,
)
from tutor.locale import say
from tutor.services.feedback import Feedback
from tutor.tui.widgets.certainty_bar import CertaintyBar
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.concordance_grid import ConcordanceGrid
from tutor.tui.widgets.feedback_view import FeedbackView
from tutor.tui.widgets.fold_line import FoldLine
from tutor.tui.widgets.matching_grid import MatchingGrid
from tutor.tui.widgets.order_list import OrderList
from tutor.tui.widgets.own_mark import OwnMark
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.relay_editor import RelayEditor
from tutor.tui.widgets.text_line import TextLine

TAKES = "ChoiceList, ConcordanceGrid, MatchingGrid, OrderList, RelayEditor, Input"
CLEARED = f"{TAKES}, CertaintyBar, OwnMark, FeedbackView"


class QuestionCard(Vertical):
    """Shows one question and announces what the learner does with it."""

    @dataclass
    class Answered(Message):
        """The learner has answered; certainty comes next."""

        response: Response

    def __init__(
        self,
        reading: tuple[Passage | Callout, ...],
        question: Question,
        head: str,
        order: list[int],
        *,
        asks: bool,
        draft: str = "",
    ) -> None:
        super().__init__()
        self._reading = reading
        self._question = question
        self._head = head
        self._order = order
        self._asks = asks
        self._draft = draft
        self._fold: FoldLine | None = None
        self._message = ""

    @override
    def compose(self) -> ComposeResult:
        """Lay out what leads to the question in a dossier, the stem, the answer."""
        if self._reading:
            yield Page(self._reading)
        yield TextLine(self._head)
        yield Page((Passage(blocks=self._question.stem),))
        if self._asks:
            yield _answer_widget(self._question, self._order, self._draft)

    async def ask_certainty(self) -> Widget:
        """Ask how sure the learner is, under an answer that is locked.

        Returns:
            What asks, once it is there; it has the keys.
        """
        for widget in self.query(TAKES):
            widget.disabled = True
        return await self._put(CertaintyBar())

    async def ask_own_mark(self, expected: tuple[str, ...]) -> Widget:
        """Show what was expected and ask whether the learner had it.

        Args:
            expected: the accepted wordings.

        Returns:
            What asks, once it is there; it has the keys.
        """
        typed = self.query_one(Input).value.strip()
        await self._clear()
        return await self._put(OwnMark(typed, expected))

    async def correct(self, feedback: Feedback) -> None:
        """Show the correction in place of the answer.

        Args:
            feedback: what is said of the answer.
        """
        if self._message:
            feedback = replace(feedback, typed=self._message)
        await self._clear()
        await self.mount(FeedbackView(feedback))

    async def fold(self, title: Content) -> None:
        """Keep one line of the card: it is past.

        Args:
            title: what the line says.
        """
        self._fold = FoldLine(title)
        self.add_class("-past", "-folded")  # once: each time styles all it holds
        await self.mount(self._fold, before=0)

    @property
    def is_folded(self) -> bool:
        """Whether only its line is shown."""
        return self.has_class("-folded")

    @on(FoldLine.Toggled)
    def toggle(self) -> None:
        """Unfold a past card, or fold it again; it stays locked."""
        self.toggle_class("-folded")
        if self._fold is not None:
            self._fold.turn(folded=self.is_folded)

    @on(ChoiceList.Submitted)
    def _take_ticks(self, message: ChoiceList.Submitted) -> None:
        """Announce ticks by source position."""
        message.stop()
        picked = frozenset(self._order[number] for number in message.picked)
        self.post_message(self.Answered(Picked(options=picked)))

    @on(Input.Submitted)
    def _take_text(self, message: Input.Submitted) -> None:
        """Announce typed words."""
        message.stop()
        self.post_message(self.Answered(Typed(text=message.value.strip())))

    @on(ConcordanceGrid.Submitted)
    def _take_values(self, message: ConcordanceGrid.Submitted) -> None:
        """Announce values, row by row."""
        message.stop()
        self.post_message(self.Answered(Placed(values=message.values)))

    @on(MatchingGrid.Submitted)
    def _take_pairs(self, message: MatchingGrid.Submitted) -> None:
        """Announce pairs by source position."""
        message.stop()
        self.post_message(self.Answered(Paired(choices=message.choices)))

    @on(OrderList.Submitted)
    def _take_order(self, message: OrderList.Submitted) -> None:
        """Announce the order by source position."""
        message.stop()
        self.post_message(self.Answered(Ordered(positions=message.positions)))

    @on(RelayEditor.Written)
    def _take_message(self, message: RelayEditor.Written) -> None:
        """Remember the words for the correction; they go on to whoever keeps them."""
        self._message = message.text

    @on(RelayEditor.Sent)
    def _take_atoms(self, message: RelayEditor.Sent) -> None:
        """Announce the atoms handed over."""
        message.stop()
        self.post_message(self.Answered(Handed(atoms=message.atoms)))

    async def _put(self, widget: Widget) -> Widget:
        """Add a widget at the end and give it the keys."""
        await self.mount(widget)
        return widget.focus(scroll_visible=False)

    async def _clear(self) -> None:
        """Remove what took the answer."""
        await self.query(CLEARED).remove()


def _answer_widget(question: Question, order: list[int], draft: str) -> Widget:
    """Return what takes the answer to a question, with what was begun there."""
    match question:
        case Choice():
            options = [question.options[position].text for position in order]
            return ChoiceList(options, most=question.most_ticks)
        case ShortAnswer():
            return Input(placeholder=say("play.write.answer"), max_length=200)
        case Concordance():
            return ConcordanceGrid(question.rows)
        case Matching():
            return MatchingGrid(question.pairs, order)
        case Ordering():
            return OrderList(question.items_in_order, order)
        case Relay():
            return RelayEditor(question, draft)
