"""A directory that a person fills with the names and numbers of where they work."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input
from typing_extensions import override

from tutor.domain.course import Directory, Passage
from tutor.domain.prose import plain
from tutor.locale import no_break, say
from tutor.services.local_names import LONGEST, cleaned
from tutor.tui.keys import binding
from tutor.tui.widgets.page import Page
from tutor.tui.widgets.text_line import TextLine


class FieldInput(Input):
    """One field of the directory."""


class DirectoryCard(Vertical):
    """Shows the fields as they are filled, and announces them once they are changed."""

    BINDINGS = [binding("save")]

    @dataclass
    class Filled(Message):
        """The person has been through the fields."""

        names: dict[str, str]

    def __init__(self, card: Directory, names: Mapping[str, str]) -> None:
        super().__init__()
        self._card = card
        self._names = names

    @override
    def compose(self) -> ComposeResult:
        """Lay out what is asked, then each field under its name."""
        yield TextLine(say("play.kind.annuaire"))
        yield Page((Passage(blocks=self._card.stem),))
        for field in self._card.fields:
            label = no_break(say("play.local.field", label=plain(field.label)))
            yield TextLine(label, classes="label")
            yield FieldInput(
                self._names.get(field.key, ""),
                placeholder=plain(field.help),
                max_length=LONGEST,
                name=field.key,
            )

    @property
    def names(self) -> dict[str, str]:
        """What the fields hold now, by key."""
        fields = self.query(FieldInput)
        return {str(each.name): cleaned(each.value) for each in fields}

    @property
    def is_open(self) -> bool:
        """Whether the fields can still be changed."""
        return not any(each.disabled for each in self.query(FieldInput))

    def action_save(self) -> None:
        """Announce what the fields hold."""
        if self.is_open:
            self.post_message(self.Filled(self.names))

    def close_fields(self) -> None:
        """Close the fields: what they hold is kept."""
        for each in self.query(FieldInput):
            each.disabled = True

    @on(Input.Submitted)
    def _go_on(self, message: Input.Submitted) -> None:
        """Give the keys to the next field; after the last one, all is kept."""
        message.stop()
        fields = list(self.query(FieldInput))
        following = fields[fields.index(message.input) + 1 :]  # type: ignore[arg-type]
        if following:
            following[0].focus()
        else:
            self.action_save()
