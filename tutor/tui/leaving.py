"""Leaving the full screen: nothing is left behind, whoever asks for it."""

import asyncio
import contextlib
import signal

from textual.app import App
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.driver import Driver
from textual.widget import MountError
from textual.worker import WorkerError
from typing_extensions import override

HALF_BUILT = (MountError, NoMatches, NoScreen)
"""What Textual raises where a screen closes before it has been mounted."""


class LeavingApp(App[None]):
    """Leaves only once all is saved, on a key or on a signal."""

    @override
    def get_driver_class(self) -> type[Driver]:
        """Return what draws: on a terminal, something that outlives it."""
        found = super().get_driver_class()
        if found.__module__ != "textual.drivers.linux_driver":
            return found
        from tutor.tui.terminal import TerminalDriver

        return TerminalDriver

    async def may_go(self) -> bool:
        """Put everything answered or written on the disk; return whether it is there."""
        for screen in self.screen_stack:
            before_leaving = getattr(screen, "before_leaving", None)
            if before_leaving is not None and not await before_leaving():
                return False
        return True

    async def action_leave(self) -> None:
        """Leave once everything answered is on the disk."""
        if not await self.may_go():
            return
        with contextlib.suppress(WorkerError):
            await self.workers.wait_for_complete()
        self.put_away()
        self.exit()

    def put_away(self) -> None:
        """Let go of what is held, last thing; nothing here."""

    @override
    async def action_quit(self) -> None:
        """Leave as `q` does."""
        await self.action_leave()

    def watch_signals(self) -> None:
        """Leave properly when the window closes or the system asks."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(number, self.leave_soon)

    @override
    def _handle_exception(self, error: Exception) -> None:
        """Show a fault; a screen half built while the tutor leaves is none."""
        if not (self._exit and isinstance(error, HALF_BUILT)):
            super()._handle_exception(error)

    def leave_soon(self) -> None:
        """Begin to leave: a signal asks for it, or there is no terminal any more."""
        self.call_later(self._leave_alone)

    async def _leave_alone(self) -> None:
        """Leave where nobody is there to try again: a disk that refuses gets two tries.

        Staying would keep a tutor without a terminal running for ever.
        """
        for _ in range(2):
            if not self._exit:
                await self.action_leave()
