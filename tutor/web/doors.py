"""What every request goes through: the right host, headers, and a page for a refusal."""

import logging
import re
from collections.abc import Awaitable, Callable

from aiohttp import web

from tutor.domain.errors import TutorError
from tutor.locale import say
from tutor.locale.language import Language
from tutor.web.guests import Guest
from tutor.web.pages import told_page, tongue_of
from tutor.web.setting import Door

LOG = logging.getLogger("tutor.web")
MISDIRECTED = 421
"""The status of a request for somebody else."""
FULL = 503
"""The status of a server that has no room now."""
RETRY_AFTER = 60
"""Seconds after which it is worth asking a full server again."""
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""The address is a key: it goes to nobody else, and stays in no cache."""

_PLAIN_HOST = re.compile(r"[a-z0-9.:\[\]-]{1,255}")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class RefusedError(Exception):
    """A request that is answered by a page of the same name in the catalogue."""

    def __init__(self, status: int, name: str, **values: object) -> None:
        super().__init__(status, name)
        self.status = status
        """The HTTP status."""
        self.name = name
        """The message."""
        self.values = values
        """What the message needs."""


def policy(host: str) -> str:
    """Return what a page may load: what this server gives, and nothing else.

    The terminal styles its own lines, which takes styles written by its script.

    Args:
        host: what the Host header said; browsers that do not count a websocket among
            what comes from the page's own server need its name.
    """
    is_plain = _PLAIN_HOST.fullmatch(host)
    sockets = f" ws://{host} wss://{host}" if is_plain else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self'",
            f"connect-src 'self'{sockets}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def refuse_other_names(request: web.Request, door: Door) -> None:
    """Refuse a request that names another server than this one.

    Args:
        request: any request.
        door: the names the server answers to.

    Raises:
        RefusedError: a site made its name lead here.
    """
    if request.host.lower() not in door.hosts:
        raise RefusedError(MISDIRECTED, "serve.refused.host", address=door.address)


def own_origin(request: web.Request, door: Door) -> bool:
    """Return whether a page of this server asks.

    Args:
        request: that of a websocket, for which browsers always say it.
        door: the names the server answers to.
    """
    return request.headers.get("Origin", "").lower() in door.origins


def tongue(request: web.Request, guest: Guest | None = None) -> Language:
    """Return the language of who asks.

    Args:
        request: any request.
        guest: whose address it is, where that is known.
    """
    return tongue_of(request.headers.get("Accept-Language", ""), guest)


def refusal(request: web.Request, error: RefusedError) -> web.Response:
    """Return the page of a refusal.

    Args:
        request: what was asked.
        error: why not.
    """
    depth = request.path.count("/") - 1
    root = "/".join([".."] * depth) or "."
    text = told_page(tongue(request), error.name, root, **error.values)
    later = {"Retry-After": str(RETRY_AFTER)} if error.status == FULL else {}
    return html(text, error.status, later)


def html(
    text: str, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    """Return a page.

    Args:
        text: all of it.
        status: the HTTP status.
        headers: those that only this page has.
    """
    return web.Response(
        text=text, status=status, headers=headers, content_type="text/html"
    )


def guarding(door: Callable[[], Door]) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Return what every request goes through.

    Args:
        door: gives the names the server answers to, known once it listens.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer a request, or say why not."""
        try:
            refuse_other_names(request, door())
            return await handler(request)
        except RefusedError as error:
            return refusal(request, error)
        except TutorError as error:
            return refusal(request, RefusedError(500, error.message_id, **error.values))
        except web.HTTPRedirection:
            raise
        except web.HTTPException as error:
            return refusal(request, RefusedError(error.status, "serve.refused.absent"))
        except Exception as error:  # noqa: BLE001 - the net: nobody sees a traceback
            kind = type(
                error
            ).__name__  # its words and its traceback may hold the address
            LOG.error(say("serve.log.fault", kind=kind))  # noqa: TRY400
            return refusal(request, RefusedError(500, "serve.refused.fault"))

    return guard


async def harden(request: web.Request, response: web.StreamResponse) -> None:
    """Give any response the headers that keep its address to itself.

    Args:
        request: what was asked.
        response: what is about to be sent.
    """
    response.headers.update(HEADERS)
    response.headers["Content-Security-Policy"] = policy(request.host.lower())
    response.headers.pop("Server", None)
