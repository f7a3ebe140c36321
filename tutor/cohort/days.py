"""Local days of a cohort: what zone it lives in, and when its clock turns."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

ZONE = "Europe/Paris"
"""The calendar in which the days of a cohort are counted, wherever it is read."""
_FIRST, _LAST = 2015, 2075
_DAY = 86_400_000
_YEAR = 31_556_952_000
"""Milliseconds of a year, leap days spread over all: at New Year it is winter on both
sides."""
_SUMMER, _WINTER = 7_200_000, 3_600_000


def paris_day(moment: datetime) -> int:
    """Return the number of the local day of a moment, from 0 on 1 January 1970.

    Args:
        moment: with a time zone.
    """
    local = moment.astimezone(ZoneInfo(ZONE)).date()
    return (local - datetime(1970, 1, 1, tzinfo=UTC).date()).days


@cache
def day_query(moment: str) -> str:
    """Return the SQL for the same of many moments at once.

    Before 2015 and after 2074 it is winter; the time zones of DuckDB are an extension
    that not every copy of it has.

    Args:
        moment: the SQL for milliseconds since the epoch.
    """
    summers = list(_summers())
    starts, ends = [start for start, _ in summers], [end for _, end in summers]
    year = f"({moment} // {_YEAR} - {_FIRST - 1970 - 1})"
    ahead = (
        f"CASE WHEN {moment} >= {starts}[{year}] AND {moment} < {ends}[{year}] "
        f"THEN {_SUMMER} ELSE {_WINTER} END"
    )
    return f"floor(({moment} + {ahead}) / {_DAY})::INTEGER"


def _summers() -> Iterator[tuple[int, int]]:
    """Yield when each summer time begins and ends, in milliseconds since the epoch."""
    for year in range(_FIRST, _LAST):
        start, end = _turn(year, 1, 7), _turn(year, 7, 12)
        yield start, end


def _turn(year: int, first: int, last: int) -> int:
    """Return the moment between two months of a year when the clock turns."""
    zone = ZoneInfo(ZONE)
    low = datetime(year, first, 1, tzinfo=UTC)
    high = datetime(year, last, 1, tzinfo=UTC)
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    turned = high.replace(second=0, microsecond=0)
    return int(turned.timestamp() * 1000)
