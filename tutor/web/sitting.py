"""A visitor at the tutor, from the first key to the last word."""

import asyncio
import contextlib
import json
from typing import NamedTuple

from aiohttp import WSMsgType, web

from tutor.locale import say
from tutor.locale.language import Language
from tutor.web.doors import FULL, LOG, RefusedError, tongue
from tutor.web.guests import Guest
from tutor.web.pace import Pace
from tutor.web.pages import speaking
from tutor.web.setting import Setting
from tutor.web.visit import Visit, within_reason
from tutor.web.visits import Visits

HEARTBEAT = 15
"""Seconds after which a browser that does not answer is thought gone."""
PARTING = 2
"""Seconds a browser has to say that it closes too."""
LONGEST_TAB = 64
USUAL_SIZE = 80, 24
LONGEST_SIZE = 4
"""Digits of a width or a height."""


class Sitting(NamedTuple):
    """A window and the connection it came by."""

    visit: Visit
    socket: web.WebSocketResponse
    lang: Language
    is_second: bool
    """Whether another window of the visitor was open already."""


async def sit_down(
    request: web.Request, guest: Guest, setting: Setting, visits: Visits
) -> web.WebSocketResponse:
    """Serve one window until it ends.

    Args:
        request: that of the websocket, checked.
        guest: whose it is.
        setting: that of the server.
        visits: those that are open.

    Raises:
        RefusedError: there is no room.
    """
    takes_over = bool(request.query.get("take"))
    await visits.make_way(guest, tab_of(request), takes_over=takes_over)
    if not visits.has_room(guest):
        raise RefusedError(FULL, "serve.refused.full")
    is_second = bool(visits.of(guest))
    sitting = seated(request, guest, setting, is_second=is_second)
    visit, socket = sitting.visit, sitting.socket
    visits.add(visit)
    try:
        await socket.prepare(request)
        LOG.info(say("serve.log.opened", who=guest.short, n=len(visits)))
        if is_second:
            await tell_second(sitting)
        await visit.start(*size_of(request))
        await listen(sitting, setting)
    except OSError:
        visit.why = "broken"
        await say_goodbye(sitting)
    finally:
        await visit.stop()
        visits.remove(visit)
        LOG.info(say("serve.log.closed", who=guest.short, why=visit.why))
    return socket


def seated(
    request: web.Request, guest: Guest, setting: Setting, *, is_second: bool
) -> Sitting:
    """Return a window that has not started yet.

    Args:
        request: that of its websocket.
        guest: whose it is.
        setting: that of the server.
        is_second: whether another one of theirs is open.
    """
    socket = web.WebSocketResponse(
        heartbeat=HEARTBEAT,
        timeout=PARTING,
        max_msg_size=setting.limits.message,
        compress=False,
    )

    async def part() -> None:
        await say_goodbye(sitting)

    lang, tab = tongue(request, guest), tab_of(request)
    visit = Visit(guest, setting, socket.send_bytes, part, tab=tab, lang=lang)
    sitting = Sitting(visit, socket, lang, is_second)
    return sitting


async def listen(sitting: Sitting, setting: Setting) -> None:
    """Pass on what the visitor does until they go, or do nothing for too long.

    Args:
        sitting: a window whose process has started.
        setting: that of the server.
    """
    visit, socket = sitting.visit, sitting.socket
    now = asyncio.get_running_loop().time
    pace, last = Pace(setting.limits.rate, now), now()
    while (left := last + setting.limits.idle - now()) > 0:
        try:
            message = await socket.receive(timeout=left)
        except TimeoutError:
            continue
        if message.type is not WSMsgType.TEXT:
            return
        await asyncio.sleep(pace.wait(len(message.data)))
        envelope = read(message.data)
        if not await visit.take(envelope):
            visit.why = "rude"
            return
        if envelope[0] == "stdin":
            last = now()
    visit.why = "idle"


async def say_goodbye(sitting: Sitting) -> None:
    """Tell a window why it ends, where somebody still looks, and close it.

    Args:
        sitting: a window whose process has ended or never started.
    """
    visit, socket = sitting.visit, sitting.socket
    if socket.closed or not socket.prepared:
        return
    why = "second" if sitting.is_second and visit.why != "broken" else visit.why
    with speaking(sitting.lang):
        text = visit.reason or say(f"serve.ended.{why}")
    with contextlib.suppress(ConnectionError, RuntimeError):
        await socket.send_str(json.dumps(["ended", {"text": text}]))
    await socket.close()


async def tell_second(sitting: Sitting) -> None:
    """Tell a window that another one holds the store, and offer to take over.

    Args:
        sitting: a window beside another of the same visitor.
    """
    with speaking(sitting.lang):
        words = {"text": say("serve.second"), "take": say("serve.take")}
        words["lost"] = say("serve.ended.second")
    with contextlib.suppress(ConnectionError, RuntimeError):
        await sitting.socket.send_str(json.dumps(["second", words]))


def read(text: str) -> list[object]:
    """Return what is in a message of the browser; an empty list for what is none.

    Args:
        text: anything at all.
    """
    try:
        envelope = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return envelope if isinstance(envelope, list) else []


def tab_of(request: web.Request) -> str:
    """Return which window asks, as its browser calls it; empty where it does not say.

    Args:
        request: that of its websocket.
    """
    return request.query.get("tab", "")[:LONGEST_TAB]


def size_of(request: web.Request) -> tuple[int, int]:
    """Return the size of the terminal the page begins with, in cells.

    Args:
        request: that of its websocket.
    """
    found = []
    for name, usual in zip(("width", "height"), USUAL_SIZE, strict=True):
        said = request.query.get(name, "")
        found.append(
            int(said) if said.isdecimal() and len(said) <= LONGEST_SIZE else usual
        )
    return within_reason(found[0], found[1])
