"""The windows that are open: how many there may be, and the end of each."""

import asyncio

from tutor.web.guests import Guest
from tutor.web.setting import Limits
from tutor.web.visit import Visit, Why


class Visits:
    """Every open window of a server."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: list[Visit] = []

    def __len__(self) -> int:
        """Return how many are open and not being closed."""
        return len([visit for visit in self._open if not visit.is_leaving])

    def of(self, guest: Guest) -> list[Visit]:
        """Return the windows of a guest that are not being closed.

        Args:
            guest: whose.
        """
        return [v for v in self._all_of(guest) if not v.is_leaving]

    def has_room(self, guest: Guest) -> bool:
        """Return whether a guest may open one more window.

        Args:
            guest: who asks.
        """
        limits = self._limits
        return len(self) < limits.visitors and len(self.of(guest)) < limits.tabs

    def add(self, visit: Visit) -> None:
        """Count a window from now on.

        Args:
            visit: one that is about to start.
        """
        self._open.append(visit)

    def remove(self, visit: Visit) -> None:
        """Count a window no longer.

        Args:
            visit: one that has ended.
        """
        self._open.remove(visit)

    async def make_way(self, guest: Guest, tab: str, *, takes_over: bool) -> None:
        """Close what a new window replaces, and wait until its store is free.

        A page that is read again, or that lost its connection, comes back before the
        server knows that it went.

        Args:
            guest: who comes.
            tab: the window, as the browser calls it.
            takes_over: whether all other windows of the guest are replaced.
        """
        replaced = [v for v in self.of(guest) if takes_over or (tab and v.tab == tab)]
        for visit in replaced:
            visit.why = "taken"
        stopping = [asyncio.create_task(visit.stop()) for visit in replaced]
        leaving = [v for v in self._all_of(guest) if v.is_leaving or v in replaced]
        await asyncio.gather(*(visit.ended.wait() for visit in leaving))
        await asyncio.gather(*stopping)

    async def stop_all(self, why: Why) -> int:
        """Close every window and return how many there were.

        Args:
            why: what is told to those who sit there.
        """
        stopped = list(self._open)
        for visit in stopped:
            if not visit.is_leaving:
                visit.why = why
        await asyncio.gather(*(visit.stop() for visit in stopped))
        return len(stopped)

    def _all_of(self, guest: Guest) -> list[Visit]:
        """Return the windows of a guest, those being closed too."""
        return [visit for visit in self._open if visit.guest == guest]
