"""A question whose key changed comes back first; a typo mended changes nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import NOON, StoppedClock, answer, choice, short_answer
from tests.services.courses import SMALL, desk_at, front, qru
from tests.services.players import answered, played
from tutor.domain.question import Question, key_hash
from tutor.services.changes import change_text, changed_questions, latest_answers

BETA = "content/02-beta.md"


def of(question: Question, **more: object) -> str:
    """Return what is said of an answer to a question as it stood."""
    fields = {"kind": question.kind, "key_hash": key_hash(question), **more}
    return change_text(choice(marks="-x-"), answer(**fields), StoppedClock())


def test_a_key_that_changed_is_said_with_the_day_and_the_credit() -> None:
    said = of(choice(marks="x--"), credit=1.0, at=NOON - timedelta(days=3))

    assert "19/11/2026" in said
    assert "version antérieure" in said
    assert "alors 1 sur 1" in said


def test_a_kind_that_changed_is_named() -> None:
    said = of(short_answer(), kind="qroc")

    assert "QROC" in said
    assert "QRU" in said


@pytest.mark.parametrize("earlier", [None, answer(key_hash=key_hash(choice()))])
def test_nothing_is_said_where_nothing_changed(earlier: object) -> None:
    question = choice(stem=choice().stem[:1])

    assert change_text(question, earlier, StoppedClock()) == ""  # type: ignore[arg-type]


def test_only_the_last_answer_counts() -> None:
    question = choice()
    old = answer(id="a" * 32, key_hash="0" * 16, at=NOON - timedelta(days=9))
    new = answer(id="b" * 32, key_hash=key_hash(question), at=NOON)
    latest = latest_answers([new, old])

    assert latest["q-1"].id == "b" * 32
    assert changed_questions({"q-1": question}, latest) == frozenset()
    assert changed_questions({}, latest_answers([old])) == frozenset()
    assert changed_questions({"q-1": question}, latest_answers([old])) == {"q-1"}


def test_it_is_due_at_once_before_what_was_sure_and_wrong(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    answered(desk, "b-un", rightly=False, certainty=3)
    answered(desk, "beta-qru", certainty=3)
    desk.close()
    changed = front("beta") + "Lire.\n\n" + qru("beta-qru", "-x-")
    clock.forward(hours=1)
    later = desk_at(tmp_path, clock, files={**SMALL, BETA: changed}, chance=8)
    standing = later.standing()

    assert standing.changed == {"beta-qru"}
    assert standing.due[0] == "beta-qru"
    run = later.review()
    assert run is not None
    assert run.stop.key == "beta-qru"
    assert [a.credit for a in later.record.answers] == [0.0, 1.0]


def test_answering_it_again_settles_it(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock)
    played(desk, "beta")
    desk.close()
    changed = front("beta") + "Lire.\n\n" + qru("beta-qru", "-x-")
    clock.forward(hours=1)
    later = desk_at(tmp_path, clock, files={**SMALL, BETA: changed}, chance=8)
    answered(later, "beta-qru")

    assert later.standing().changed == frozenset()
    assert later.standing().due == ()


def test_a_typo_mended_changes_nothing(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    played(desk, "beta")
    days = desk.standing().due_days
    desk.close()
    mended = SMALL[BETA].replace("Énoncé", "L'énoncé").replace("raison", "car")
    later = desk_at(tmp_path, files={**SMALL, BETA: mended}, chance=8)

    assert later.standing().changed == frozenset()
    assert later.standing().due_days == days
