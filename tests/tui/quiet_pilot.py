"""A pilot that waits until nothing is left to do, and no longer."""

import asyncio
import contextlib
from typing import Any

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

MOST_ROUNDS = 200
STILL_ROUNDS = 2


class QuietPilot(Pilot[None]):
    """Textual's own waits for an idle processor: a fiftieth of a second at least.

    It does so five times for a click.
    """

    async def pause(self, delay: float | None = None) -> None:
        """Wait as long as is said, else until the app has come to rest.

        Args:
            delay: seconds.
        """
        if delay is None:
            await self.settle()
        else:
            await super().pause(delay)

    async def settle(self) -> None:
        """Wait until workers are done and nothing is left to say or to draw."""
        still = 0
        for _ in range(MOST_ROUNDS):
            with contextlib.suppress(WorkerCancelled):  # the app has closed
                await self.app.workers.wait_for_complete()
            await self._wait_for_quiet()
            if self.app._exit:
                return
            screen = self.app.screen
            still = still + 1 if _is_drawn(screen) and self._is_quiet() else 0
            if still == STILL_ROUNDS:
                return
            screen._on_timer_update()
        raise AssertionError("the screen does not come to rest")

    async def _wait_for_quiet(self) -> None:
        """Let every message be taken, then every handler come to its end."""
        for _ in range(MOST_ROUNDS):
            if self._is_quiet():
                break
            await asyncio.sleep(0)
        await self._wait_for_screen()

    def _is_quiet(self) -> bool:
        """Return whether nothing waits to be said."""
        pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
        return all(pump._message_queue.empty() for pump in pumps)


def send(app: App[None], key: str) -> None:
    """Send one key to an app, as a terminal does; nothing is waited for."""
    sign = {"space": " "}.get(key, key)
    name = _character_to_key(key) if len(key) == 1 else key
    app.post_message(events.Key(name, sign if len(sign) == 1 else None))


def _is_drawn(screen: Screen[Any]) -> bool:
    """Return whether nothing waits to be laid out or drawn."""
    waiting = screen._callbacks or screen._dirty_widgets or screen._layout_required
    return not waiting
