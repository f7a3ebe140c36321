"""« J'avais bon »: the learner's own mark of an answer nobody foresaw."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import no_break, say
from tutor.tui.keys import binding
from tutor.tui.typeset import wrap
from tutor.tui.widgets.drawn import Drawn

GAP = "   "
"""Between the two answers."""


class OwnMark(Drawn, can_focus=True):
    """Shows what was expected and asks whether the learner had it."""

    BINDINGS = [
        binding("self", "mark(True)", "o,y"),
        binding("self", "mark(False)", "n"),
    ]

    @dataclass
    class Marked(Message):
        """The learner has judged their own answer."""

        right: bool

    def __init__(self, typed: str, expected: tuple[str, ...]) -> None:
        super().__init__()
        self._typed = typed
        self._expected = expected
        self._split = 0

    @override
    def lines(self, width: int) -> list[Content]:
        """Return what was typed, what was expected, and the two answers."""
        typed = Content(say("play.typed", text=self._typed))
        expected = Content.styled(
            say("play.expected", text=no_break(" / ".join(self._expected[:3]))),
            "$success",
        )
        ask = Content.styled(say("play.self.ask"), "bold")
        yes = _offered("yes")
        self._split = yes.cell_length + len(GAP)
        answers = yes + Content(GAP) + _offered("no")
        return [*wrap(typed, width), *wrap(expected, width), *wrap(ask, width), answers]

    def action_mark(self, right: bool) -> None:
        """Announce the mark."""
        self.post_message(self.Marked(right))

    @on(events.Click)
    def _mark_under_mouse(self, event: events.Click) -> None:
        """Announce the mark under the mouse: left half yes, right half no."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y == self.content_size.height - 1:
            self.post_message(self.Marked(offset.x < self._split))


def _offered(answer: str) -> Content:
    """Return an answer behind its key, as one sees it: yes or no."""
    key = (f" {say(f'keys.name.{answer}')} ", "reverse $primary")
    return Content.assemble(key, f" {say(f'play.self.{answer}')}")
