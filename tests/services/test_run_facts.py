"""What a run makes of an answer: a fact with its hints, its seconds, its run."""

from typing import Any

import pytest

from tests.factories import NOON, StoppedClock, choice, words
from tests.services.players import answer_here, finish
from tests.services.runs import (
    HINTED,
    STARTED,
    run_over,
)
from tutor.domain.question import key_hash
from tutor.domain.response import Picked

PLAIN = choice()


def test_hints_come_in_order_and_then_stop() -> None:
    run = run_over(HINTED)

    assert [run.hint() for _ in range(3)] == [words("premier"), words("second"), None]
    assert run.hints_seen == 2
    assert run.started.hints == ("q-1", "q-1")


@pytest.mark.parametrize("seen", [0, 1, 2])
def test_hints_are_counted_and_never_change_the_credit(seen: int) -> None:
    run = run_over(HINTED, choice(name="q-2"))
    for _ in range(seen):
        run.hint()
    fact = answer_here(run)

    assert (fact.hints, fact.credit) == (seen, 1.0)
    assert run.hints_seen == 0
    assert answer_here(run).hints == 0


@pytest.mark.parametrize(
    ("elapsed", "stored"),
    [(0, 0.0), (12.34, 12.3), (3600, 3600.0), (90_000, 3600.0), (-500, 0.0)],
)
def test_seconds_lie_between_none_and_an_hour(elapsed: float, stored: float) -> None:
    clock = StoppedClock()
    run = run_over(PLAIN, clock=clock)
    clock.forward(seconds=99)
    run.show()
    clock.forward(seconds=elapsed)

    assert answer_here(run).seconds == stored


def test_the_fact_says_everything_that_is_stored() -> None:
    clock = StoppedClock()
    question = choice("qrm", "x-X-", items=("C5.N.1", "C5.C.1"), hints=(words("h"),))
    run = run_over(question, clock=clock)
    run.hint()
    clock.forward(seconds=8)
    fact = answer_here(run, Picked(options=frozenset({2, 0, 1})), 3)

    assert len(bytes.fromhex(fact.id)) == 16
    assert fact.model_dump(exclude={"id"}) == {
        "course": "petit-cours",
        "question": "q-1",
        "key_hash": key_hash(question),
        "kind": "qrm",
        "dossier": None,
        "step": None,
        "items": ("C5.N.1", "C5.C.1"),
        "response": [0, 1, 2],
        "credit": 0.5,
        "self_marked": False,
        "certainty": 3,
        "hints": 1,
        "at": NOON.replace(second=8),
        "seconds": 8.0,
        "run": STARTED.id,
    }


def test_every_fact_has_an_id_of_its_own() -> None:
    run = run_over(*(choice(name=f"q-{n}") for n in range(20)))
    finish(run)

    assert len({fact.id for fact in run.unsaved}) == 20


def test_the_order_of_options_is_that_of_the_seed() -> None:
    question = choice("qrm", "xx--")

    def order(**started: Any) -> list[int]:
        return run_over(question, **started).order(question)

    assert len({tuple(order(seed=n)) for n in range(30)}) > 5
    assert order(seed=3) == order(seed=3)
    assert order(seed=3, shuffled=False) == [0, 1, 2, 3]


def test_what_is_pending_stays_unsaved_until_it_is_confirmed() -> None:
    clock = StoppedClock()
    run = run_over(PLAIN, choice(name="q-2"), clock=clock)
    first = answer_here(run)
    clock.forward(minutes=1)
    pending = run.pending()
    second = answer_here(run)

    assert pending.answers == (first,)
    assert pending.started.touched == clock.moment
    assert run.unsaved == [first, second]
    run.confirm(pending)
    assert run.unsaved == [second]
