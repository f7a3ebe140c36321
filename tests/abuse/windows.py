"""What a stranger may do in a window of a served tutor: a real process is behind each."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from random import Random

from aiohttp import WSServerHandshakeError

from tests.abuse.doors import SECONDS, Tried
from tests.web.visiting import Window, serving, visiting
from tests.web.waiting import until
from tutor.web.setting import Limits

HOME = "○ Petite leçon"
"""What Home shows."""
RUDE: tuple[str, ...] = (
    *("", "null", "[]", "{}", "1", '"stdin"', '["stdin"]', '["stdin", 3]', '["quit"]'),
    *('["stdin", "a", "b"]', '["resize", [80, 24]]', '["resize", {"width": 1e999}]'),
    *('["resize", {"width": "80", "height": null}]', "[" * 5000, '{"0": "stdin"}'),
    *('["ping", 1]', '["stdin", {"a": 1}]', "9" * 5000, '["meta", {"type": "exit"}]'),
)
"""Messages that no page sends."""
KEYS = (
    *("\x1b", "\x00", "\x7f", "\x1b[M !!", "\x1b]0;x\x07", "\ud800", "\x1b[200~", "é"),
    *("\r", "d", "a", "b", "3", "\x1b[A", "\x1b[B", "\t", "/", "?", ",", "w", "m", "t"),
    *("\x1b[1;2P", "\x1bOP", "\x1b[<0;10;5M", "\x1b[<64;99999;99999M", "x" * 999, " "),
)
"""What terminals send, and what they never do; none of it leaves the tutor."""
PRESSED = 300
FLOOD = 3_000


async def rude_messages(home: Path, messages: Sequence[str] = RUDE) -> Tried:
    """Send what no page sends: it ends that window, and nobody else's."""
    through = 0
    async with serving(home) as server, visiting(server) as come:
        other = await come().open()
        await other.until(HOME)
        for message in messages:
            window = await come().open()
            await window.socket.send_str(message)
            through += "incompréhensible" not in await window.ended()
        await _still_there(other)
    return Tried(len(messages), through)


async def wild_keys(home: Path, number: int = PRESSED) -> Tried:
    """Press anything, at any size of window; the tutor stays, and its store is whole."""
    chance = Random(1)
    async with serving(home) as server, visiting(server) as come:
        visitor = come()
        window = await visitor.open()
        await window.until(HOME)
        for _ in range(number):
            await window.socket.send_json(["stdin", chance.choice(KEYS)])
            if not chance.randrange(20):
                size = {
                    "width": chance.randrange(-9, 999),
                    "height": chance.randrange(-9, 999),
                }
                await window.socket.send_json(["resize", size])
        await window.close()
        await until(lambda: len(server.visits) == 0)
        assert not (visitor.folder / "panne.txt").exists(), visitor.folder
        again = await visitor.open()
        await again.until("Tuteur")
        await again.close()
    return Tried(number)


async def flood(home: Path, number: int = FLOOD) -> Tried:
    """Send more than a person types; somebody else's keys still come through."""
    async with serving(home) as server, visiting(server) as come:
        other, window = await come().open(), await come().open()
        await other.until(HOME)

        async def pour() -> None:
            for _ in range(number):
                await window.socket.send_json(["stdin", "\x1b[B"])

        pouring = asyncio.create_task(pour())
        await _still_there(other)
        await pouring
    return Tried(number)


async def too_many(home: Path, number: int = 6) -> Tried:
    """Open more windows than there is room for: the others are kept, these told."""
    through, room = 0, 2
    async with (
        serving(home, limits=Limits(visitors=room)) as server,
        visiting(server) as come,
    ):
        kept = [await come().open() for _ in range(room)]
        for _ in range(number):
            try:
                await come().open()
                through += 1
            except WSServerHandshakeError as error:
                through += error.status != 503
        for window in kept:
            await window.until(HOME)
    return Tried(number, through)


async def _still_there(window: Window) -> None:
    """Assert that a tutor answers its visitor."""
    async with asyncio.timeout(10 * SECONDS):
        await window.press("?", "aide")
        await window.press("\x1b", HOME)


WINDOWS = (rude_messages, wild_keys, flood, too_many)
"""Each is given a folder to serve from."""
