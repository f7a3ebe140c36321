"""A message on the websocket of a visitor: one the page sends, or the end of the visit."""

import asyncio
from collections.abc import Iterator

from tests.abuse.target import Target, scratch
from tests.cli.small import COURSE
from tutor.domain.errors import TutorError
from tutor.web.guests import Guests
from tutor.web.pace import Pace
from tutor.web.setting import Setting
from tutor.web.sitting import read
from tutor.web.visit import Visit

WORDS = (
    '["stdin","',
    '["resize",{"width":',
    '"height":',
    '["blur"]',
    '["ping","',
    "1e400",
)
_HOME = scratch()
_LOOP = asyncio.new_event_loop()


def take(raw: bytes) -> None:
    """Do what a message says to a window whose process has just gone.

    Raises:
        TutorError: it is no message of the page.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise TutorError("serve.ended.rude") from error  # as the websocket has it
    assert 0 <= Pace(400, lambda: 0.0).wait(len(text)) <= len(text)
    if not _LOOP.run_until_complete(_visit().take(read(text))):
        raise TutorError("serve.ended.rude")


def _visit() -> Visit:
    """Return a window that nothing is behind any more."""
    guests = Guests(_HOME, only_invited=False)
    guest = guests.known(guests.issue())
    assert guest is not None
    visit = Visit(guest, Setting(_HOME, COURSE), _write, _close)
    visit.ended.set()
    return visit


async def _write(data: bytes) -> None: ...


async def _close() -> None: ...


def seeds() -> Iterator[bytes]:
    """Yield what the page sends."""
    yield b'["stdin", "a\\r"]'
    yield b'["stdin", "\\ud800"]'
    yield b'["resize", {"width": 100, "height": 30}]'
    yield b'["focus"]'
    yield b'["blur"]'
    yield b'["ping", "x"]'
    yield b"[" * 2000


TARGET = Target(take, seeds, WORDS)
