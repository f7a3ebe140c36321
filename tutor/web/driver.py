"""What draws the tutor for a browser: Textual's web driver, which leaves properly."""

import contextlib

from textual.app import ScreenStackError
from textual.drivers.web_driver import WebDriver
from typing_extensions import override

TRIES = 2
"""How often leaving is tried before what a disk refuses is given up."""


class ServedDriver(WebDriver):
    """Leaves as `q` does where the person is gone, and outlives a server that died."""

    @override
    def write(self, data: str) -> None:
        """Draw, as long as somebody looks."""
        with contextlib.suppress(OSError):
            super().write(data)

    @override
    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something, as long as it is there."""
        with contextlib.suppress(OSError):
            super().write_meta(data)

    @override
    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take note of what the page says; a terminal that changed is drawn anew.

        What it showed has moved, and what was on its way was meant for another size.
        """
        super().on_meta(packet_type, payload)
        if packet_type == "resize":
            self._app.call_later(self._draw_anew)

    @override
    def run_input_thread(self) -> None:
        """Read what the person does; at the end of it they have gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._app.call_later(self._leave)

    def _draw_anew(self) -> None:
        """Draw every cell of the screen that is shown."""
        with contextlib.suppress(ScreenStackError):
            self._app.screen.refresh()

    async def _leave(self) -> None:
        """Leave with everything saved; a disk that refuses gets two tries."""
        for _ in range(TRIES):
            if self._app.return_code is None:
                await self._app.action_quit()
        if self._app.return_code is None:
            self._app.exit()
