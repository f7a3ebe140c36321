"""A client of a Learning Record Store: give it statements, read them back.

xAPI 1.0.3, part 3: `POST` takes a list and answers with the ids, `GET` gives a page and
where the next one is. What a store answers is looked at before anything is made of it.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from tutor.interop.lrs_errors import LrsError, LyingError
from tutor.interop.lrs_patience import Patience
from tutor.interop.lrs_wire import Answer, Wire
from tutor.store.outbox import Queued

PAGE = 500
"""Statements asked for at once; a store may give fewer."""
LARGEST_PAGE = 32 * 2**20
"""Bytes of the longest page read."""
LARGEST_REPLY = 2**20
"""Bytes of the longest answer to what is sent: ids."""
MOST_PAGES = 50_000
"""Pages of one reading."""
MOST_STATEMENTS = 2_000_000
"""Statements of one reading; some fourteen thousand interns hand in as many."""
_SHOWN = 160
_DEEP = RecursionError
_JSON = "application/json"
_OK = 200

Fate = Literal["stored", "conflict", "large"]
"""What became of statements: stored, at odds with what is there, too large together."""


class Reply(NamedTuple):
    """What a store says of the statements it was sent."""

    fate: Fate
    ids: frozenset[str] = frozenset()
    """Those it says are stored."""


class LrsClient:
    """Speaks with one store."""

    def __init__(self, wire: Wire, patience: Patience) -> None:
        self._wire = wire
        self._patience = patience
        self._url = wire.address.url
        self._first = f"{self._url}?limit={PAGE}"

    def post(self, statements: Sequence[Queued]) -> Reply:
        """Send statements at once, and return what the store says of them.

        Sent again, a statement counts once: its id says that it is the same.

        Args:
            statements: some; the caller keeps the request of a reasonable size.

        Raises:
            PassingError: the store is out of reach or busy.
            LyingError: it answers what cannot be true.
            LrsError: it refuses.
        """
        body = b"[" + b",".join(each.data for each in statements) + b"]"
        answer = self._ask("POST", self._url, LARGEST_REPLY, body)
        sent = frozenset(each.id for each in statements)
        match answer.status:
            case 200:
                return Reply("stored", self._ids(answer, sent))
            case 204:
                return Reply("stored", sent)
            case 409:
                return Reply("conflict")
            case 413:
                return Reply("large")
            case _:
                raise self._refusal(answer)

    def has(self, statement: Queued) -> bool:
        """Return whether a store holds a statement as it was sent.

        It may have added to it, such as the moment it was stored. Ralph 5.1.0 dates a
        statement that has no date, and then finds it at odds with itself.

        Args:
            statement: one that the store says is at odds with what it has.

        Raises:
            PassingError: the store is out of reach or busy.
        """
        answer = self._ask(
            "GET", f"{self._url}?statementId={statement.id}", LARGEST_REPLY
        )
        if answer.status != _OK:
            return False
        try:
            found = self._json(answer)
        except LyingError:
            return False
        listed = found.get("statements") if isinstance(found, dict) else None
        there = listed[0] if isinstance(listed, list) and len(listed) == 1 else found
        sent = json.loads(statement.data)
        return isinstance(there, dict) and sent == {n: there.get(n) for n in sent}

    def pages(self) -> Iterator[list[dict[str, Any]]]:
        """Yield every statement that may be read, page after page.

        Raises:
            PassingError: the store is out of reach or busy.
            LyingError: its pages go round, elsewhere, or hold anything else.
            LrsError: it refuses.
        """
        url, seen, given, count = self._first, set[str](), set[int](), 0
        while url not in seen and len(seen) < MOST_PAGES and count < MOST_STATEMENTS:
            seen.add(url)
            answer = self._ask("GET", url, LARGEST_PAGE)
            if answer.status != _OK:
                raise self._refusal(answer)
            statements, more = self._page(answer)
            page = hash(tuple(str(each.get("id")) for each in statements))
            if more and (page in given or not statements):
                break
            given.add(page)
            count += len(statements)
            yield statements
            if not more:
                return
            following = self._wire.address.page(more)
            if following is None:
                raise LyingError("lrs.elsewhere", url=self._url, more=more[:_SHOWN])
            url = following
        raise LyingError("lrs.endless", url=self._url)

    def _ask(self, method: str, url: str, most: int, body: bytes = b"") -> Answer:
        """Return an answer, asked for as often as it takes."""
        return self._patience.insist(
            lambda: self._wire.ask(method, url, most=most, body=body), self._url
        )

    def _ids(self, answer: Answer, sent: frozenset[str]) -> frozenset[str]:
        """Return the ids of an answer.

        Raises:
            LyingError: it is no list of ids, or lists others than were sent.
        """
        found = self._json(answer)
        if not isinstance(found, list) or not all(isinstance(e, str) for e in found):
            raise LyingError("lrs.shape", url=self._url)
        ids = frozenset(each.lower() for each in found)
        if not ids <= sent:
            raise LyingError("lrs.other-ids", url=self._url, n=len(ids - sent))
        return ids

    def _page(self, answer: Answer) -> tuple[list[dict[str, Any]], str]:
        """Return the statements of a page, and where the next one is.

        Raises:
            LyingError: it is no page.
        """
        found = self._json(answer)
        statements = found.get("statements") if isinstance(found, dict) else None
        more = (found.get("more") or "") if isinstance(found, dict) else None
        if (
            not isinstance(statements, list)
            or not all(isinstance(each, dict) for each in statements)
            or not isinstance(more, str)
        ):
            raise LyingError("lrs.shape", url=self._url)
        return statements, more

    def _json(self, answer: Answer) -> Any:
        """Return what an answer holds.

        Raises:
            LyingError: it is not JSON, or does not say so.
        """
        if answer.kind != _JSON:
            raise LyingError("lrs.type", url=self._url, kind=answer.kind[:_SHOWN])
        try:
            return json.loads(answer.data, parse_constant=_refuse)
        except (ValueError, _DEEP) as error:
            raise LyingError("lrs.not-json", url=self._url) from error

    def _refusal(self, answer: Answer) -> LrsError:
        """Return why a store does not take, or give, statements."""
        status, url = answer.status, self._url
        match status:
            case 301 | 302 | 303 | 307 | 308:
                where = answer.location[:_SHOWN]
                return LrsError("lrs.redirect", url=url, status=status, where=where)
            case 401 | 407:
                return LrsError("lrs.unauthorized", url=url)
            case 403:
                return LrsError("lrs.forbidden", url=url)
            case 404 | 405:
                return LrsError("lrs.absent", url=url, status=status)
            case _:
                said = _said(answer)
                return LrsError("lrs.refused", url=url, status=status, said=said)


def _said(answer: Answer) -> str:
    """Return the beginning of what a store says of a refusal, on one line."""
    text = answer.data.decode("utf-8", "replace")
    return " ".join(text.split())[:_SHOWN] or "-"


def _refuse(constant: str) -> None:
    """Refuse what JSON does not have.

    Raises:
        ValueError: always.
    """
    raise ValueError(constant)
