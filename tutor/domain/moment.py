"""When something was done: a moment that every clock and calendar can work with."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2900, 1, 1, tzinfo=UTC)
"""Beyond these, a day more or another time zone may leave the calendar."""

Moment = Annotated[AwareDatetime, Field(ge=EARLIEST, lt=LATEST)]
"""A moment with its time zone, from a file that anybody may have written."""


def is_sound(moment: datetime) -> bool:
    """Return whether a moment lies within what can be worked with.

    Args:
        moment: with its time zone.
    """
    return EARLIEST <= moment < LATEST
