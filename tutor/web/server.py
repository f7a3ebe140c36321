"""The server: textual-serve's, with an address a visitor and doors that are shut."""

import asyncio
import logging
import signal

from aiohttp import web
from textual_serve.server import Server
from typing_extensions import override

from tutor.domain.errors import TutorError
from tutor.domain.reasons import reason_of
from tutor.locale import say
from tutor.services.looks import read_looks
from tutor.web.colours import theme_css
from tutor.web.doors import (
    FULL,
    LOG,
    RefusedError,
    guarding,
    harden,
    html,
    own_origin,
    tongue,
)
from tutor.web.guests import Guest, Guests, lend_course
from tutor.web.pages import STATICS, files_of, files_page, seat_page
from tutor.web.setting import Door, Setting, door_of
from tutor.web.sitting import sit_down
from tutor.web.visits import Visits

DEAF = logging.getLogger("tutor.web.http")
"""Where aiohttp complains of what it was sent: that may hold an address."""


class TutorServer(Server):
    """Serves the tutor to visitors who each have an address of their own."""

    def __init__(self, setting: Setting) -> None:
        super().__init__("", setting.host, setting.port)
        self.setting = setting
        """How it is set up; checked already."""
        self.guests = Guests(setting.home, only_invited=setting.is_open)
        """Who may come in."""
        self.visits = Visits(setting.limits)
        """Who is there."""
        self.door: Door = door_of(setting, setting.port)
        """The names it answers to, with the right port once it listens."""
        self.was_interrupted = False
        """Whether Ctrl-C ended it."""

    @override
    def initialize_logging(self) -> None:
        """Write one line an event to stderr, with no address in any."""
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
        LOG.handlers[:] = [handler]
        LOG.setLevel(logging.INFO)
        LOG.propagate = False

    @override
    def serve(self, debug: bool = False) -> None:
        """Serve until Ctrl-C or a signal; every visit is saved before the end.

        Args:
            debug: not used; textual-serve has it.

        Raises:
            TutorError: the port or the host cannot be used.
        """
        self.initialize_logging()
        try:
            asyncio.run(self._serve())
        finally:
            LOG.handlers.clear()

    async def _serve(self) -> None:
        """Serve until asked to stop."""
        runner = await self.start()
        stopped = asyncio.Event()
        loop = asyncio.get_running_loop()

        def stop(number: int) -> None:
            self.was_interrupted = number == signal.SIGINT
            stopped.set()

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    loop.add_signal_handler(number, stop, number)
                except NotImplementedError:
                    break  # a system that interrupts instead
        try:
            self.announce()
            await stopped.wait()
        finally:
            await runner.cleanup()

    async def start(self) -> web.AppRunner:
        """Begin to listen, and return what ends it.

        Raises:
            TutorError: the port or the host cannot be used.
        """
        DEAF.setLevel(logging.CRITICAL + 1)
        app = await self._make_app()
        runner = web.AppRunner(app, access_log=None, logger=DEAF)
        await runner.setup()
        host, port = self.setting.host.strip("[]"), self.setting.port
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            await runner.cleanup()
            reason = reason_of(error)
            raise TutorError(
                "serve.error.listen", host=host, port=port, reason=reason
            ) from error
        self.door = door_of(self.setting, runner.addresses[0][1])
        return runner

    def announce(self) -> None:
        """Say where the tutor is, and how it ends."""
        name = "serve.open" if self.setting.is_open else "serve.here"
        LOG.info(say(name, address=self.door.address))
        LOG.info(say("serve.quit"))

    @override
    async def _make_app(self) -> web.Application:
        """Return the application: our own few ways in, none of the stock ones."""
        app = web.Application(middlewares=[guarding(lambda: self.door)])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/static/{name}", self._static),
                web.get("/{secret}", self._without_slash),
                web.get("/{secret}/", self._seat),
                web.get("/{secret}/ws", self.handle_websocket),
                web.get("/{secret}/files/", self._files),
                web.get("/{secret}/files/{name:.+}", self._file),
            ]
        )
        app.on_response_prepare.append(harden)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @override
    async def on_shutdown(self, app: web.Application) -> None:
        """Let every visitor's tutor save and leave."""
        number = await self.visits.stop_all("stopped")
        LOG.info(say("serve.stopped", n=number))

    @override
    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """Give somebody on this machine an address; others need an invitation."""
        if self.setting.is_open:
            raise RefusedError(403, "serve.refused.invitation")
        raise web.HTTPFound(f"{self.guests.issue()}/")

    @override
    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Let a page of ours draw the tutor of its visitor."""
        guest = self._guest(request)
        if not own_origin(request, self.door):
            raise RefusedError(403, "serve.refused.origin")
        self.guests.open(guest)
        await asyncio.to_thread(lend_course, self.setting.home, guest)
        return await sit_down(request, guest, self.setting, self.visits)

    async def _without_slash(self, request: web.Request) -> web.StreamResponse:
        """Send a visitor who lost the last sign of their address to the whole one."""
        self._guest(request)
        raise web.HTTPFound(f"{request.match_info['secret']}/")

    async def _seat(self, request: web.Request) -> web.StreamResponse:
        """Give the page with the terminal, where there is room."""
        guest = self._guest(request)
        if not self.visits.has_room(guest):
            raise RefusedError(FULL, "serve.refused.full")
        return html(seat_page(tongue(request, guest), read_looks(guest.place).theme))

    async def _files(self, request: web.Request) -> web.StreamResponse:
        """List what a visitor may take away."""
        guest = self._guest(request)
        return html(files_page(tongue(request, guest), files_of(guest.place)))

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """Give a visitor a file of theirs; only what is listed can be asked for."""
        guest = self._guest(request)
        path = files_of(guest.place).get(request.match_info["name"])
        if path is None:
            raise RefusedError(404, "serve.refused.absent")
        headers = {"Content-Disposition": "attachment"}
        body = await asyncio.to_thread(path.read_bytes)
        return web.Response(
            body=body, headers=headers, content_type="application/octet-stream"
        )

    async def _static(self, request: web.Request) -> web.StreamResponse:
        """Give a file of the page, one of the few there are."""
        name = request.match_info["name"]
        if name == "theme.css":
            return web.Response(text=theme_css(), content_type="text/css")
        static = STATICS.get(name)
        if static is None:
            raise RefusedError(404, "serve.refused.absent")
        text = static.path.read_text(encoding="utf-8")
        return web.Response(text=text, content_type=static.kind)

    def _guest(self, request: web.Request) -> Guest:
        """Return whose address was asked for.

        Raises:
            RefusedError: nobody's.
        """
        guest = self.guests.known(request.match_info["secret"])
        if guest is None:
            raise RefusedError(404, "serve.refused.unknown")
        return guest
