"""Own positions over time: the first and the last, one a day."""

from datetime import date, timedelta

from tests.factories import NOON, StoppedClock
from tutor.domain.answer import Positioning
from tutor.services.positions import Stand, stands_of, stands_text

EARLY, LATE = date(2026, 10, 12), date(2026, 11, 22)


def placed(value: str, hours: float = 0, code: str = "C5.N.1") -> Positioning:
    """Return a position some hours before noon of the day."""
    at = NOON - timedelta(hours=hours)
    return Positioning(id=f"{value}{hours}", course="c", code=code, value=value, at=at)


def test_only_the_last_position_of_a_day_stands() -> None:
    facts = [placed("2"), placed("4", 1), placed("1", 40), placed("C", 3, "C5")]
    found = stands_of(facts, StoppedClock())
    assert found == {
        "C5.N.1": (Stand(date(2026, 11, 20), "1"), Stand(LATE, "2")),
        "C5": (Stand(LATE, "C"),),
    }


def test_a_position_is_said_with_its_date_and_a_move_with_both() -> None:
    first, last = Stand(EARLY, "1"), Stand(LATE, "4")
    between = Stand(date(2026, 11, 1), "5")

    def said(value: str, *stands: Stand) -> str:
        return stands_text(value, stands).replace("\u00a0", " ")

    assert said("4") == "vous : Je fais seul"
    assert said("4", last) == "vous : Je fais seul (22/11/2026)"
    assert said("4", first, between, last) == (
        "vous : J'observe (12/10/2026), puis Je fais seul (22/11/2026)"
    )
    assert said("I", Stand(LATE, "I")) == "vous : intermédiaire (22/11/2026)"
