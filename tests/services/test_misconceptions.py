"""A misconception is met again through another question, chosen in this order."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories import NOON, StoppedClock, choice, matching, short_answer
from tests.services.courses import block, desk_at, front, options, qru
from tests.services.players import answer_here, answered, asked, played, right, wrong
from tutor.domain.question import KnownAnswer
from tutor.services.desk import Desk
from tutor.services.misconceptions import Meeting, meetings, probed

pytestmark = pytest.mark.no_cover

BANK = front("f") + qru("f-0", "xB-") + qru("f-1", "xB-") + qru("f-2", "xB-")
FILES = {"quizzes/f.md": BANK}
LESSON = {"content/01-l.md": front("l") + "Lire.\n\n" + qru("l-0", "xB-")}


def met(desk: Desk, days: int = 0) -> list[Meeting]:
    """Return what a review of today, or of a later day, would meet again."""
    ledger, clock = desk.standing().ledger, desk.clock
    day = clock.local_day(clock.now() + timedelta(days=days)).isoformat()
    return [*meetings(desk.course, desk.record, ledger, day, clock)]


def through(desk: Desk, days: int = 0) -> list[str]:
    """Return the questions through which they would be met."""
    return [each.question for each in met(desk, days)]


def test_without_a_misconception_nothing_is_met(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, files=FILES)
    answered(desk, "f-0")

    assert met(desk) == []


def test_a_question_never_seen_comes_first(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=FILES)
    answered(desk, "f-0", rightly=False)
    clock.forward(days=30)
    answered(desk, "f-1", rightly=False)
    clock.forward(days=1)

    assert met(desk) == [Meeting("IF-01", "f-2", is_same=False)]


def test_then_the_one_seen_longest_ago(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=FILES)
    for name in ("f-2", "f-1", "f-0"):
        answered(desk, name, rightly=False)
        clock.forward(days=1)

    assert through(desk) == ["f-2"]


def test_one_already_answered_right_since_proves_nothing_more(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=FILES)
    answered(desk, "f-0", rightly=False)
    clock.forward(days=1)
    answered(desk, "f-1")
    clock.forward(days=1)
    assert through(desk) == ["f-2"]
    answered(desk, "f-2", rightly=False)
    clock.forward(days=1)

    assert through(desk) == ["f-0"]  # seen before f-1


def test_the_one_that_showed_it_last_comes_where_no_other_is_left(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    two = {"quizzes/f.md": front("f") + qru("f-0", "xB-") + qru("f-1", "xB-")}
    desk = desk_at(tmp_path, clock, files=two)
    answered(desk, "f-0", rightly=False)
    clock.forward(days=1)
    assert met(desk) == [Meeting("IF-01", "f-1", is_same=False)]
    answered(desk, "f-1")
    clock.forward(days=1)
    assert met(desk) == [Meeting("IF-01", "f-0", is_same=True)]
    answered(desk, "f-0")

    assert desk.standing().ledger == ()


def test_where_no_question_could_dispel_it_none_is_asked(tmp_path: Path) -> None:
    clock = StoppedClock()
    desk = desk_at(
        tmp_path, clock, files={"quizzes/f.md": front("f") + qru("f-0", "xB-")}
    )
    answered(desk, "f-0", rightly=False)
    clock.forward(days=1)
    answered(desk, "f-0")
    clock.forward(days=1)

    assert [entry.code for entry in desk.standing().ledger] == ["IF-01"]
    assert met(desk) == []


def test_nothing_is_asked_twice_on_one_day(tmp_path: Path) -> None:
    two = {"quizzes/f.md": front("f") + qru("f-0", "xB-") + qru("f-1", "xB-")}
    desk = desk_at(tmp_path, StoppedClock(), files=two)
    for name in ("f-0", "f-1"):
        answered(desk, name, rightly=False)

    assert met(desk) == []
    assert through(desk, days=1) == ["f-0"]


def test_a_lesson_still_to_come_keeps_its_questions_where_others_do(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path, files={**LESSON, **FILES})
    answered(desk, "f-0", rightly=False)
    assert through(desk) == ["f-1"]
    desk.save(desk.start("l"))

    assert through(desk) == ["l-0"]


def test_a_lesson_to_come_lends_one_before_the_same_is_asked_again(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    alone = {"quizzes/f.md": front("f") + qru("f-0", "xB-")}
    desk = desk_at(tmp_path, clock, files={**LESSON, **alone})
    answered(desk, "f-0", rightly=False)
    clock.forward(days=1)

    assert through(desk) == ["l-0"]


def of_a_dossier(name: str) -> str:
    """Return a dossier with one question."""
    return f'## Cas {{#cas .dossier comp="C5.C.1"}}\n\n### Étape\n\n{qru(name, "xB-")}'


def on_a_message(name: str) -> str:
    """Return a message, and a question that comes after it."""
    atoms = '- [ ] le nom {#nom mots="Mme"}\n- [ ] l\'heure {mots="midi"}\n'
    return block("relais", "m", atoms, 'comp="C5.C.1"') + qru(
        name, "xB-", 'comp="C5.N.1" si="nom"'
    )


def of_the_placement_test(name: str) -> str:
    """Return a question kept for the test."""
    return qru(name, "xB-", 'comp="C5.N.1" lecon="l"')


@pytest.mark.parametrize("hidden", [of_a_dossier, on_a_message, of_the_placement_test])
def test_some_questions_are_never_drawn(
    tmp_path: Path, hidden: Callable[[str], str]
) -> None:
    files = {
        **LESSON,
        "quizzes/f.md": front("f") + qru("f-0", "xB-"),
        "quizzes/g.md": front("g") + hidden("g-0"),
    }
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=files)
    assert "g-0" in desk.library.questions()
    answered(desk, "f-0", rightly=False)
    clock.forward(days=1)
    answered(desk, "l-0")
    clock.forward(days=1)

    assert met(desk) == [Meeting("IF-01", "f-0", is_same=True)]


def test_it_is_met_once_a_day_in_reviews_whatever_was_answered(tmp_path: Path) -> None:
    for right_or_wrong in (right, wrong):
        clock = StoppedClock()
        desk = desk_at(tmp_path / right_or_wrong.__name__, clock, files=FILES)
        answered(desk, "f-0", rightly=False)
        run = desk.review()
        assert run is not None
        answer_here(run, right_or_wrong(asked(run)))
        desk.save(run)

        assert met(desk) == []
        assert through(desk, days=1) == ["f-2"]


def test_an_error_made_in_a_lesson_can_be_met_again_the_same_day(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path, files={**LESSON, **FILES})
    played(desk, "l", rightly=False)

    assert through(desk) == ["f-0"]


def test_the_most_frequent_comes_first(tmp_path: Path) -> None:
    files = {
        "quizzes/f.md": front("f")
        + block("qru", "f-3", options("xB-", "IF-02"), 'comp="C5.N.1"')
        + block("qru", "f-4", options("xB-", "IF-02"), 'comp="C5.N.1"')
        + block("qru", "f-5", options("xB-", "IF-02"), 'comp="C5.N.1"')
        + BANK.partition("# Titre de f\n")[2]
    }
    desk = desk_at(tmp_path, StoppedClock(NOON), files=files)
    for name in ("f-0", "f-3", "f-4"):
        answered(desk, name, rightly=False)

    assert [(each.code, each.question) for each in met(desk)] == [
        ("IF-02", "f-5"),
        ("IF-01", "f-1"),
    ]


def test_what_a_question_probes_is_what_its_wrong_answers_embody() -> None:
    known = (
        KnownAnswer(text="a", right=True),
        KnownAnswer(text="b", right=False, misconception="IF-07"),
    )
    assert probed(short_answer().model_copy(update={"known": known})) == {"IF-07"}
    assert probed(choice()) == probed(matching()) == frozenset()
