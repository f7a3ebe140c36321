"""Hand one's record over: who signs, what leaves, tick by tick; then the exact file."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Static
from typing_extensions import override

from tutor.domain.errors import TutorError
from tutor.locale import advise, say
from tutor.services.desk import Desk
from tutor.services.handing import Ready, key_named, prepare
from tutor.services.offering import Offer, offer_of
from tutor.services.signing import LONGEST, Signature, kept_signature, signed
from tutor.services.ticking import Ticks
from tutor.tui.keys import binding
from tutor.tui.notice import hide
from tutor.tui.screens.export_file import ExportFileScreen
from tutor.tui.screens.looking import LookingScreen
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.tick_list import TickList
from tutor.tui.widgets.title_bar import TitleBar

FIELDS = ("pseudonym", "promotion", "semester", "key")
"""What is typed, in the order it is asked."""
LONGEST_KEY = 500
"""Characters of a key, or of the path of its file."""


class ExportScreen(LookingScreen):
    """Lists what may leave; goes on to the exact file."""

    BINDINGS = [binding("back")]

    class Offered(Message):
        """What may leave is known."""

        def __init__(self, offer: Offer, signature: Signature) -> None:
            super().__init__()
            self.offer = offer
            self.signature = signature

    class Prepared(Message):
        """The exact file is made."""

        def __init__(self, ready: Ready, key: str) -> None:
            super().__init__()
            self.ready = ready
            self.key = key

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._offer: Offer | None = None
        self._ticks = Ticks()

    @override
    def compose(self) -> ComposeResult:
        """Lay out the title and the keys; the rest comes with what may leave."""
        yield from self.waiting(
            "export-see", "export-tick", "up", "down", "back", "help"
        )

    def on_mount(self) -> None:
        """Name the place and look for what may leave."""
        self.query_one(TitleBar).place = say("export.screen")
        self._look()

    @work(thread=True, exclusive=True, group="offer", exit_on_error=False)
    def _look(self) -> None:
        """Read the store in a worker."""
        desk = self._desk
        self.attempt(lambda: self.Offered(offer_of(desk), kept_signature(desk)))

    @on(Offered)
    async def _show(self, message: Offered) -> None:
        """Show what may leave, or that nothing is there yet."""
        self._offer = message.offer
        await self.query("#loading").remove()
        for flow in self.query("#flow"):
            if message.offer.is_empty:
                said = f"{say('export.empty')}\n{advise('export.empty')}"
                await flow.mount(Static(said, id="empty", markup=False))
                self.query_one(KeyBar).show("back", "help")
                return
            shown = TickList(self._ticks.rows(message.offer))
            await flow.mount(_fields(message.signature), shown)
            first = shown if message.signature.pseudonym else self.query(Input).first()
            first.focus(scroll_visible=False)

    @override
    def tell(self, error: TutorError) -> None:
        """Say what went wrong; nothing is being looked for any more."""
        self.query("#loading").remove()
        super().tell(error)

    @on(TickList.Toggled)
    def _tick(self, message: TickList.Toggled) -> None:
        """Put a tick, or take it away."""
        if self._offer is not None:
            self._ticks = self._ticks.toggled(self._offer, message.row)
            self.query_one(TickList).show(self._ticks.rows(self._offer))

    @on(Input.Submitted)
    def _next_field(self, message: Input.Submitted) -> None:
        """Give the keys to the next field, then to the list."""
        message.stop()
        self.focus_next()

    @on(TickList.Submitted)
    def _see(self) -> None:
        """Make the exact file of what is ticked."""
        if self._offer is not None:
            hide(self)
            typed = [self.query_one(f"#{name}", Input).value for name in FIELDS]
            self._prepare(self._offer, typed)

    @work(thread=True, exclusive=True, group="prepare", exit_on_error=False)
    def _prepare(self, offer: Offer, typed: list[str]) -> None:
        """Make the file in a worker."""
        self.attempt(lambda: self._prepared(offer, typed))

    def _prepared(self, offer: Offer, typed: list[str]) -> Prepared:
        """Return the exact file.

        Raises:
            TutorError: something typed cannot be taken, or nothing is ticked.
        """
        pseudonym, promotion, semester, named = typed
        signature = signed(pseudonym, promotion, semester)
        key = key_named(named) if named.strip() else ""
        ready = prepare(self._desk, self._ticks.choices(offer), signature)
        return self.Prepared(ready, key)

    @on(Prepared)
    def _open(self, message: Prepared) -> None:
        """Show the exact file."""
        if self.is_current:
            screen = ExportFileScreen(self._desk, message.ready, message.key)
            self.app.push_screen(screen)

    def action_back(self) -> None:
        """Go back to Home; nothing has left."""
        self.dismiss()


def _fields(signature: Signature) -> Vertical:
    """Return the fields, filled as the last time."""
    kept = {
        "pseudonym": signature.pseudonym,
        "promotion": signature.promotion,
        "semester": str(signature.semester or ""),
    }
    rows = []
    for name in FIELDS:
        most = LONGEST_KEY if name == "key" else LONGEST
        field = Input(
            kept.get(name, ""),
            placeholder=say(f"export.field.{name}.how"),
            max_length=most,
            id=name,
            compact=True,
        )
        rows.append(Horizontal(Label(say(f"export.field.{name}")), field))
    return Vertical(*rows, id="fields")
