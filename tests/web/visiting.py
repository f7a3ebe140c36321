"""A server of one's own, and a visitor who types without a browser."""

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.cli.small import COURSE
from tests.web.waiting import LIMIT, until
from tutor.store.place import Place
from tutor.web.guests import Guest, code_of
from tutor.web.server import TutorServer
from tutor.web.setting import Limits, Setting

ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[A-Za-z$]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
RIGHT = "Au médecin traitant"
"""The right option of the question of the first lesson."""
LIMITS = Limits()
SIZE = "width=100&height=30"


@contextlib.asynccontextmanager
async def serving(
    home: Path, url: str = "", limits: Limits = LIMITS
) -> AsyncIterator[TutorServer]:
    """Serve the small course on a port that is free."""
    server = TutorServer(Setting(home, COURSE, port=0, url=url, limits=limits))
    runner = await server.start()
    try:
        yield server
    finally:
        await runner.cleanup()


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def readable(drawn: str) -> str:
    """Return what is drawn as one reads it: no colours, single spaces."""
    return " ".join(ESCAPES.sub(" ", drawn).split())


def tick_in(seen: str, option: str) -> str:
    """Return the letter of an option, wherever the order of the run has put it."""
    *_, letter = re.findall(rf"([a-h]) {option}", seen)
    return str(letter)


class Window:
    """One window of a visitor."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.told: dict[str, str] = {}
        self._drawn = ""
        self._task = asyncio.create_task(self._listen())

    @property
    def seen(self) -> str:
        """What was drawn since the last key."""
        return readable(self._drawn)

    async def until(self, words: str) -> None:
        """Wait until words have been drawn since the last key."""
        try:
            await until(lambda: words in self.seen)
        except TimeoutError:
            raise AssertionError(f"{words!r} not in {self.seen!r}") from None

    async def press(self, keys: str, words: str) -> None:
        """Type, and wait until words are drawn."""
        self._drawn = ""
        await self.socket.send_json(["stdin", keys])
        await self.until(words)

    async def to_the_question(self) -> None:
        """Open the first lesson and go to its question."""
        await self.until("○ Petite leçon")
        await self.press("\r", "Une lettre part")
        await self.press("\r", "⏎ répondre")

    async def tick(self, option: str) -> None:
        """Tick an option."""
        letter = tick_in(self.seen, option)
        await self.press(letter, f"◉ {letter} {option}")

    async def ended(self) -> str:
        """Wait for the end, and return what the page was told of it."""
        await asyncio.wait_for(asyncio.shield(self._task), LIMIT)
        return self.told.get("ended", "")

    async def close(self) -> None:
        """Close the window, as one closes a tab."""
        await self.socket.close()
        await self._task

    async def _listen(self) -> None:
        async for message in self.socket:
            if message.type is WSMsgType.BINARY:
                self._drawn += message.data.decode("utf-8", "replace")
            elif message.type is WSMsgType.TEXT:
                kind, words = json.loads(message.data)
                self.told[kind] = words["text"]


class Visitor:
    """Somebody with an address."""

    def __init__(self, session: ClientSession, address: str, home: Path) -> None:
        self.session = session
        self.address = address
        self._home = home

    @property
    def folder(self) -> Path:
        """Their folder, found as nobody else could: by their secret."""
        return self.guest.place.root

    @property
    def guest(self) -> Guest:
        """Who they are to the server."""
        code = code_of(self.secret)
        return Guest(code, Place(self._home / "web" / code))

    @property
    def secret(self) -> str:
        """What opens their folder."""
        return self.address.rstrip("/").rpartition("/")[2]

    async def open(self, tab: str = "", take: str = "", **headers: str) -> Window:
        """Open a window."""
        base = self.address.partition("://")[2].partition("/")[0]
        origin = {"Origin": f"http://{base}", **headers}
        query = f"{SIZE}&tab={tab}&take={take}"
        address = f"{self.address}ws?{query}"
        return Window(await self.session.ws_connect(address, headers=origin))


@contextlib.asynccontextmanager
async def visiting(server: TutorServer) -> AsyncIterator[Callable[[], Visitor]]:
    """Return what makes visitors with addresses of their own."""
    async with ClientSession() as session:

        def come() -> Visitor:
            address = f"{server.door.address}{server.guests.issue()}/"
            return Visitor(session, address, server.setting.home)

        yield come
