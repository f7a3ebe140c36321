"""A relais: write the message, see what was found in it, correct, send."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from typing_extensions import override

from tutor.assessment.grading import atoms_found
from tutor.domain.question import Relay
from tutor.locale import say
from tutor.services.identity_guard import findings, is_too_long
from tutor.tui.keys import binding
from tutor.tui.widgets.bounded_area import BoundedArea
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.text_line import TextLine


class MessageArea(BoundedArea):
    """Where the message is written."""


class AtomList(ChoiceList):
    """What was found in the message, to be corrected."""


class RelayEditor(Vertical):
    """Takes a message, then the learner's correction of what was found."""

    BINDINGS = [binding("send")]

    @dataclass
    class Doubtful(Message):
        """The message is not taken as it is: too long, or it could identify somebody."""

        editor: "RelayEditor"
        text: str

    @dataclass
    class Written(Message):
        """The message is finished; from here on it counts."""

        text: str
        """What is kept of it."""
        found: frozenset[int]

    @dataclass
    class Sent(Message):
        """What the message carries is agreed."""

        atoms: frozenset[int]

    def __init__(self, question: Relay, draft: str = "") -> None:
        super().__init__()
        self._relay = question
        self._begun = draft
        self._is_sent = False

    @override
    def compose(self) -> ComposeResult:
        """Lay out the field, with what was begun in it."""
        if self._begun:
            yield TextLine(say("relay.draft.back"))
        field = MessageArea(
            self._begun, placeholder=say("play.write.relay"), soft_wrap=True
        )
        field.move_cursor(field.document.end)
        yield field

    @property
    def draft(self) -> str:
        """What is written and not finished."""
        field = self.query_one(MessageArea)
        return "" if field.disabled else field.text.strip()

    def action_save(self) -> None:
        """Take the message, unless somebody has to look at it before."""
        text = self.draft
        if is_too_long(text) or findings(text):
            self.post_message(self.Doubtful(self, text))
        elif text:
            self.finish(text, text)

    def finish(self, text: str, kept: str) -> None:
        """Show what was found in the message.

        Args:
            text: as it was written: what it carries is looked for in it.
            kept: what is stored of it.
        """
        field = self.query_one(MessageArea)
        if field.disabled:
            return
        field.disabled = True
        if kept != text:
            field.text = kept
        found = atoms_found(self._relay, text)
        self.post_message(self.Written(kept, found))
        options = [atom.text for atom in self._relay.atoms]
        atoms = AtomList(options, most=None, picked=found)
        self.mount(TextLine(say("play.atom.ask")), atoms)
        atoms.focus(scroll_visible=False)
        self.call_after_refresh(atoms.scroll_visible, animate=False)

    @on(ChoiceList.Submitted)
    def _send(self, message: ChoiceList.Submitted) -> None:
        """Announce once what the message carries."""
        message.stop()
        if not self._is_sent:
            self._is_sent = True
            self.post_message(self.Sent(message.picked))
