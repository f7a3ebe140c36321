"""Home's list: sections, and entries one can move to and open."""

from dataclasses import dataclass

from textual import events, on
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from tutor.tui.keys import binding
from tutor.tui.widgets.drawn import Drawn

WIDEST = 100
_HERE, _ELSEWHERE = Content.styled("▌ ", "$primary"), Content("  ")
_NOTHING = Content("")


@dataclass(frozen=True)
class Line:
    """A line of the menu; it can be opened where it has a target."""

    left: Content
    right: Content
    target: str = ""
    clicked: str = ""
    """What a click opens where one cannot move to the line: a title, its section."""


class Menu(Drawn, can_focus=True):
    """Shows lines and announces the one that is opened."""

    BINDINGS = [binding("up"), binding("down"), binding("open")]

    @dataclass
    class Opened(Message):
        """The person wants this one."""

        target: str

    def __init__(self, lines: list[Line], *, at: str = "") -> None:
        """Take the lines, and the target to begin at: the first one by default."""
        super().__init__()
        self._menu = lines
        self._begins_at = at
        targets = [line.target for line in lines]
        first = next((i for i, target in enumerate(targets) if target), 0)
        self._cursor = targets.index(at) if at in targets and at else first

    def on_mount(self) -> None:
        """Bring the entry at hand into view."""
        if self._begins_at:
            self.call_after_refresh(self.reveal, self._cursor, 2)

    @property
    def target(self) -> str:
        """The entry at hand; empty where there is none."""
        return self._menu[self._cursor].target if self._menu else ""

    @override
    def lines(self, width: int) -> list[Content]:
        """Return each line: left, gap, right; the one at hand is marked."""
        width = min(width, WIDEST)
        drawn = []
        for number, line in enumerate(self._menu):
            here = number == self._cursor and line.target
            mark = _HERE if here else _ELSEWHERE
            right = line.right
            room = max(1, width - right.cell_length - 4)
            left = line.left.truncate(room, ellipsis=True)
            gap = max(1, width - 2 - left.cell_length - right.cell_length)
            content = _NOTHING.join((mark, left, Content(" " * gap), right))
            drawn.append(content.stylize("bold") if here else content)
        return drawn

    def action_up(self) -> None:
        """Move to the entry before."""
        self._move(-1)

    def action_down(self) -> None:
        """Move to the entry after."""
        self._move(1)

    def action_open(self) -> None:
        """Open the entry at hand."""
        if self.target:
            self.post_message(self.Opened(self.target))

    @on(events.Click)
    def _open_under_mouse(self, event: events.Click) -> None:
        """Open the entry under the mouse."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._menu):
            line = self._menu[offset.y]
            if line.target:
                self._cursor = offset.y
                self.redraw()
            if wanted := line.target or line.clicked:
                self.post_message(self.Opened(wanted))

    def _move(self, by: int) -> None:
        """Move to the next entry in a direction, round the ends."""
        targets = [i for i, line in enumerate(self._menu) if line.target]
        if not targets:
            return
        place = targets.index(self._cursor) if self._cursor in targets else 0
        self._cursor = targets[(place + by) % len(targets)]
        self.redraw()
        self.reveal(self._cursor, 2)
