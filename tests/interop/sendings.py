"""Statements to send, a queue, and a client that never sleeps."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from uuid import UUID

from tests.factories import NOON, StoppedClock
from tests.interop.lying_lrs import PASSWORD, USER, Lrs
from tutor.interop.lrs_address import address_of
from tutor.interop.lrs_client import LrsClient
from tutor.interop.lrs_credentials import Credentials
from tutor.interop.lrs_patience import Patience
from tutor.interop.lrs_wire import Limits, Wire
from tutor.store.outbox import Outbox, Queued
from tutor.store.place import Place

QUICK = Limits(connect=2, read=0.3, whole=0.6)


def queued(count: int, start: int = 0, **more: object) -> list[Queued]:
    """Return so many statements."""
    return [
        Queued(name, json.dumps({"id": name, "n": number, **more}).encode())
        for number in range(start, start + count)
        for name in [str(UUID(int=number + 1))]
    ]


def box_of(place: Place, lrs: Lrs, count: int) -> Outbox:
    """Return a queue with so many statements."""
    box = Outbox(place, address_of(lrs.url).url, "petit-cours")
    box.fill(queued(count))
    return box


@contextmanager
def client_of(
    lrs: Lrs, *, user: str = USER, password: str = PASSWORD, limits: Limits = QUICK
) -> Iterator[tuple[LrsClient, list[float]]]:
    """Give a client of a store, and the seconds it was made to wait."""
    waits: list[float] = []
    who = Credentials(user, password)
    with Wire(address_of(lrs.url), who, limits) as wire:
        patience = Patience(waits.append, StoppedClock(NOON), Random(0))
        yield LrsClient(wire, patience), waits
