"""The top line: where one is on the left, what is happening on the right."""

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tutor.tui.widgets.drawn import Drawn


class TitleBar(Drawn):
    """Shows a place and a state."""

    place: reactive[str] = reactive("", repaint=False)
    """Where the person is."""
    state: reactive[str] = reactive("", repaint=False)
    """What has just happened, or the day."""

    def watch_place(self) -> None:
        """Draw the new place."""
        self.redraw()

    def watch_state(self) -> None:
        """Draw the new state."""
        self.redraw()

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the line, the place shortened where both do not fit."""
        state = Content.styled(self.state, "$quiet")
        room = max(1, width - state.cell_length - 2)
        place = Content.styled(self.place, "bold").truncate(room, ellipsis=True)
        gap = max(1, width - place.cell_length - state.cell_length)
        return [(place + Content(" " * gap) + state).truncate(width, ellipsis=True)]
