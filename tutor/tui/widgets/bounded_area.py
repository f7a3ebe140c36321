"""A field for several lines that takes no paste it could not hold."""

from textual import events
from textual.widgets import TextArea
from typing_extensions import override

from tutor.locale import say
from tutor.services.identity_guard import LONGEST, lengths


class BoundedArea(TextArea):
    """Refuses a paste that would make the text longer than a note may be.

    A long text makes every key slow: a million characters, four seconds a key.
    """

    @override
    async def _on_paste(self, event: events.Paste) -> None:
        """Refuse a paste that is too long; what is written stays."""
        left = len(self.text) - len(self.selected_text)
        total = left + len(event.text)
        if total > LONGEST and not self.read_only:
            event.prevent_default()
            event.stop()
            said = say("identity.too-long.paste", **lengths(total))
            self.notify(said, severity="warning", timeout=8, markup=False)


class ReflectionArea(BoundedArea):
    """Where a note for oneself is written."""
