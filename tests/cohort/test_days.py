"""Days are counted in Paris, in Python and in the tables alike."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from tutor.cohort.days import day_query, paris_day
from tutor.cohort.tables import Tables


def test_the_day_turns_at_midnight_in_paris() -> None:
    before = datetime(2026, 7, 14, 21, 59, 59, tzinfo=UTC)

    assert paris_day(before + timedelta(seconds=1)) == paris_day(before) + 1
    assert paris_day(datetime(1970, 1, 1, 12, tzinfo=UTC)) == 0


def test_the_tables_count_the_same_days() -> None:
    chance = Random(2)
    moments = [
        datetime(2015, 1, 1, tzinfo=UTC)
        + timedelta(seconds=chance.randrange(1_890_000_000))
        for _ in range(3000)
    ]
    zone = ZoneInfo("Europe/Paris")
    for year in range(2016, 2074):
        for month, day in ((3, 25), (10, 25)):
            turn = datetime(year, month, day, 0, 30, tzinfo=zone).astimezone(UTC)
            moments += [turn + timedelta(hours=n) for n in range(0, 24 * 7, 1)]
    milliseconds = [int(m.timestamp() * 1000) for m in moments]
    tables = Tables()
    tables.fill("moments", {"moment": "BIGINT"}, [(m,) for m in milliseconds])
    rows = tables.rows(f"SELECT moment, {day_query('moment')} FROM moments")
    tables.close()

    assert dict(rows) == {
        m: paris_day(at) for m, at in zip(milliseconds, moments, strict=True)
    }


@pytest.mark.parametrize("year", [1, 1969, 2014, 2076, 9999])
def test_any_year_has_days(year: int) -> None:
    at = datetime(year, 6, 1, 12, tzinfo=UTC)
    moment = int((at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1000)
    tables = Tables()
    (found,) = tables.rows(
        f"SELECT {day_query('moment')} FROM (SELECT {moment} AS moment)"
    )
    tables.close()

    assert found == (paris_day(at),)
