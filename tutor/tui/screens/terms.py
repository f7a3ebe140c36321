"""The terms of the glossary met in the text at hand, and what they mean."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from tutor.locale import no_break, say
from tutor.services.terms import Term
from tutor.tui.keys import binding
from tutor.tui.widgets.key_bar import KeyBar


class TermsScreen(ModalScreen[None]):
    """Explains terms, over the text that uses them."""

    BINDINGS = [binding("close-terms")]

    def __init__(self, terms: tuple[Term, ...]) -> None:
        super().__init__()
        self._terms = terms

    @override
    def compose(self) -> ComposeResult:
        """Lay out the terms."""
        lines = [Content.styled(say("play.terms.title"), "bold $primary")]
        for term in self._terms:
            meaning = no_break(term.meaning)
            lines += [Content(""), Content.styled(term.name, "bold"), Content(meaning)]
        with VerticalScroll(id="help"):
            yield Static(Content("\n").join(lines))
        yield KeyBar("page", "close-terms")

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
