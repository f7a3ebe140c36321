"""A small record store on 127.0.0.1, honest or not: real HTTP, and TLS where asked."""

import contextlib
import json
import ssl
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tutor.services.system_clock import SystemClock

USER, PASSWORD = "mésange", "s3cret-à-ne-pas-dire"
AUTHORIZATION = "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class Lrs:
    """What a store holds, what it was asked, and how it behaves."""

    def __init__(self) -> None:
        self.statements: dict[str, dict[str, Any]] = {}
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.manners: list[Manner] = []
        """What it does of the next requests, one each; then it is honest."""
        self.always: Manner | None = None
        """What it does of all requests, once there are no `manners` left."""
        self.page = 100
        self.most = 10**9
        """Bytes of the longest request it takes."""
        self.url = ""
        self.is_over = threading.Event()

    @property
    def posts(self) -> list[list[str]]:
        """The ids of each batch that it was sent."""
        return [
            [each["id"] for each in json.loads(body)]
            for method, _, _, body in self.requests
            if method == "POST"
        ]

    def next_manner(self) -> "Manner | None":
        """Return how the request at hand is dealt with; None honestly."""
        return self.manners.pop(0) if self.manners else self.always

    def store(self, body: bytes) -> tuple[int, object]:
        """Store statements as xAPI says; return a status and what to answer."""
        given = json.loads(body)
        for each in given:
            known = self.statements.get(each["id"])
            if known is not None and known != each:
                return 409, {"detail": "Differing statements already exist"}
        fresh = [each["id"] for each in given if each["id"] not in self.statements]
        self.statements |= {each["id"]: each for each in given}
        return (200, fresh) if fresh else (204, None)

    def read(self, query: str) -> tuple[int, object]:
        """Return a page."""
        asked = parse_qs(query)
        if "statementId" in asked:
            one = self.statements.get(asked["statementId"][0])
            return (200, one) if one else (404, {"detail": "None"})
        start = int(asked.get("start", ["0"])[0])
        every = list(self.statements.values())
        found: dict[str, object] = {"statements": every[start : start + self.page]}
        if start + self.page < len(every):
            found["more"] = f"/xAPI/statements?start={start + self.page}"
        return 200, found


class Handler(BaseHTTPRequestHandler):
    """One request."""

    lrs: Lrs
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Take statements."""
        self.handle_with(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

    def do_GET(self) -> None:
        """Give a page."""
        self.handle_with(b"")

    def handle_with(self, body: bytes) -> None:
        """Answer honestly, or as the manner of the moment does."""
        lrs = self.lrs
        lrs.requests.append((self.command, self.path, dict(self.headers), body))
        manner = lrs.next_manner()
        if manner is not None:
            with contextlib.suppress(OSError):
                manner(self, body)
            return
        self.honest(body)

    def honest(self, body: bytes) -> None:
        """Answer as the standard says."""
        if self.headers.get("Authorization") != AUTHORIZATION:
            self.answer(401, {"detail": "Invalid authentication credentials"})
        elif len(body) > self.lrs.most:
            self.answer(413, {"detail": "Too large"})
        elif self.command == "POST":
            self.answer(*self.lrs.store(body))
        else:
            self.answer(*self.lrs.read(urlsplit(self.path).query))

    def answer(
        self,
        status: int,
        said: object,
        kind: str = "application/json",
        **headers: str,
    ) -> None:
        """Send an answer, JSON unless it is bytes."""
        data = said if isinstance(said, bytes) else json.dumps(said).encode()
        data = b"" if said is None else data
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Manner = Callable[[Handler, bytes], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """Say nothing of those who hang up."""


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Lrs]:
    """Serve a store on a free port of 127.0.0.1.

    Args:
        certificate: a file with a key and a certificate, for TLS.
    """
    lrs = Lrs()
    server = _Server(("127.0.0.1", 0), type("Bound", (Handler,), {"lrs": lrs}))
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme = "http" if certificate is None else "https"
    lrs.url = f"{scheme}://127.0.0.1:{server.server_address[1]}/xAPI"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    try:
        yield lrs
    finally:
        lrs.is_over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def saying(status: int, said: object, **more: str) -> Manner:
    """Answer so."""
    return lambda handler, _: handler.answer(status, said, **more)


def slow(handler: Handler, _: bytes) -> None:
    """Answer nothing for longer than anybody waits."""
    handler.lrs.is_over.wait(5)


def dripping(handler: Handler, _: bytes) -> None:
    """Send a head without end, a byte now and then."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.lrs.is_over.wait(0.02):
        handler.wfile.write(b"a")


def endless(handler: Handler, _: bytes) -> None:
    """Send a body without end, as fast as it is read."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Connection", "close")
    handler.end_headers()
    while not handler.lrs.is_over.is_set():
        handler.wfile.write(b'["' + b"a" * 65_536)


def long_fault(handler: Handler, _: bytes) -> None:
    """Send a page of ten megabytes that says no."""
    handler.answer(400, b"<p>Non.</p>" + b"a" * 10 * 2**20, "text/html")


def cut(handler: Handler, _: bytes) -> None:
    """Hang up without a word."""
    handler.close_connection = True
    handler.connection.close()


def store_and_cut(handler: Handler, body: bytes) -> None:
    """Store what came, then hang up without a word."""
    handler.lrs.store(body)
    cut(handler, body)


def other_ids(handler: Handler, body: bytes) -> None:
    """Claim to have stored what was not sent."""
    ids = [each["id"] for each in json.loads(body)]
    handler.answer(200, [*ids, "0" * 8 + "-0000-4000-8000-" + "0" * 12])


def half(handler: Handler, body: bytes) -> None:
    """Store half of it, and list that half."""
    given = json.loads(body)
    kept = given[: len(given) // 2]
    handler.lrs.store(json.dumps(kept).encode())
    handler.answer(200, [each["id"] for each in kept])


def certificate_for(path: Path) -> Path:
    """Write a key and a certificate that it signs itself, and return the file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "lrs.invalid")])
    now = SystemClock().now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path
