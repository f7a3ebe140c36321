"""The one real clock; the faces make it, everyone else is given one."""

from datetime import UTC, date, datetime


class SystemClock:
    """The clock and the time zone of this machine."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that asks the machine

    def local_day(self, moment: datetime) -> date:
        """Return the calendar day of a moment on this machine."""
        return moment.astimezone().date()
