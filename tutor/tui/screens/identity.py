"""Before words are kept: what could identify somebody, masked, and three choices."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from tutor.locale import say
from tutor.services.identity_guard import masked, pieces
from tutor.tui.keys import binding, key

CHOICES = ("keep-masked", "modify", "keep-here")


class IdentityScreen(ModalScreen[str | None]):
    """Shows the masked version; answers with what is to be kept, None to write on."""

    BINDINGS = [*map(binding, CHOICES)]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._masked = masked(text)

    @override
    def compose(self) -> ComposeResult:
        """Lay out why, the masked version, and what can be done."""
        with Vertical(id="identity"):
            yield Static(Content.styled(say("identity.title"), "bold $primary"))
            yield Static(say("identity.why"), markup=False)
            with VerticalScroll():
                yield Static(_shown(self._masked))
            lines = [_choice(each) for each in CHOICES]
            yield Static(Content("\n").join(lines), id="choices")

    def action_keep_masked(self) -> None:
        """Keep the masked version alone."""
        self.dismiss(self._masked)

    def action_modify(self) -> None:
        """Go back to the text as it is."""
        self.dismiss(None)

    def action_keep_here(self) -> None:
        """Keep the person's own words; only the masked version may leave."""
        self.dismiss(self._text)


def _shown(text: str) -> Content:
    """Return a masked text with its masks set off."""
    return Content("").join(
        Content.styled(say("identity.shown", text=piece), "bold $warning" * is_mask)
        for piece, is_mask in pieces(text)
    )


def _choice(key_id: str) -> Content:
    """Return a key and what comes of it; a click presses it."""
    found, said = key(key_id), say(f"identity.choice.{key_id}")
    pressed = found.keys.split(",")[0]
    markup = f"[@click=app.press('{pressed}')][bold $primary]$shown[/] $said[/]"
    return Content.from_markup(markup, shown=f"{found.shown:<2}", said=said)
