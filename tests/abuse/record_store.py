"""What a Learning Record Store answers: pages to read, and replies to what was sent."""

import json
from collections.abc import Iterator
from random import Random

from tests.abuse.statements import WORDS, lines
from tests.abuse.target import Target, assert_told
from tests.factories import StoppedClock
from tutor.domain.errors import TutorError
from tutor.domain.figures import Refused
from tutor.interop.lrs_address import Address, address_of
from tutor.interop.lrs_client import LrsClient
from tutor.interop.lrs_patience import Patience
from tutor.interop.lrs_wire import Answer
from tutor.interop.statement_reading import read_statements
from tutor.store.outbox import Queued

_KINDS = ("application/json", "text/html", "")
_STATUSES = (200, 204, 302, 401, 409, 413, 429, 500)
_SENT = [Queued("0" * 8 + "-0000-0000-0000-" + "0" * 12, b'{"id":"x"}')]


class Dictated:
    """A line on which a stranger says every answer."""

    def __init__(self, raw: bytes) -> None:
        self.address: Address = address_of("https://lrs.invalid/xAPI")
        self._status = _STATUSES[raw[0] % len(_STATUSES)] if raw else 200
        self._kind = _KINDS[raw[1] % len(_KINDS)] if raw[1:] else ""
        self._data = raw[2:]

    def ask(self, method: str, url: str, *, most: int, body: bytes = b"") -> Answer:
        """Return what the stranger says, whatever is asked."""
        del method, url, body
        said = self._data[:most]
        return Answer(self._status, self._kind, said, said[:99].decode("latin-1"))


def take(raw: bytes) -> None:
    """Read pages, then a reply to something sent."""
    patience = Patience(lambda _: None, StoppedClock(), Random(0))
    client = LrsClient(Dictated(raw), patience)  # type: ignore[arg-type]
    try:
        client.post(_SENT)
    except TutorError as error:
        assert_told(error.message_id, dict(error.values))
    for page in client.pages():
        for found in read_statements(page, "https://lrs.invalid"):
            if isinstance(found, Refused):
                assert_told(found.message_id, dict(found.values))


def seeds() -> Iterator[bytes]:
    """Yield a page, a page with another after it, ids, and a page of HTML."""
    given = [json.loads(line) for line in lines().splitlines()]
    good = bytes([0, 0])
    yield good + json.dumps({"statements": given, "more": ""}).encode()
    yield good + json.dumps({"statements": given[:1], "more": "/xAPI/more/1"}).encode()
    yield good + json.dumps([_SENT[0].id]).encode()
    yield bytes([7, 1]) + b"<html>\x1b[2J</html>"


TARGET = Target(take, seeds, WORDS, longest=60_000)
