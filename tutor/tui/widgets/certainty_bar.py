"""Certainty, asked before the correction: 1, 2, 3, or nothing."""

from dataclasses import dataclass
from typing import Literal

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import say
from tutor.tui.keys import binding
from tutor.tui.widgets.drawn import Drawn

Certainty = Literal[1, 2, 3]
LEVELS: tuple[Certainty, ...] = (1, 2, 3)
NARROW = 2
"""Beyond this many lines each level has its own."""


class CertaintyBar(Drawn, can_focus=True):
    """Asks how sure the learner is."""

    BINDINGS = [
        *(binding("certainty", f"rate({n})", str(n)) for n in LEVELS),
        binding("no-certainty"),
    ]

    @dataclass
    class Rated(Message):
        """The learner has said, or has passed."""

        certainty: Certainty | None

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[tuple[int, Certainty]] = []

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the question and the three levels, one below the other if narrow."""
        question = Content.styled(say("play.certainty.ask"), "bold")
        levels = []
        self._ends = []
        end = 0
        for level in LEVELS:
            word = say(f"play.certainty.{level}")
            piece = Content.assemble((f" {level} ", "reverse $primary"), f" {word}   ")
            end += piece.cell_length
            self._ends.append((end, level))
            levels.append(piece)
        line = Content("").join(levels)
        return [question, line] if line.cell_length <= width else [question, *levels]

    def action_rate(self, level: int) -> None:
        """Announce a certainty."""
        for known in LEVELS:
            if known == level:
                self.post_message(self.Rated(known))

    def action_none(self) -> None:
        """Announce that none is given."""
        self.post_message(self.Rated(None))

    @on(events.Click)
    def _rate_under_mouse(self, event: events.Click) -> None:
        """Announce the level under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < 1:
            return
        if self.content_size.height > NARROW:
            self.post_message(self.Rated(LEVELS[min(offset.y, len(LEVELS)) - 1]))
            return
        for end, level in self._ends:
            if offset.x < end:
                self.post_message(self.Rated(level))
                return
