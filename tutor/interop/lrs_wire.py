"""One request and one answer over the network, bounded in time and in bytes.

Nothing is followed, nothing is unpacked, and no more is read than is asked for: what a
store answers is not to be trusted before it is looked at.
"""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from typing_extensions import override

from tutor import __version__
from tutor.domain.errors import TutorError
from tutor.interop.lrs_address import Address
from tutor.interop.lrs_credentials import Credentials
from tutor.interop.lrs_errors import LrsError, LyingError, PassingError

if TYPE_CHECKING:
    import httpx

VERSION = "1.0.3"
"""Of xAPI, in the header that every request carries."""
MOST_OF_A_FAULT = 2048
"""Bytes read of an answer that says no: a page of ten megabytes is not worth them."""
_GOOD = range(200, 300)
_SHOWN = 160


class Limits(NamedTuple):
    """How long anything may take, in seconds."""

    connect: float = 10
    """To reach the server."""
    read: float = 30
    """Without a byte."""
    whole: float = 120
    """From the question to the end of the answer."""


class Answer(NamedTuple):
    """What a store answered."""

    status: int
    kind: str
    """The type of the content, in lower case, without what follows it."""
    data: bytes
    location: str = ""
    """Where a redirect points."""
    retry_after: str = ""


class Wire:
    """A line to one store."""

    def __init__(
        self,
        address: Address,
        credentials: Credentials,
        limits: Limits | None = None,
    ) -> None:
        self.address = address
        """Of the resource of statements."""
        self._credentials = credentials
        self._limits = limits or Limits()
        self._httpx = library()
        self._client = self._opened()
        self._stream: Any = None

    @override
    def __repr__(self) -> str:
        return f"Wire({self.address.url!r}, {self._credentials!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self._client.close()

    def ask(self, method: str, url: str, *, most: int, body: bytes = b"") -> Answer:
        """Return the answer to one request.

        Args:
            method: `GET` or `POST`.
            url: of the server of the address.
            most: bytes of the longest good answer.
            body: JSON, in UTF-8.

        Raises:
            PassingError: there is no answer, or not in time.
            LyingError: the answer is too long or packed.
            LrsError: the certificate is not one to trust.
        """
        headers = {"Content-Type": "application/json"} if body else {}
        cut = threading.Event()
        timer = threading.Timer(self._limits.whole, self._cut, [cut])
        timer.daemon = True
        timer.start()
        try:
            with (
                self._faults(cut),
                self._client.stream(
                    method,
                    url,
                    content=body or None,
                    headers=headers,
                    extensions={"trace": self._note},
                ) as response,
            ):
                return _answer(response, most, self.address.url)
        finally:
            timer.cancel()

    def _opened(self) -> "httpx.Client":
        """Return a client that trusts the usual authorities, and those of the system."""
        trusted = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody
        if self.address.url.startswith("https:"):
            trusted = self._httpx.create_ssl_context()
            trusted.load_default_certs()
        limits = self._limits
        client: httpx.Client = self._httpx.Client(
            auth=self._httpx.BasicAuth(*self._credentials.pair),
            headers={
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "User-Agent": f"cpts-tutor/{__version__}",
                "X-Experience-API-Version": VERSION,
            },
            follow_redirects=False,
            timeout=self._httpx.Timeout(limits.read, connect=limits.connect),
            trust_env=not self.address.is_here,
            verify=trusted,
        )
        return client

    def _note(self, event: str, about: Mapping[str, Any]) -> None:
        """Keep the line of the moment, to cut it when the whole takes too long."""
        if event in {
            "connection.connect_tcp.complete",
            "connection.start_tls.complete",
        }:
            self._stream = about["return_value"]

    def _cut(self, cut: threading.Event) -> None:
        """Cut the line under whoever waits on it."""
        cut.set()
        line = None if self._stream is None else self._stream.get_extra_info("socket")
        if line is not None:
            try:
                socket.socket.shutdown(line, socket.SHUT_RDWR)
            except OSError:
                return  # it is closed already

    @contextmanager
    def _faults(self, cut: threading.Event) -> Iterator[None]:
        """Turn what goes wrong on the way into an error for people.

        Raises:
            LrsError: what went wrong.
        """
        httpx, url = self._httpx, self.address.url
        try:
            yield
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            if isinstance(error, httpx.TimeoutException) or cut.is_set():
                raise PassingError("lrs.slow", url=url) from error
            if reason := _distrust(error):
                raise LrsError("lrs.distrust", url=url, reason=reason) from error
            if isinstance(error, httpx.ConnectError):
                raise PassingError("lrs.offline", url=url) from error
            raise PassingError("lrs.cut", url=url) from error


def library() -> ModuleType:
    """Return httpx.

    Raises:
        TutorError: it is not installed.
    """
    try:
        import httpx
    except ImportError as error:
        raise TutorError("lrs.extra", library="httpx") from error
    return httpx


def _answer(response: "httpx.Response", most: int, url: str) -> Answer:
    """Return an answer, no more of it read than is wanted.

    Raises:
        LyingError: it is too long, or packed.
    """
    good, headers = response.status_code in _GOOD, response.headers
    if good and headers.get("content-encoding", "identity") != "identity":
        kind = headers["content-encoding"][:_SHOWN]
        raise LyingError("lrs.type", url=url, kind=kind)
    read = bytearray()
    for chunk in response.iter_raw():
        read += chunk
        if good and len(read) > most:
            raise LyingError("lrs.long", url=url, most=most // 2**20)
        if not good and len(read) >= MOST_OF_A_FAULT:
            break
    return Answer(
        response.status_code,
        headers.get("content-type", "").partition(";")[0].strip().lower(),
        bytes(read if good else read[:MOST_OF_A_FAULT]),
        headers.get("location", ""),
        headers.get("retry-after", ""),
    )


def _distrust(error: BaseException | None) -> str:
    """Return why TLS failed, or an empty text where it did not."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        if isinstance(error, ssl.SSLError):
            return error.reason or "TLS"
        error = error.__cause__ or error.__context__
    return ""
