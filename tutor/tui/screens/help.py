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

    def __init__(self, *places: str) -> None:
        """Take the places to name the keys of: all by default."""
        super().__init__()
        self._places = places

    @override
    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll(id="help"):
            yield Static(help_text(*self._places), markup=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


def help_text(*places: str) -> str:
    """Return keys and what they do, grouped by place.

    Args:
        *places: those to name; by default all but those of the author's preview.
    """
    wanted = places or {each.place for each in KEYS} - {"preview"}
    named = [each for each in KEYS if each.place in wanted]
    lines = [say("des.help.title"), ""]
    for place, keys in groupby(named, key=lambda each: each.place):
        lines.append(say(f"des.help.place.{place}"))
        lines += [f"  {each.shown:<12}{each.label}" for each in keys]
        lines.append("")
    return "\n".join([*lines, say("des.help.mouse"), "", say("des.help.close")])
