"""A short evening of the long one, and a table that can tell a leak."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.factories import answer
from tests.soak import screen, services
from tests.soak.promises import Promise, Sample, flat_memory, growth, resident, steady
from tests.soak.verifying import verified
from tutor.store.place import Place

pytestmark = pytest.mark.no_cover


def broken(promises: list[Promise]) -> list[str]:
    """Return the promises about the store that do not hold."""
    spent = ("memory", "at most")
    return [
        promise.name
        for promise in promises
        if not promise.is_kept and not any(word in promise.name for word in spent)
    ]


@pytest.mark.timeout(300)
async def test_what_is_answered_at_the_screen_is_in_the_store(tmp_path: Path) -> None:
    promises, said = await screen.soaked(tmp_path, questions=3, before=50)
    assert broken(promises) == []
    assert "53" in said[0]


def test_notebooks_filled_by_the_services_are_whole(tmp_path: Path) -> None:
    promises, _ = services.soaked(tmp_path, answers=60, each=20)
    assert broken(promises) == []
    assert any(promise.measured == "3 of 3" for promise in promises)


def test_an_answer_that_is_not_in_the_file_is_told(tmp_path: Path) -> None:
    place = Place(tmp_path)
    row = answer().model_dump(mode="json")
    with TinyDB(place.store) as plain:
        plain.table("answers").insert({**row, "credit": 0.5})
    promises = verified("essai", place, {answer().id: answer()})
    assert [promise.is_kept for promise in promises[:2]] == [False, True]


def samples(seconds: float, megabytes: float) -> list[Sample]:
    """Return samples that grow by so much from each to the next."""
    return [Sample(n, 0.01 + seconds * n, 100 + megabytes * n) for n in range(20)]


def test_a_leak_breaks_the_promise_of_memory() -> None:
    assert flat_memory("essai", samples(0, 0)).is_kept
    assert not flat_memory("essai", samples(0, 1)).is_kept
    assert not flat_memory("essai", samples(0, -1)).is_kept


def test_a_slowdown_is_excused_by_the_store_alone() -> None:
    assert not steady("essai", samples(0.001, 0), 1.0).is_kept
    assert steady("essai", samples(0.001, 0), 2.0).is_kept


def test_growth_is_told_by_the_thousand() -> None:
    rows = [(n, 0.002 + 0.000004 * n) for n in range(0, 2000, 100)]
    assert growth(rows) == pytest.approx((0.002, 0.004))


def test_this_process_holds_some_memory() -> None:
    assert 10 < resident() < 100_000
