"""The flower on a sheet of its own, over the DES view."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from typing_extensions import override

from tutor.services.petals import Petal
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.marguerite import Marguerite


class FlowerScreen(ModalScreen[None]):
    """Shows every competency at once."""

    BINDINGS = [binding("close-flower")]

    def __init__(self, petals: Sequence[Petal], at: str) -> None:
        super().__init__()
        self._petals, self._at = petals, at

    @override
    def compose(self) -> ComposeResult:
        """Lay out the flower and its words."""
        with VerticalScroll(id="sheet"):
            yield Marguerite()
        yield KeyBar("close-flower", "page")

    def on_mount(self) -> None:
        """Draw the petals."""
        self.query_one(Marguerite).show(self._petals, self._at)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
