"""A served tutor gives strangers nothing, whatever they try at its door."""

import inspect
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.abuse.doors import DOORS, Tried
from tests.abuse.windows import RUDE, flood, rude_messages, too_many, wild_keys

pytestmark = pytest.mark.no_cover
Attack = Callable[[Path], Awaitable[Tried]]


@pytest.mark.parametrize("attack", DOORS, ids=lambda each: each.__name__)
async def test_nothing_is_let_through_the_door(tmp_path: Path, attack: Attack) -> None:
    assert inspect.getdoc(attack)

    tried = await attack(tmp_path)

    assert tried.number > 0
    assert tried.let_through == 0


async def test_a_window_that_sends_what_no_page_sends_ends_alone(
    tmp_path: Path,
) -> None:
    assert (await rude_messages(tmp_path, RUDE[8:10])).let_through == 0


async def test_no_key_breaks_a_tutor(tmp_path: Path) -> None:
    assert (await wild_keys(tmp_path, 40)).number == 40


async def test_keys_without_end_keep_nobody_waiting(tmp_path: Path) -> None:
    assert (await flood(tmp_path, 600)).number == 600


async def test_beyond_the_room_there_is_nobody_is_let_in(tmp_path: Path) -> None:
    assert (await too_many(tmp_path, 2)).let_through == 0
