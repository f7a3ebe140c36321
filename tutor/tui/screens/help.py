"""The keys, from the one list: first those that work here and now."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from tutor.locale import say
from tutor.tui.keys import KEYS, Key, binding, by_place
from tutor.tui.typeset import hang
from tutor.tui.widgets.drawn import Drawn
from tutor.tui.widgets.key_bar import KeyBar, pressable

AUTHORS = "preview"
"""The place of the keys that only authors meet."""
COLUMN = 13
PRESS = "screen.press"


class HereKeys(Drawn):
    """The keys that work where one was; a click closes the help and presses one."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._here = keys

    @override
    def lines(self, width: int) -> list[Content]:
        """Return the title, then each key and what comes of it."""
        lines = [Content.styled(say("keys.here"), "bold $primary")]
        for each in self._here:
            name = pressable(each, "[bold $primary]$shown[/]", by=PRESS)
            gap = " " * max(1, COLUMN - 2 - name.cell_length)
            does = pressable(each, "$effect", by=PRESS)
            lines += hang(does, width, "  " + name + gap, " " * COLUMN)
        said = Content.styled(say("keys.click"), "$quiet")
        return [*lines, *hang(said, width, "  ", "  "), Content("")]


class HelpScreen(ModalScreen[None]):
    """Names every key, place by place, over where one is."""

    BINDINGS = [binding("close-help")]

    def __init__(self, *places: str, here: Sequence[Key] = ()) -> None:
        """Take the places to name the keys of.

        Args:
            *places: all but those of the author's preview by default.
            here: the keys that work where the person is.
        """
        super().__init__()
        self._places = places
        self._here = here

    @override
    def compose(self) -> ComposeResult:
        """Lay out the keys that work here, then all of them."""
        with VerticalScroll(id="help"):
            yield Static(f"{say('des.help.title')}\n", markup=False)
            if self._here:
                yield HereKeys(self._here)
            yield Static(help_text(*self._places), markup=False)
        yield KeyBar("page", "close-help")

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def action_press(self, key: str) -> None:
        """Close, then press a key where one was."""
        self.dismiss()
        self.app.call_later(self.app.simulate_key, key)


def help_text(*places: str) -> str:
    """Return keys and what they do, grouped by place.

    Args:
        *places: those to name; by default all but those of the author's preview.
    """
    wanted = places or {each.place for each in KEYS} - {AUTHORS}
    lines: list[str] = []
    for place, keys in by_place(KEYS).items():
        if place in wanted:
            lines.append(say(f"des.help.place.{place}"))
            lines += [f"  {each.shown:<12}{each.label}" for each in keys]
            lines.append("")
    return "\n".join([*lines, say("des.help.mouse"), "", say("des.help.close")])
