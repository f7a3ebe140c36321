"""What strangers try at the door of a served tutor, counted one by one."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.abuse.request import (
    ANSWER,
    HANDSHAKE,
    OPENED,
    Served,
    asked,
    assert_nothing_told,
    served,
)

SECONDS = 2.0
"""Within which a server under siege still answers somebody else."""
CROWD = 300
"""Connections opened at once."""
GUESSES = 200
HOSTS = (
    *(b"evil", b"127.0.0.1", b"localhost", b"127.0.0.1:1", b"127.0.0.1.evil:@P", b""),
    *(b"[::1", b"evil@@H", b"@H.", b"@H/", b"@H,evil", b"0:@P", b"2130706433:@P"),
)
ORIGINS = (
    *(b"null", b"", b"http://evil", b"https://@H", b"http://@H.evil", b"http://@H/"),
    *(b"http://evil@@H", b"http://localhost", b"http://@H http://evil", b"file://"),
)
WAYS_OUT = (
    *(b"files/../../invitations", b"files/..%2f..%2finvitations", b"files/%2e%2e/x"),
    *(b"files//etc/passwd", b"files/progress.json.lock", b"files/lang", b"files/."),
    *(b"files/recaps/../../@T/recaps/a.md", b"files/recaps/a.md%00", b"files/recaps/"),
    *(b"files/recaps/..%5c..%5ca.md", b"../@T/recaps/a.md", b"files/cache/home.json"),
)
HUGE = (
    *(b"X: " + b"a" * 2**20, b"\r\n".join(b"X%d: a" % n for n in range(50_000))),
    *(b"Cookie: " + b"a=b; " * 2**17, b"Accept-Language: " + b"fr," * 2**18),
    *(b"Content-Length: 99999999999\r\n\r\n" + b"a" * 2**23,),
    *(
        b"Transfer-Encoding: chunked\r\n\r\n"
        + (b"FFFF\r\n" + b"a" * 65535 + b"\r\n") * 128,
    ),
)
HALVES = (b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: @H\r\nX: a")


class Tried(NamedTuple):
    """What came of one kind of attack."""

    number: int
    """How many were made."""
    let_through: int = 0
    """How many got what they wanted: none may."""


async def names_of_others(home: Path) -> Tried:
    """Ask under names that are not this server's, as a site that points its own here."""
    through = 0
    async with served(home) as at:
        for host in HOSTS:
            said = await asked(at, b"GET / HTTP/1.1\r\nHost: " + host + b"\r\n\r\n")
            through += _opened(at, said)
    return Tried(len(HOSTS), through)


async def pages_of_others(home: Path) -> Tried:
    """Open the websocket of a right address from pages of other sites."""
    through = 0
    async with served(home) as at:
        for origin in ORIGINS:
            head = HANDSHAKE.replace(b"http://@H", origin)
            said = await asked(at, b"GET /@M/ws HTTP/1.1\r\nHost: @H\r\n" + head)
            through += b"403" not in ANSWER.findall(said)
        own = await asked(at, b"GET /@M/ws HTTP/1.1\r\nHost: @H\r\n" + HANDSHAKE, 5)
        assert b"503" in ANSWER.findall(own), "no room: its own page comes further"
    return Tried(len(ORIGINS), through)


async def guessed_addresses(home: Path) -> Tried:
    """Ask for addresses that are nearly right, cut short or made up."""
    chance, through = Random(1), 0
    async with served(home) as at:
        for _ in range(GUESSES):
            guess = bytearray(at.theirs)
            guess[chance.randrange(len(guess))] = chance.choice(b"aB3-_%.")
            guess = guess[: chance.choice((1, 21, 42, 43))]
            if guess != at.theirs:
                through += _opened(at, await _files_of(at, bytes(guess)))
        assert _opened(at, await _files_of(at, at.mine)), "the right one opens"
    return Tried(GUESSES, through)


async def ways_out(home: Path) -> Tried:
    """Ask, from one's own folder, for what is beside it."""
    through = 0
    async with served(home) as at:
        for path in WAYS_OUT:
            there = path.replace(b"@T", at.theirs)
            said = await asked(
                at, b"GET /@M/" + there + b" HTTP/1.1\r\nHost: @H\r\n\r\n"
            )
            through += _opened(at, said)
    return Tried(len(WAYS_OUT), through)


async def huge_requests(home: Path) -> Tried:
    """Send heads and bodies without end; somebody else is answered all the same."""
    async with served(home) as at:
        for more in HUGE:
            await asked(at, b"POST /@M/ HTTP/1.1\r\nHost: @H\r\n" + more)
            await _answers(at)
    return Tried(len(HUGE))


async def crowds(home: Path) -> Tried:
    """Hold connections that ask nothing, or never end; somebody else is answered."""
    async with served(home) as at, AsyncExitStack() as held:
        for number in range(CROWD):
            _, writes = await asyncio.open_connection("127.0.0.1", at.port)
            held.callback(writes.close)
            writes.write(HALVES[number % len(HALVES)])
        await _answers(at)
    return Tried(CROWD)


async def _files_of(at: Served, secret: bytes) -> bytes:
    """Return what comes back for the files of an address."""
    return await asked(at, b"GET /" + secret + b"/files/ HTTP/1.1\r\nHost: @H\r\n\r\n")


def _opened(at: Served, said: bytes) -> bool:
    """Return whether an answer gives anything; it never tells of others."""
    return bool(assert_nothing_told(at, said) & OPENED)


async def _answers(at: Served) -> None:
    """Assert that somebody else is answered in time."""
    said = await asked(at, b"GET /static/page.js HTTP/1.1\r\nHost: @H\r\n\r\n", SECONDS)
    assert b"200" in ANSWER.findall(said), "the server answers nobody"


DOORS = (
    names_of_others,
    pages_of_others,
    guessed_addresses,
    ways_out,
    huge_requests,
    crowds,
)
"""Each is given a folder to serve from."""
