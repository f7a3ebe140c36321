"""A column longer than the screen, drawn as seldom as it can be."""

from textual.containers import VerticalScroll
from typing_extensions import override

from tutor.tui.widgets.ground import Ground


class LongColumn(VerticalScroll, Ground, can_focus=True):
    """Scrolls through what it holds, and looks the same with the keys and without."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Keep room for the bar from the start: all is laid out once, not twice.

        Args:
            id: the name of the widget.
        """
        super().__init__(id=id)
        self.set_reactive(LongColumn.show_vertical_scrollbar, value=True)

    @override
    def watch_has_focus(self, _has_focus: bool) -> None:
        """Style nothing anew: nothing here shows where the keys are.

        Textual would style every widget in the column again, whenever one of them takes
        the keys.
        """

    @override
    def action_scroll_up(self) -> None:
        """Scroll by a line, at once: there is nothing between two lines to show."""
        self.scroll_up(animate=False)

    @override
    def action_scroll_down(self) -> None:
        """Scroll by a line, at once."""
        self.scroll_down(animate=False)
