"""The client of a record store, against a store that lies in every way there is."""

import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories import NOON
from tests.interop.lying_lrs import (
    AUTHORIZATION,
    PASSWORD,
    Lrs,
    Manner,
    certificate_for,
    cut,
    dripping,
    endless,
    long_fault,
    other_ids,
    saying,
    serving,
    slow,
)
from tests.interop.sendings import client_of, queued
from tutor.interop.lrs_client import LrsClient
from tutor.interop.lrs_errors import LrsError, LyingError, PassingError
from tutor.locale import advise, say

SENT = queued(3)
IDS = [each.id for each in SENT]
SECRET = "un-autre-secret"


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    """An honest store, until told otherwise."""
    with serving() as found:
        yield found


def refusal(
    lrs: Lrs, *manners: Manner, act: Callable[[LrsClient], object] | None = None
) -> LrsError:
    """Return what the client makes of a store that behaves so, which it can say."""
    lrs.manners = list(manners)
    do = act or (lambda client: client.post(SENT))
    with client_of(lrs) as (client, _), pytest.raises(LrsError) as caught:
        do(client)
    error = caught.value
    assert advise(error.message_id, **error.values)
    assert lrs.url in say(error.message_id, **error.values)
    assert PASSWORD not in f"{error!r} {error.values} {error.__cause__!r}"
    return error


def read(client: LrsClient) -> list[dict[str, Any]]:
    """Return all statements of all pages."""
    return [each for page in client.pages() for each in page]


def test_what_is_sent_is_there_and_sent_again_is_there_once(lrs: Lrs) -> None:
    with client_of(lrs) as (client, waits):
        first, second = client.post(SENT), client.post(SENT)
    assert first == second == ("stored", frozenset(IDS))
    assert [each["n"] for each in lrs.statements.values()] == [0, 1, 2]
    assert waits == []
    _, path, headers, body = lrs.requests[0]
    assert path == "/xAPI/statements"
    assert headers["X-Experience-API-Version"] == "1.0.3"
    assert headers["Authorization"] == AUTHORIZATION
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body) == [json.loads(each.data) for each in SENT]


def test_pages_are_all_read(lrs: Lrs) -> None:
    lrs.statements = {e.id: json.loads(e.data) for e in queued(7)}
    lrs.page = 3
    with client_of(lrs) as (client, _):
        assert [each["n"] for each in read(client)] == list(range(7))
    assert len(lrs.requests) == 3


@pytest.mark.parametrize(
    ("manner", "message_id"),
    [
        (saying(401, None), "lrs.unauthorized"),
        (saying(403, None), "lrs.forbidden"),
        (saying(404, None), "lrs.absent"),
        (saying(400, b"a\x1b[31m\n" * 9, kind="text/html"), "lrs.refused"),
        (long_fault, "lrs.refused"),
        (saying(302, None, Location="https://ailleurs.invalid/x"), "lrs.redirect"),
        (saying(200, b"<p>Accueil</p>", kind="text/html"), "lrs.type"),
        (saying(200, b"[" * 100_000), "lrs.not-json"),
        (saying(200, b"[NaN]"), "lrs.not-json"),
        (saying(200, b"\xff\xfe["), "lrs.not-json"),
        (saying(200, {"ids": []}), "lrs.shape"),
        (saying(200, [1, 2, 3]), "lrs.shape"),
        (saying(200, IDS, Content_Encoding="gzip"), "lrs.type"),
        (other_ids, "lrs.other-ids"),
        (endless, "lrs.long"),
        (slow, "lrs.slow"),
        (dripping, "lrs.slow"),
    ],
)
def test_each_refusal_and_each_lie_is_named(
    lrs: Lrs, manner: Manner, message_id: str
) -> None:
    began = time.monotonic()
    assert refusal(lrs, manner).message_id == message_id
    assert time.monotonic() - began < 3
    assert len(lrs.requests) == 1


def test_a_long_page_of_excuses_is_not_read_and_cannot_drive_a_terminal(
    lrs: Lrs,
) -> None:
    error = refusal(lrs, saying(400, b"\x1b[2J" + b"a" * 10 * 2**20))
    shown = say(error.message_id, **error.values)
    assert "\x1b" not in shown
    assert len(shown) < 300


def test_a_redirect_says_where_it_points_and_is_not_followed(lrs: Lrs) -> None:
    with serving() as other:
        where = f"{other.url}/statements"
        error = refusal(lrs, saying(307, None, Location=where))
        assert error.values["where"] == where
        assert other.requests == []


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_store_is_asked_again_later_and_later(lrs: Lrs, status: int) -> None:
    lrs.manners = [saying(status, None), saying(status, None)]
    with client_of(lrs) as (client, waits):
        assert client.post(SENT).ids == set(IDS)
    assert len(waits) == 2
    assert 0.5 <= waits[0] <= 1 < waits[1] * 1.001 <= 2.002


def test_a_store_that_stays_broken_is_left_after_five_tries(lrs: Lrs) -> None:
    error = refusal(lrs, *[saying(500, None)] * 9)
    assert isinstance(error, PassingError)
    assert error.values["tries"] == len(lrs.requests) == 5


@pytest.mark.parametrize(
    ("said", "waited"),
    [("7", 7.0), ("Sun, 22 Nov 2026 12:00:09 GMT", 9.0), ("0", 0.0)],
)
def test_a_store_may_say_how_long_to_wait(lrs: Lrs, said: str, waited: float) -> None:
    assert NOON.hour == 12
    lrs.manners = [saying(429, None, Retry_After=said)]
    with client_of(lrs) as (client, waits):
        client.post(SENT)
    assert waits == [waited]


@pytest.mark.parametrize("said", ["bientôt".encode().decode("latin-1"), "-3", "", "²"])
def test_an_absurd_time_to_wait_is_as_none(lrs: Lrs, said: str) -> None:
    lrs.manners = [saying(429, None, Retry_After=said)]
    with client_of(lrs) as (client, waits):
        client.post(SENT)
    assert len(waits) == 1
    assert waits[0] <= 1


@pytest.mark.parametrize(
    "said", ["61", "99999999999999999999", "Sun, 22 Nov 2099 12:00:09 GMT"]
)
def test_a_store_that_asks_for_too_long_is_left_for_another_day(
    lrs: Lrs, said: str
) -> None:
    error = refusal(lrs, saying(503, None, Retry_After=said))
    assert error.message_id == "lrs.later"
    assert len(lrs.requests) == 1


def test_a_cut_is_tried_again(lrs: Lrs) -> None:
    lrs.manners = [cut]
    with client_of(lrs) as (client, waits):
        assert client.post(SENT).ids == set(IDS)
    assert len(waits) == 1
    assert refusal(lrs, *[cut] * 9).message_id == "lrs.cut"


def test_nobody_there_is_said_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        lrs = Lrs()
        lrs.url = f"http://127.0.0.1:{free.getsockname()[1]}/xAPI"
    assert refusal(lrs).message_id == "lrs.offline"


def test_a_certificate_that_proves_nothing_is_refused_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    with serving(certificate_for(tmp_path / "pem")) as lrs:
        error = refusal(lrs)
        assert error.message_id == "lrs.distrust"
        assert "self-signed" in str(error.values["reason"])
        assert lrs.requests == []


def test_a_certificate_of_another_name_is_refused_and_the_right_one_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate_for(tmp_path / "pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with serving(path) as lrs:
        assert refusal(lrs).message_id == "lrs.distrust"
        assert lrs.requests == []
        lrs.url = lrs.url.replace("127.0.0.1", "localhost")
        with client_of(lrs) as (client, _):
            assert client.post(SENT).ids == set(IDS)


def test_a_server_that_speaks_no_tls_is_said(lrs: Lrs) -> None:
    lrs.url = lrs.url.replace("http:", "https:")
    assert refusal(lrs).message_id in {"lrs.distrust", "lrs.offline"}
    assert lrs.statements == {}


@pytest.mark.parametrize(
    ("page", "message_id"),
    [
        ({"statements": [{}], "more": "https://ailleurs.invalid/p"}, "lrs.elsewhere"),
        ({"statements": [{}], "more": "//ailleurs.invalid/p"}, "lrs.elsewhere"),
        ({"statements": [{}], "more": "file:///etc/passwd"}, "lrs.elsewhere"),
        ({"statements": [{}], "more": "http://a:b@127.0.0.1/"}, "lrs.elsewhere"),
        ({"statements": [{}], "more": "http://[oups"}, "lrs.elsewhere"),
        ({"statements": [{}], "more": "/x\r\nHost: y"}, "lrs.elsewhere"),
        ({"statements": [{}], "more": "?limit=500"}, "lrs.endless"),
        ({"statements": [], "more": "/xAPI/statements?p=1"}, "lrs.endless"),
        ({"statements": [1]}, "lrs.shape"),
        ({"statements": {}}, "lrs.shape"),
        ({"statements": [], "more": 3}, "lrs.shape"),
        ([], "lrs.shape"),
    ],
)
def test_pages_that_go_elsewhere_or_round_are_named(
    lrs: Lrs, page: object, message_id: str
) -> None:
    lrs.always = saying(200, page)
    error = refusal(lrs, act=read)
    assert isinstance(error, LyingError)
    assert error.message_id == message_id
    assert len(lrs.requests) <= 2


def test_ever_new_links_to_the_same_statements_end(lrs: Lrs) -> None:
    def turning(handler: Any, _: bytes) -> None:
        more = f"/xAPI/statements?p={len(lrs.requests)}"
        handler.answer(200, {"statements": [{"id": "a"}], "more": more})

    lrs.always = turning
    assert refusal(lrs, act=read).message_id == "lrs.endless"
    assert len(lrs.requests) == 2


def test_a_wrong_password_is_in_no_log_no_text_and_no_error(
    lrs: Lrs, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with client_of(lrs, password=SECRET) as (client, _):
        with pytest.raises(LrsError) as caught:
            client.post(SENT)
        texts = [caplog.text, repr(client._wire), repr(vars(client._wire))]
    assert caught.value.message_id == "lrs.unauthorized"
    found = caught.getrepr(showlocals=True, style="long")
    assert caplog.text
    assert all(SECRET not in text for text in [*texts, repr(caught.value), str(found)])


def test_no_proxy_stands_between_this_machine_and_itself(
    lrs: Lrs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with client_of(lrs) as (client, _):
        assert client.post(SENT).ids == set(IDS)
