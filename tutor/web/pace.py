"""How fast a browser may send: a bucket that fills with time."""

from collections.abc import Callable

KILOBYTE = 1024


class Pace:
    """Says how long to wait before the next message is read."""

    def __init__(self, rate: float, now: Callable[[], float]) -> None:
        self._rate = rate
        self._now = now
        self._left = rate
        self._seen = now()

    def wait(self, size: int) -> float:
        """Take a message into account and return the seconds to wait before the next.

        Args:
            size: its length in characters; each thousand beyond the first costs as
                much as one message more.
        """
        now = self._now()
        gained = (now - self._seen) * self._rate
        self._seen = now
        self._left = min(self._rate, self._left + gained) - (1 + size // KILOBYTE)
        return max(0.0, -self._left / self._rate)
