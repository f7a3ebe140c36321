"""Time comes in through the door."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Say what time it is; only the faces own a real one."""

    def now(self) -> datetime:
        """Return the present moment, with its time zone set to UTC."""
        ...

    def local_day(self, moment: datetime) -> date:
        """Return the calendar day of a moment where the person is.

        Args:
            moment: a moment with a time zone.
        """
        ...
