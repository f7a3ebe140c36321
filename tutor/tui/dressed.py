"""An app dressed as the person chose: theme, width of the page, motion."""

import os

from textual import events
from textual.app import App
from textual.constants import TEXTUAL_ANIMATIONS
from textual.scrollbar import ScrollBar
from typing_extensions import override

from tutor.domain.looks import Looks
from tutor.tui.scroll_thumb import ScrollThumb
from tutor.tui.theme import THEMES, widths

NO_COLOUR = "NO_COLOR"
"""The variable by which a person wants no colour in any program (no-color.org)."""


class DressedApp(App[None]):
    """Wears what the person chose from the first frame on."""

    looks = Looks()
    """How it looks now."""
    has_chosen = False
    """Whether the person changed it since the tutor was opened."""

    def __init__(self) -> None:
        is_plain = NO_COLOUR in os.environ
        super().__init__(ansi_color=True if is_plain else None)
        ScrollBar.renderer = ScrollThumb
        for theme in THEMES.values():
            self.register_theme(theme)
        self.dress(Looks())

    def dress(self, looks: Looks) -> None:
        """Look so from now on.

        Args:
            looks: what the person chose; where `NO_COLOR` is set there is no colour,
                whatever they chose.
        """
        was, self.looks = self.looks, looks
        self.animation_level = "none" if looks.reduced_motion else TEXTUAL_ANIMATIONS
        self.theme = THEMES["plain" if self.no_color else looks.theme].name
        if not self.is_running:
            self.stylesheet.set_variables(self.get_css_variables())
        elif was.page_width != looks.page_width:
            self.refresh_css(animate=False)

    def dress_again(self, looks: Looks) -> None:
        """Look as was found once all is read, unless the person chose meanwhile.

        Args:
            looks: what the store says.
        """
        if looks != self.looks and not self.has_chosen:
            self.dress(looks)

    @override
    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the widths the style sheets name."""
        return widths(self.looks)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the cursor of a field from blinking, where nothing is to move."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = not self.looks.reduced_motion
