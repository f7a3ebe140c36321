"""Emptying a queue into a store: what it says is stored is done, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interop.lying_lrs import (
    Lrs,
    cut,
    half,
    other_ids,
    saying,
    serving,
    store_and_cut,
)
from tests.interop.sendings import box_of, client_of, queued
from tutor.interop.lrs_errors import LrsError
from tutor.interop.sending import LARGEST, Sending, Sent
from tutor.store.outbox import Outbox
from tutor.store.place import Place


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    """An honest store, until told otherwise."""
    with serving() as found:
        yield found


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A person's folder."""
    return Place(tmp_path / "home")


def send(lrs: Lrs, box: Outbox, batch: int = 4) -> Sent:
    """Send what a queue holds."""
    with client_of(lrs) as (client, _):
        return Sending(client, box, batch=batch).run()


def stopped(lrs: Lrs, box: Outbox, batch: int = 4) -> str:
    """Return what stops the sending of a queue."""
    with pytest.raises(LrsError) as caught:
        send(lrs, box, batch)
    return caught.value.message_id


def test_a_queue_is_sent_in_batches_and_erased(lrs: Lrs, place: Place) -> None:
    box = box_of(place, lrs, 10)
    told: list[tuple[int, int]] = []
    with client_of(lrs) as (client, _):
        sent = Sending(client, box, batch=4).run(lambda *now: told.append(now))
    assert sent == (10, 0, 0)
    assert list(map(len, lrs.posts)) == [4, 4, 2]
    assert told == [(0, 10), (4, 10), (8, 10), (10, 10)]
    assert not box.path.exists()
    assert box.waiting() == []


def test_sent_twice_is_sent_once(lrs: Lrs, place: Place) -> None:
    box = box_of(place, lrs, 5)
    send(lrs, box)
    box.fill(queued(7))
    assert send(lrs, box) == (2, 0, 0)
    assert len(lrs.posts) == 3
    assert send(lrs, box) == (0, 0, 0)
    assert len(lrs.posts) == 3


def test_a_store_that_breaks_half_way_keeps_what_it_has_and_the_rest_waits(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 10)
    with client_of(lrs) as (client, _):
        sending = Sending(client, box, batch=4)
        lrs.manners = [lambda handler, body: handler.honest(body), *[cut] * 9]
        with pytest.raises(LrsError):
            sending.run()
        assert sending.sent == (4, 0, 0)
    assert len(box.waiting()) == 6
    lrs.manners = []
    assert send(lrs, box) == (6, 0, 0)
    assert len(lrs.statements) == 10


def test_what_was_stored_before_a_cut_is_sent_again_and_counts_once(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 6)
    lrs.manners = [store_and_cut]
    assert send(lrs, box) == (6, 0, 0)
    assert len(lrs.statements) == 6
    assert [len(each) for each in lrs.posts] == [4, 4, 2]


def test_a_store_that_had_some_already_may_list_the_others_only(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 6)
    lrs.statements = {each.id: json.loads(each.data) for each in queued(2)}
    assert send(lrs, box, 6) == (6, 0, 0)
    assert [len(each) for each in lrs.posts] == [6, 2]


def test_a_store_that_does_not_list_all_it_was_sent_is_named(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 6)
    lrs.manners = [half, half]
    assert stopped(lrs, box, 6) == "lrs.not-listed"
    left = {each.id for each in box.waiting()}
    assert left == {each.id for each in queued(6)} - lrs.statements.keys()
    assert left


def test_nothing_is_done_where_the_ids_are_not_those_sent(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 3)
    lrs.manners = [other_ids]
    assert stopped(lrs, box) == "lrs.other-ids"
    assert len(box.waiting()) == 3
    assert lrs.statements == {}


def test_an_empty_list_of_ids_does_nothing_either(lrs: Lrs, place: Place) -> None:
    box = box_of(place, lrs, 3)
    lrs.always = saying(200, [])
    assert stopped(lrs, box) == "lrs.not-listed"
    assert len(box.waiting()) == 3


def test_a_statement_at_odds_is_found_put_apart_and_never_sent_again(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 8)
    odd = queued(8)[5]
    lrs.statements[odd.id] = {"id": odd.id, "n": "autre"}
    assert send(lrs, box, 8) == (7, 1, 0)
    assert box.kept().apart == {odd.id: "conflict"}
    assert lrs.statements[odd.id]["n"] == "autre"
    posts = len(lrs.posts)
    box.fill(queued(8))
    assert send(lrs, box) == (0, 0, 0)
    assert len(lrs.posts) == posts
    assert odd.data in box.path.read_bytes()


@pytest.mark.parametrize("in_a_list", [False, True])
def test_what_the_store_only_added_to_is_not_at_odds(
    lrs: Lrs, place: Place, *, in_a_list: bool
) -> None:
    box = box_of(place, lrs, 1)
    (one,) = queued(1)
    dated = {**json.loads(one.data), "stored": "2026-11-22T12:00:00Z"}
    found = {"statements": [dated]} if in_a_list else dated
    lrs.manners = [saying(409, None), saying(200, found)]
    assert send(lrs, box) == (1, 0, 0)
    assert f"statementId={one.id}" in lrs.requests[1][1]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (403, None),
        (404, None),
        (200, {"n": 0}),
        (200, {"statements": []}),
        (200, []),
        (200, b"<p>"),
    ],
)
def test_a_conflict_that_cannot_be_looked_at_stays_one(
    lrs: Lrs, place: Place, status: int, said: object
) -> None:
    box = box_of(place, lrs, 1)
    lrs.manners = [saying(409, None), saying(status, said)]
    assert send(lrs, box) == (0, 1, 0)


def test_too_large_a_batch_is_halved_and_those_after_it_are_small(
    lrs: Lrs, place: Place
) -> None:
    box = box_of(place, lrs, 16)
    lrs.most = 3 * 60
    assert send(lrs, box, 16) == (16, 0, 0)
    again = box_of(Place(place.root / "autre"), lrs, 0)
    again.fill([*queued(4, 100), *queued(1, 200, text="a" * 999), *queued(4, 300)])
    assert send(lrs, again, 3) == (8, 0, 1)
    assert list(again.kept().apart.values()) == ["large"]
    assert max(map(len, lrs.posts[-4:])) <= 3


def test_a_batch_stays_under_what_most_servers_take(lrs: Lrs, place: Place) -> None:
    box = box_of(place, lrs, 0)
    box.fill(queued(40, text="a" * 100_000))
    send(lrs, box, 50)
    sizes = [len(body) for *_, body in lrs.requests]
    assert max(sizes) < LARGEST + 2
    assert len(sizes) == 5


def test_leaving_with_ctrl_c_keeps_what_is_done(lrs: Lrs, place: Place) -> None:
    box = box_of(place, lrs, 10)

    def press(done: int, _: int) -> None:
        if done == 8:
            raise KeyboardInterrupt

    with client_of(lrs) as (client, _), pytest.raises(KeyboardInterrupt):
        Sending(client, box, batch=4).run(press)
    assert len(box.waiting()) == 2
    assert send(lrs, box) == (2, 0, 0)
    assert len(lrs.posts) == 3
