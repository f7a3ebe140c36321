"""Ask again, later and later, where a fault may pass: what is sent twice counts once."""

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from random import Random
from typing import NamedTuple

from tutor.domain.clock import Clock
from tutor.interop.lrs_errors import PassingError
from tutor.interop.lrs_wire import Answer

TRIES = 5
"""Questions asked in all before it is left for another day."""
LONGEST_WAIT = 60.0
"""Seconds that a store may ask for; more is left for another day."""
_FIRST_WAIT = 1.0
_GROWTH = 2
PASSING = frozenset({429, 500, 502, 503, 504})
"""What a store answers when it may answer otherwise soon."""


class Patience(NamedTuple):
    """What waiting takes."""

    pause: Callable[[float], None]
    """Waits so many seconds."""
    clock: Clock
    chance: Random
    """Spreads out a room full of people who all try again."""

    def insist(self, ask: Callable[[], Answer], url: str) -> Answer:
        """Return an answer that is not one that passes.

        Args:
            ask: asks once.
            url: who is asked, for messages.

        Raises:
            PassingError: it goes on, or the store asks to wait too long.
            LrsError: what asking raises besides.
        """
        for number in range(1, TRIES + 1):
            asked = None
            try:
                answer = ask()
            except PassingError as error:
                if number == TRIES or error.message_id != "lrs.cut":
                    raise
            else:
                if answer.status not in PASSING:
                    return answer
                if number == TRIES:
                    status = answer.status
                    raise PassingError("lrs.busy", url=url, status=status, tries=TRIES)
                asked = _asked(answer, self.clock.now())
            self._wait(number, asked, url)
        raise AssertionError("the last try returns or raises")

    def _wait(self, number: int, asked: float | None, url: str) -> None:
        """Wait as long as the store asks, or longer each time.

        Raises:
            PassingError: it asks for too long.
        """
        if asked is not None and asked > LONGEST_WAIT:
            raise PassingError("lrs.later", url=url, seconds=round(asked))
        own = _FIRST_WAIT * _GROWTH ** (number - 1)
        self.pause(asked if asked is not None else own * self.chance.uniform(0.5, 1))


def _asked(answer: Answer, now: datetime) -> float | None:
    """Return the seconds a `Retry-After` asks for, or None where it asks for none.

    RFC 9110, 10.2.3: a number of seconds, or a date.
    """
    said = answer.retry_after.strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except (TypeError, ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, (moment - now).total_seconds())
