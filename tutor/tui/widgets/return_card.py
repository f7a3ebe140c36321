"""Before the sum of a run: take up the questions passed, or finish."""

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import count
from tutor.tui.keys import binding
from tutor.tui.typeset import WIDEST, wrap
from tutor.tui.widgets.drawn import Drawn


class ReturnCard(Drawn, can_focus=True):
    """Says how many questions were passed and announces what is wanted."""

    BINDINGS = [binding("take-back"), binding("finish")]

    @dataclass
    class Chosen(Message):
        """The person has chosen."""

        takes_back: bool

    def __init__(self, passed: int) -> None:
        super().__init__()
        self._passed = passed
        self._has_chosen = False

    @override
    def lines(self, width: int) -> list[Content]:
        """Return how many, then the keys."""
        width = min(width, WIDEST)
        said = Content.styled(count("reading.back", self._passed), "bold")
        keys = Content(count("reading.back.keys", self._passed))
        return [*wrap(said, width), Content(""), *wrap(keys, width)]

    def action_take_back(self) -> None:
        """Take them up."""
        self._choose(takes_back=True)

    def action_finish(self) -> None:
        """Finish without them."""
        self._choose(takes_back=False)

    def _choose(self, *, takes_back: bool) -> None:
        """Announce it once; a key hit twice is late."""
        if not self._has_chosen:
            self._has_chosen = True
            self.post_message(self.Chosen(takes_back))
