"""A small field for words about what is shown: a note, or what seems wrong."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from typing_extensions import override

from tutor.domain.answer import AnswerGiven
from tutor.locale import say
from tutor.tui.keys import binding
from tutor.tui.widgets.bounded_area import BoundedArea
from tutor.tui.widgets.text_line import TextLine


class WordsArea(BoundedArea):
    """Where the words are written."""


class WordsCard(Vertical):
    """Takes a note on a stop or, given an answer, what seems wrong with its question."""

    BINDINGS = [binding("save")]

    @dataclass
    class Written(Message):
        """The person has finished writing; the text may be empty."""

        card: "WordsCard"
        text: str

    def __init__(
        self, subject: str, answer: AnswerGiven | None = None, asked: str = ""
    ) -> None:
        super().__init__()
        self._asked = asked
        self.subject = subject
        """The key of the stop the words are about."""
        self.answer = answer
        """The answer whose correction seems wrong, if that is what is written."""
        self.is_kept = False
        """Whether its words are on the disk."""

    @override
    def compose(self) -> ComposeResult:
        """Lay out what is asked for and the field."""
        if self.answer is None:
            head, hint = say("reading.note.head"), say("reading.note.write")
        else:
            head = say("reading.dispute.head", asked=self._asked)
            hint = say("reading.dispute.write")
        yield TextLine(head)
        yield WordsArea(placeholder=hint, soft_wrap=True)

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(WordsArea).focus(scroll_visible=False)
        self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def draft(self) -> str:
        """What is written."""
        return self.query_one(WordsArea).text.strip()

    def action_save(self) -> None:
        """Announce the words."""
        self.post_message(self.Written(self, self.draft))
