"""What a search found: one can move along it while one goes on typing."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.locale import no_break, say
from tutor.services.search import Bit, Result
from tutor.tui.typeset import wrap
from tutor.tui.widgets.drawn import Drawn

DIM = "$quiet"
WIDEST = 100
MOST_LINES = 2
"""Lines of a snippet."""


class ResultList(Drawn):
    """Shows places, or a few words where there is none."""

    @dataclass
    class Opened(Message):
        """The person wants this place."""

        result: Result

    def __init__(self) -> None:
        super().__init__()
        self._results: tuple[Result, ...] = ()
        self._said: tuple[str, ...] = ()
        self._cursor = 0
        self._tops: list[int] = []

    def show(self, results: tuple[Result, ...], *said: str) -> None:
        """Show other places.

        Args:
            results: the best first.
            *said: what to say under them, a paragraph each.
        """
        self._results, self._said, self._cursor = results, said, 0
        self.redraw()

    @property
    def at_hand(self) -> Result | None:
        """The place one stands at."""
        return self._results[self._cursor] if self._results else None

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each place with its snippet, the one at hand marked."""
        width = min(width, WIDEST)
        lines: list[Content] = []
        self._tops = []
        for number, result in enumerate(self._results):
            self._tops.append(len(lines))
            here = number == self._cursor
            mark = Content.styled("▌ " if here else "  ", "$primary")
            block = _result_lines(result, width - 2, here=here)
            lines += [*(mark + line for line in block), Content("")]
        for text in self._said:
            lines += [*wrap(Content.styled(text, DIM), width), Content("")]
        return lines

    def move(self, by: int) -> None:
        """Move to another place, round the ends.

        Args:
            by: how many places.
        """
        if self._results:
            self._cursor = (self._cursor + by) % len(self._results)
            self.redraw()
            self.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll so that the place at hand is seen whole."""
        if self._cursor < len(self._tops):
            self.reveal(self._tops[self._cursor], MOST_LINES + 1)

    @on(events.Click)
    def _open_under_mouse(self, event: events.Click) -> None:
        """Open the place under the mouse."""
        offset = event.get_content_offset(self)
        under = [n for n, top in enumerate(self._tops) if offset and top <= offset.y]
        if (
            offset is not None
            and under
            and offset.y < self._tops[under[-1]] + 1 + MOST_LINES
        ):
            self._cursor = under[-1]
            self.redraw()
            self.post_message(self.Opened(self._results[self._cursor]))


def _result_lines(result: Result, width: int, *, here: bool) -> list[Content]:
    """Draw one place: its kind and name, then the text around the match."""
    kind = Content.styled(say(f"search.kind.{result.kind}"), DIM)
    name = Content.styled(no_break(result.title), "bold" if here else "")
    where = Content.styled(no_break(result.where), DIM if result.title else "")
    head = Content(" · ").join([each for each in (kind, name, where) if each])
    text = wrap(_marked(result.snippet), max(1, width - 2))
    kept = text[:MOST_LINES]
    if len(text) > MOST_LINES:
        kept[-1] = (kept[-1] + Content("…")).truncate(width - 2, ellipsis=True)
    return [head.truncate(width, ellipsis=True), *(Content("  ") + t for t in kept)]


def _marked(snippet: tuple[Bit, ...]) -> Content:
    """Return a snippet, each match in bold and underlined."""
    return Content.assemble(
        *((bit.text, "bold underline" if bit.is_match else "") for bit in snippet)
    )
