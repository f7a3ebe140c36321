"""The keys, from the one list."""

from itertools import groupby

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from tutor.locale import say
from tutor.tui.keys import KEYS, binding


class HelpScreen(ModalScreen[None]):
    """Names every key, place by place."""

    BINDINGS = [binding("close-help")]

    @override
    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(id="help"):
            yield Static(help_text(), markup=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


def help_text() -> str:
    """Return every key and what it does, grouped by place."""
    lines = [say("des.help.title"), ""]
    for place, keys in groupby(KEYS, key=lambda each: each.place):
        lines.append(say(f"des.help.place.{place}"))
        lines += [f"  {each.shown:<12}{each.label}" for each in keys]
        lines.append("")
    return "\n".join([*lines, say("des.help.mouse"), "", say("des.help.close")])
