"""What is expected of the learner, in words; and the one real clock."""

import pytest

from tests.factories import NOON, choice, short_answer
from tests.services.runs import PANEL
from tutor.domain.question import Question
from tutor.locale import say
from tutor.services.system_clock import SystemClock
from tutor.services.wording import kind_text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (choice("qru"), say("play.kind.qru")),
        (choice("qrm", "xx--"), say("play.kind.qrm")),
        (choice("qrp", "xx--"), say("play.kind.qrp", n=2)),
        (choice("qrpl", "xxx" + "-" * 7), say("play.kind.qrpl", n=3)),
        (short_answer(), say("play.kind.qroc")),
        (short_answer(most_words=5), say("play.kind.qroc.words", n=5)),
        (PANEL, say("play.kind.tcs")),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_each_kind_says_what_it_expects(question: Question, expected: str) -> None:
    assert kind_text(question) == expected


def test_a_number_that_is_announced_is_said() -> None:
    assert "2" in kind_text(choice("qrp", "xx--"))
    assert "5" in kind_text(short_answer(most_words=5))


def test_the_real_clock_tells_the_moment_in_utc_and_goes_on() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()

    assert first.utcoffset() is not None
    assert first.tzname() == "UTC"
    assert second >= first


def test_the_real_clock_tells_the_day_of_this_machine() -> None:
    assert SystemClock().local_day(NOON) == NOON.astimezone().date()
