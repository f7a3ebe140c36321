"""What the tutor writes, it reads back: the same question, whatever signs it holds."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.interop.questions import question, source_of
from tutor.domain.question import Question
from tutor.interop.exchange import Read
from tutor.interop.gift_reading import read_gift
from tutor.interop.gift_text import escaped, places, unescaped
from tutor.interop.gift_writing import write_gift
from tutor.interop.moodle_reading import read_moodle
from tutor.interop.moodle_writing import write_moodle
from tutor.interop.noting import Notes
from tutor.interop.rebuilding import Builder

pytestmark = pytest.mark.no_cover

KINDS = ("qru", "qrm", "qrp", "qrpl", "qroc", "appariement", "ordre")


def through_gift(asked: Question) -> Read:
    """Write a question as GIFT and read it."""
    return read_gift(write_gift([source_of(asked)]).text, "essai.gift")


def through_moodle(asked: Question) -> Read:
    """Write a question as Moodle XML and read it."""
    return read_moodle(write_moodle([source_of(asked)]).text.encode(), "essai.xml")


@pytest.mark.parametrize("through", [through_gift, through_moodle])
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_question_comes_back_the_same(
    kind: str, through: Callable[[Question], Read], data: st.DataObject
) -> None:
    asked = data.draw(question(kind))
    read = through(asked)

    assert read.problems == []
    (entry,) = read.entries
    notes = Notes("essai")
    assert Builder(entry, entry.id, notes).build() == asked
    assert notes.problems == []
    assert entry.category.path == ("Essai / banque {1}",)
    assert entry.category.id == "essai"


@given(st.text(st.sampled_from("~=#{}:\\\n%a ")))
def test_no_sign_of_an_escaped_text_counts_and_all_come_back(text: str) -> None:
    safe = escaped(text)

    assert places(safe, "~=#{}:") == []
    assert "\n" not in safe
    assert unescaped(safe) == text
