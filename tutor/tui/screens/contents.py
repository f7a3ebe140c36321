"""The headings of a run, over its text: what is done, and where one can go back to."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from typing_extensions import override

from tutor.locale import count, no_break, say
from tutor.services.contents import Contents
from tutor.services.contents import Line as Heading
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.menu import Line, Menu

DIM = "$quiet"
SECTION = 2
Spot = tuple[str, int]
"""A stop, and which of its headings."""


class ContentsScreen(ModalScreen[Spot | None]):
    """Lists headings; gives the place chosen, or nothing."""

    BINDINGS = [binding("close-contents")]

    def __init__(self, title: str, contents: Contents) -> None:
        super().__init__()
        self._title = title
        self._contents = contents

    @override
    def compose(self) -> ComposeResult:
        """Lay out the headings, what is ahead dim and out of reach."""
        head = say("reading.contents.title", title=self._title)
        lines = [_line(Content.styled(head, "bold $primary")), _line()]
        found = self._contents.lines
        lines += [_heading(number, each) for number, each in enumerate(found)]
        if not found and not self._contents.closed:
            lines.append(_line(Content(say("reading.contents.none"))))
        if self._contents.closed:
            closed = count("reading.contents.closed", self._contents.closed)
            lines.append(_line(Content.styled(f"  {closed}", DIM)))
        legend = say("reading.contents.legend")
        lines += [_line(), _line(Content.styled(legend, DIM))]
        with VerticalScroll(id="help", can_focus=False):
            yield Menu(lines, at=self._here())
        yield KeyBar("open", "up", "down", "close-contents")

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.query_one(Menu).focus()

    def _here(self) -> str:
        """Return the target of the last heading that is shown."""
        shown = [i for i, each in enumerate(self._contents.lines) if each.key]
        return str(shown[-1]) if shown else ""

    @on(Menu.Opened)
    def _go(self, message: Menu.Opened) -> None:
        """Give the place chosen."""
        message.stop()
        chosen = self._contents.lines[int(message.target)]
        self.dismiss((chosen.key, chosen.number))

    def action_close(self) -> None:
        """Stay where one is."""
        self.dismiss(None)


def _line(left: Content | None = None) -> Line:
    """Return a line that leads nowhere."""
    return Line(left or Content(""), Content(""))


def _heading(number: int, heading: Heading) -> Line:
    """Return the line of a heading; what is ahead leads nowhere."""
    indent = "  " * max(0, heading.level - SECTION)
    left = f"{indent}{_sign(heading)} {no_break(heading.title)}"
    said = ""
    if heading.asked:
        numbers = {"answered": heading.answered, "asked": heading.asked}
        said = say("reading.contents.questions", **numbers)
    style = DIM if heading.state == "ahead" else ""
    target = str(number) if heading.key else ""
    return Line(Content.styled(left, style), Content.styled(said, DIM), target)


def _sign(heading: Heading) -> str:
    """Return the sign of a heading: done, here, with a question passed, ahead."""
    if heading.state == "done" and heading.answered < heading.asked:
        return "–"
    return {"done": "✓", "here": "▸", "ahead": "○"}[heading.state]
