"""Questions passed are offered once more, and stored as if answered at once."""

from pathlib import Path

import pytest

from tests.factories import choice
from tests.services.courses import ALPHA, SMALL, desk_at, front, qru
from tests.services.players import answer_here, asked, go_to
from tests.services.runs import run_over
from tutor.services.returning import skipped, take_back
from tutor.services.run import Run, past_of
from tutor.services.way import gone_past

TWO = (choice(name="q-1"), choice(name="q-2"))


def at_the_end(run: Run) -> Run:
    """Pass everything up to the end."""
    while not run.is_over:
        run.pass_by()
    return run


def keys(run: Run) -> list[str]:
    """Return the questions offered."""
    return [stop.key for stop in skipped(run)]


def test_nothing_is_offered_before_the_end_nor_where_all_is_answered() -> None:
    run = run_over(*TWO)
    run.pass_by()
    assert keys(run) == []
    answer_here(run)
    assert keys(run) == ["q-1"]
    complete = run_over(*TWO)
    answer_here(complete)
    answer_here(complete)
    assert keys(complete) == []


def test_taking_back_stands_at_each_passed_question_then_at_the_end() -> None:
    run = at_the_end(run_over(*TWO))
    take_back(run)
    assert asked(run).id == "q-1"
    answer_here(run)
    assert asked(run).id == "q-2"
    answer_here(run)
    assert run.is_over
    assert keys(run) == []


def test_a_question_passed_twice_is_not_offered_again() -> None:
    run = at_the_end(run_over(*TWO))
    take_back(run)
    run.pass_by()
    answer_here(run)
    assert run.is_over
    assert keys(run) == []
    assert [stop.key for stop in past_of(run)] == ["q-1", "q-2"]


def test_once_the_end_is_seen_nothing_is_offered() -> None:
    run = at_the_end(run_over(*TWO))
    run.pass_by()
    assert run.started.ended
    assert keys(run) == []


def test_what_a_run_has_gone_past_only_grows() -> None:
    run = at_the_end(run_over(*TWO))
    before = run.started.passed
    take_back(run)
    run.pass_by()
    assert run.started.passed[: len(before)] == before
    assert gone_past(run.started.passed) == {"q-1"}


@pytest.mark.parametrize("kind", ["dossier", "question", "survey"])
def test_other_runs_offer_nothing(kind: str) -> None:
    assert keys(at_the_end(run_over(*TWO, kind=kind))) == []


def test_the_steps_of_a_dossier_stay_as_they_are_wherever_they_stand(
    tmp_path: Path,
) -> None:
    run = at_the_end(desk_at(tmp_path).start("cas"))
    assert run.started.kind == "quiz"
    assert keys(run) == []


RELAY = """::: relais {#x-relais comp="C5.N.1"}
Écrivez.

- [x] Le poids {#poids mots="61"}
  > Sans lui, rien.
- [x] La porte {#porte mots="porte"}
  > Fermée.

:::

"""
AFTER = '::: note {si="poids"}\nElle adapte.\n:::\n\n'


@pytest.mark.parametrize(
    ("after", "offered"), [("", ["x-a", "x-relais"]), (AFTER, ["x-a"])]
)
def test_a_message_that_decides_on_what_follows_is_not_taken_back(
    tmp_path: Path, after: str, offered: list[str]
) -> None:
    lesson = front("libre") + qru("x-a") + RELAY + after + qru("x-b")
    desk = desk_at(tmp_path, files={**SMALL, "content/03-libre.md": lesson})
    run = desk.start("libre")
    go_to(run, "x-b")
    answer_here(run)
    assert keys(run) == offered


def test_a_run_left_in_the_middle_goes_on_at_the_question_taken_up(
    tmp_path: Path,
) -> None:
    desk = desk_at(tmp_path)
    run = desk.start(ALPHA)
    go_to(run, "a-qrm")
    answer_here(run)
    assert keys(run) == ["a-qru", "a-mots"]
    desk.save(run)
    assert keys(desk.start(ALPHA)) == ["a-qru", "a-mots"]
    take_back(run)
    answer_here(run)
    desk.save(run)

    again = desk.start(ALPHA)

    assert again.started.id == run.started.id
    assert again.stop.key == "a-mots"
    assert [stop.key for stop in past_of(again)] == [
        *("a-avant", "a-qru", "a-auto", "a-qrm")
    ]


def test_an_answer_given_later_is_stored_like_one_given_at_once(
    tmp_path: Path,
) -> None:
    rows = []
    for name, passes in (("tout-de-suite", False), ("plus-tard", True)):
        desk = desk_at(tmp_path / name)
        run = desk.start(ALPHA, seed=3)
        go_to(run, "a-qru")
        run.hint()
        if passes:
            at_the_end(run)
            take_back(run)
        answer = answer_here(run, certainty=2)
        desk.save(run)
        assert desk.record.answers == (answer,)
        own = {"id", "run"}
        rows.append(answer.model_dump(exclude=own))
    assert rows[0] == rows[1]
    assert rows[0]["hints"] == 1
