"""A request to a served tutor, to the byte: `@H` stands for its name, `@M` for my address.

Another visitor has a file there; neither it, nor their address, nor where things are on
the machine may come back, whatever is asked.
"""

import asyncio
import atexit
import logging
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from tests.abuse.target import Target, scratch
from tests.cli.small import COURSE
from tutor.domain.errors import TutorError
from tutor.web.doors import LOG
from tutor.web.server import TutorServer
from tutor.web.setting import Limits, Setting

HOST, MINE = b"@H", b"@M"
SECRET_WORDS = b"CE QUI EST A UNE AUTRE"
ANSWER = re.compile(rb"HTTP/[01]\.[0-9] ([0-9]{3}) ")
OPENED = {b"200", b"302", b"101"}
LAST = b"\r\n\r\nGET /nothing HTTP/1.1\r\nHost: @\r\nConnection: close\r\n\r\n"
PATIENCE = 0.03
"""Seconds a server that waits for more is listened to."""
HEAD = b" HTTP/1.1\r\nHost: @H\r\n\r\n"
PATHS = (
    *(
        b"/",
        b"/@M",
        b"/@M/",
        b"/@M/files/",
        b"/@M/files/recaps/a.md",
        b"/static/page.js",
    ),
    *(b"/static/..%2fserver.py", b"/@M/files/../../invitations", b"/@M/ws", b"/%00"),
    *(b"//@M//", b"/@M/files/%2e%2e/%2e%2e/", b"/@M/files/progress.json", b"*", b"/.."),
)
HANDSHAKE = (
    b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: http://@H\r\n\r\n"
)
WORDS = (
    *(
        "GET ",
        "POST ",
        "OPTIONS ",
        "@M",
        "@H",
        "HTTP/1.1\r\n",
        "Host: ",
        "Origin: null",
    ),
    *("Content-Length: 9999999999\r\n", "Transfer-Encoding: chunked\r\n", "%2e%2e%2f"),
    *("Accept-Language: ", "Cookie: ", "Range: bytes=0-", "Expect: 100-continue\r\n"),
    *("Upgrade: websocket\r\n", "Connection: keep-alive\r\n", "\r\n\r\n", "0\r\n\r\n"),
)
_LOOP = asyncio.new_event_loop()


class _Loud(logging.Handler):
    """Counts what the server calls a fault of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.faults = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count an error."""
        self.faults += record.levelno >= logging.ERROR


class Served(NamedTuple):
    """A server with two visitors."""

    port: int
    home: Path
    mine: bytes
    """My address."""
    theirs: bytes
    """Another one's."""
    log: _Loud


@asynccontextmanager
async def served(home: Path) -> AsyncIterator[Served]:
    """Serve the small course to nobody but those who ask for pages.

    Two visitors have a folder; there is room for no terminal, so that none is started.

    Args:
        home: where all is kept.
    """
    server = TutorServer(Setting(home, COURSE, port=0, limits=Limits(visitors=0)))
    runner = await server.start()
    try:
        secrets = [server.guests.issue() for _ in range(2)]
        for secret, words in zip(secrets, (b"A MOI", SECRET_WORDS), strict=True):
            guest = server.guests.known(secret)
            assert guest is not None
            server.guests.open(guest)
            (guest.place.root / "recaps").mkdir()
            (guest.place.root / "recaps" / "a.md").write_bytes(words)
        mine, theirs = (each.encode() for each in secrets)
        log = _Loud()
        LOG.addHandler(log)
        yield Served(runner.addresses[0][1], home, mine, theirs, log)
    finally:
        LOG.removeHandler(log)
        await runner.cleanup()


async def asked(at: Served, raw: bytes, patience: float = PATIENCE) -> bytes:
    """Return what comes back for bytes on a connection of their own.

    Args:
        at: the server.
        raw: all that is sent, with `@H` and the like; a last request for nothing comes
            after it, so that the server closes where it has understood what came before.
        patience: seconds a server that waits for more is listened to.
    """
    reads, writes = await asyncio.open_connection("127.0.0.1", at.port)
    said = bytearray()
    try:
        writes.write(filled(at, raw) + LAST)
        async with asyncio.timeout(patience):
            while more := await reads.read(2**16):
                said += more
    except (ConnectionError, TimeoutError):
        pass
    finally:
        writes.transport.abort()  # what is not sent yet need not arrive
    return bytes(said)


def filled(at: Served, raw: bytes) -> bytes:
    """Return bytes with what stands for names and addresses in its place.

    Args:
        at: the server.
        raw: `@H` is its name, `@P` its port, `@M` my address.
    """
    port = b"%d" % at.port
    named = raw.replace(HOST, b"127.0.0.1:" + port).replace(b"@P", port)
    return named.replace(MINE, at.mine)


def take(raw: bytes) -> None:
    """Ask the server, and look at what comes back.

    Raises:
        TutorError: nothing was let through.
    """
    if not _STARTED:
        stack = AsyncExitStack()
        _STARTED.append(
            _LOOP.run_until_complete(stack.enter_async_context(served(scratch())))
        )
        atexit.register(_LOOP.run_until_complete, stack.aclose())
    at = _STARTED[0]
    if not assert_nothing_told(at, _LOOP.run_until_complete(asked(at, raw))) & OPENED:
        raise TutorError("serve.refused.absent")


def assert_nothing_told(at: Served, said: bytes) -> set[bytes]:
    """Assert that an answer tells nothing of others; return its statuses.

    Args:
        at: the server.
        said: what came back.
    """
    for told in (SECRET_WORDS, at.theirs, str(at.home).encode(), b"Traceback"):
        assert told not in said, told
    assert not said or ANSWER.match(said), said[:80]
    assert at.log.faults == 0, "the server speaks of a fault"
    return set(ANSWER.findall(said))


_STARTED: list[Served] = []


def seeds() -> Iterator[bytes]:
    """Yield requests as browsers make them, and as others do."""
    for path in PATHS:
        yield b"GET " + path + HEAD
    yield b"POST /@M/ HTTP/1.1\r\nHost: @H\r\nContent-Length: 4\r\n\r\nabcd"
    yield b"GET /@M/ws HTTP/1.1\r\nHost: @H\r\n" + HANDSHAKE
    yield b"GET /@M/ws HTTP/1.1\r\nHost: @H\r\n" + HANDSHAKE.replace(b"@H", b"evil")
    yield b"GET /@M/ HTTP/1.1\r\nHost: evil\r\n\r\n"
    yield b"GET / HTTP/1.0\r\n\r\n" + b"GET /@M/ HTTP/1.1\r\nHost: @H\r\n\r\n"
    yield b"GET /@M/ HTTP/1.1\r\nHost: @H\r\nX: " + b"a" * 9000 + b"\r\n\r\n"


TARGET = Target(take, seeds, WORDS, longest=12_000)
