"""A moment that no calendar can work with is refused where it is read."""

from datetime import datetime, timedelta

import pytest
from pydantic import ValidationError

from tests.factories import NOON, answer
from tutor.domain.moment import EARLIEST, LATEST, is_sound


@pytest.mark.parametrize(
    "at",
    ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59Z"],
)
def test_a_moment_at_the_edge_of_the_calendar_is_refused(at: str) -> None:
    assert not is_sound(datetime.fromisoformat(at))
    with pytest.raises(ValidationError):
        answer(at=at)


@pytest.mark.parametrize("at", [EARLIEST, NOON, LATEST - timedelta(seconds=1)])
def test_any_other_is_taken_and_leaves_room_for_a_century(at: datetime) -> None:
    assert is_sound(at)
    assert answer(at=at).at == at
    assert (at + timedelta(days=36_500)).year < 3001
