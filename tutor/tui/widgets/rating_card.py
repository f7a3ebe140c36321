"""A scale on which the learner places themself; never scored."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from typing_extensions import override

from tutor.domain.course import Passage, SelfRating
from tutor.domain.prose import plain
from tutor.locale import say
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.text_line import TextLine


class RatingCard(Vertical):
    """Shows a scale and announces the degree chosen."""

    @dataclass
    class Rated(Message):
        """The learner has placed themself."""

        task: SelfRating
        degree: int
        """From 1."""

    def __init__(self, task: SelfRating) -> None:
        super().__init__()
        self._card = task

    @override
    def compose(self) -> ComposeResult:
        """Lay out the situation and the scale."""
        yield TextLine(say("play.kind.autoeval"))
        yield Page((Passage(blocks=self._card.stem),))
        yield ChoiceList(list(self._card.scale), most=1, numbered=True)

    def show_proof(self) -> None:
        """Lock the scale and show what would prove it."""
        self.query_one(ChoiceList).disabled = True
        if self._card.proof:
            self.mount(TextLine(say("play.proof", text=plain(self._card.proof))))

    @on(ChoiceList.Submitted)
    def _rate(self, message: ChoiceList.Submitted) -> None:
        """Announce the degree."""
        message.stop()
        if message.picked:
            self.post_message(self.Rated(self._card, min(message.picked) + 1))
