"""A relais: write the message, see what was found in it, correct, send."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea
from typing_extensions import override

from tutor.assessment.grading import atoms_found
from tutor.domain.question import Relay
from tutor.locale import say
from tutor.tui.keys import binding
from tutor.tui.widgets.choice_list import ChoiceList
from tutor.tui.widgets.text_line import TextLine


class RelayEditor(Vertical):
    """Takes a message, then the learner's correction of what was found."""

    BINDINGS = [binding("save")]

    @dataclass
    class Sent(Message):
        """The message is written and what it carries is agreed."""

        text: str
        atoms: frozenset[int]

    def __init__(self, question: Relay) -> None:
        super().__init__()
        self._relay = question
        self._text = ""

    @override
    def compose(self) -> ComposeResult:
        """Lay out the field."""
        yield TextArea(placeholder=say("play.write.relay"), soft_wrap=True)

    def action_save(self) -> None:
        """Show what was found in the message."""
        field = self.query_one(TextArea)
        if field.disabled or not field.text.strip():
            return
        self._text = field.text.strip()
        field.disabled = True
        found = atoms_found(self._relay, self._text)
        options = [atom.text for atom in self._relay.atoms]
        atoms = ChoiceList(options, most=None, picked=found)
        self.mount(TextLine(say("play.atom.ask")), atoms)
        atoms.focus(scroll_visible=False)
        self.call_after_refresh(atoms.scroll_visible, animate=False)

    @on(ChoiceList.Submitted)
    def _send(self, message: ChoiceList.Submitted) -> None:
        """Announce the message and what it carries."""
        message.stop()
        self.post_message(self.Sent(self._text, message.picked))
