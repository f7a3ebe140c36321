"""A screen that looks at words before it keeps them."""

from collections.abc import Awaitable, Callable

from textual.widgets import TextArea

from tutor.locale import say
from tutor.services.identity_guard import is_too_long, lengths
from tutor.tui.screens.identity import IdentityScreen
from tutor.tui.screens.saving import SavingScreen


class GuardingScreen(SavingScreen):
    """Lets the person choose what is kept of words that could identify somebody."""

    async def guard(
        self,
        area: TextArea,
        text: str,
        then: Callable[[str], Awaitable[None]],
        *,
        is_doubtful: bool,
    ) -> None:
        """Give on the words that are to be kept: at once, or once the person chose.

        A text that is too long stays in its field, and so does one the person wants to
        change.

        Args:
            area: where it was written; it holds what is kept afterwards.
            text: what was written.
            then: takes what is to be kept.
            is_doubtful: whether something in it could identify somebody.
        """
        if is_too_long(text):
            said = say("identity.too-long", **lengths(len(text)))
            self.notify(said, severity="warning", timeout=8, markup=False)
            return
        if not is_doubtful or self._desk.is_read_only:
            await then(text)
            return
        if self.app.screen is not self:
            return  # asked already

        async def take(kept: str | None) -> None:
            if kept is None:
                area.focus()
                return
            if kept != text:
                area.text = kept
            await then(kept)

        self.app.push_screen(IdentityScreen(text), take)
