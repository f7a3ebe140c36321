"""A run knows what comes next: response, certainty, own mark, then a fact."""

from typing import Literal

import pytest

from tests.factories import choice, short_answer
from tests.services.players import asked
from tests.services.runs import (
    CARD,
    FIRST,
    PANEL,
    UNFORESEEN,
    run_over,
)
from tutor.domain.errors import WrongUseError
from tutor.domain.question import Question
from tutor.domain.response import Picked, Placed, Response, Typed
from tutor.services.run import Run

PLAIN, WORDS = choice(), short_answer()
UNRATED = choice(asks_certainty=False)
UNRATED_WORDS = short_answer(asks_certainty=False)
NEEDS: dict[str, tuple[Question, Response, bool, list[str]]] = {
    "ticks": (PLAIN, FIRST, True, ["certainty"]),
    "no certainty wanted": (UNRATED, FIRST, True, []),
    "certainty switched off": (PLAIN, FIRST, False, []),
    "accepted words": (WORDS, Typed(text="MESSAGERIE securisee"), True, ["certainty"]),
    "words known wrong": (WORDS, Typed(text="un courriel"), True, ["certainty"]),
    "unforeseen words": (WORDS, UNFORESEEN, True, ["certainty", "self_mark"]),
    "unforeseen, switched off": (WORDS, UNFORESEEN, False, ["self_mark"]),
    "unforeseen, none wanted": (UNRATED_WORDS, UNFORESEEN, True, ["self_mark"]),
    "a panel's values": (PANEL, Placed(values=(1,)), True, []),
}


def waited_for(run: Run) -> str:
    """Return what a run waits for now."""
    return run.need


@pytest.mark.parametrize(
    ("question", "response", "asks_certainty", "needs"), NEEDS.values(), ids=NEEDS
)
def test_certainty_then_own_mark_follow_where_the_rules_want_them(
    question: Question, response: Response, *, asks_certainty: bool, needs: list[str]
) -> None:
    run = run_over(question, asks_certainty=asks_certainty)
    assert waited_for(run) == "response"
    run.respond(response)

    met: list[str] = []
    while (need := waited_for(run)) != "nothing":
        met.append(need)
        if need == "certainty":
            run.rate(2)
        else:
            run.mark_self(right=True)

    assert met == needs
    fact = run.settle()
    assert fact.certainty == (2 if "certainty" in needs else None)
    assert fact.self_marked == ("self_mark" in needs)


@pytest.mark.parametrize(
    ("question", "response", "reason"),
    [
        (PLAIN, Picked(options=frozenset()), "answers.nothing-ticked"),
        (PLAIN, Picked(options=frozenset({0, 1})), "answers.only-one"),
        (
            choice("qrp", "xx--"),
            Picked(options=frozenset({0, 1, 2})),
            "answers.too-many",
        ),
        (WORDS, Typed(text=" -' "), "answers.empty-text"),
        (WORDS, Typed(text="a" * 201), "answers.too-long"),
        (PANEL, Placed(values=()), "answers.rows"),
    ],
)
def test_a_response_that_does_not_fit_changes_nothing(
    question: Question, response: Response, reason: str
) -> None:
    run = run_over(question)

    with pytest.raises(WrongUseError) as refused:
        run.respond(response)

    assert refused.value.message_id == reason
    assert (run.need, run.given, run.unsaved) == ("response", {}, [])
    run.leave()
    assert run.unsaved == []


def test_a_response_of_another_kind_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="does not answer"):
        run_over(PLAIN).respond(Typed(text="a"))


def test_leaving_at_the_certainty_keeps_the_answer_without_one() -> None:
    run = run_over(PLAIN)
    run.respond(FIRST)
    run.leave()
    run.leave()

    (fact,) = run.unsaved
    assert (fact.credit, fact.certainty) == (1.0, None)
    assert run.is_over


@pytest.mark.parametrize("certainty", [None, 3])
def test_leaving_at_the_own_mark_means_no(certainty: Literal[3] | None) -> None:
    run = run_over(WORDS)
    run.respond(UNFORESEEN)
    run.rate(certainty)
    assert run.need == "self_mark"
    run.leave()

    (fact,) = run.unsaved
    assert (fact.credit, fact.self_marked) == (0.0, False)
    assert (fact.certainty, fact.response) == (certainty, "pigeon voyageur")


def test_leaving_before_answering_keeps_nothing() -> None:
    run = run_over(PLAIN)
    run.leave()

    assert (run.unsaved, run.given) == ([], {})


@pytest.mark.parametrize(("own", "credit"), [(True, 1.0), (False, 0.0)])
def test_the_own_mark_decides_the_credit_of_unforeseen_words(
    *, own: bool, credit: float
) -> None:
    run = run_over(WORDS)
    run.respond(UNFORESEEN)
    run.rate(1)
    run.mark_self(right=own)
    assert run.verdict().credit == credit

    fact = run.settle()
    assert (fact.credit, fact.self_marked) == (credit, own)


def test_an_empty_certainty_is_kept_as_none() -> None:
    run = run_over(PLAIN)
    run.respond(FIRST)
    run.rate(None)

    assert run.need == "nothing"
    assert run.settle().certainty is None


def test_certainty_and_own_mark_are_asked_anew_for_the_next_question() -> None:
    run = run_over(WORDS, short_answer(name="q-2"))
    run.respond(UNFORESEEN)
    run.rate(3)
    run.mark_self(right=True)
    run.settle()

    run.respond(UNFORESEEN)
    assert waited_for(run) == "certainty"
    run.rate(1)
    assert waited_for(run) == "self_mark"


def test_a_card_has_no_hint_and_takes_no_response() -> None:
    run = run_over(before=[CARD])

    assert (run.need, run.number, run.hint()) == ("nothing", 0, None)
    with pytest.raises(ValueError, match="nothing is asked here"):
        run.respond(FIRST)


def test_nothing_is_judged_before_an_answer() -> None:
    run = run_over(PLAIN)
    with pytest.raises(ValueError, match="nothing was answered"):
        run.verdict()
    with pytest.raises(ValueError, match="nothing was answered"):
        run.settle()


def test_a_skipped_question_stores_nothing_and_is_not_asked_again() -> None:
    run = run_over(PLAIN, choice(name="q-2"))
    run.pass_by()

    assert (run.unsaved, run.given) == ([], {})
    assert run.started.passed == ("q-1",)
    assert asked(run).id == "q-2"


def test_skipping_at_the_certainty_keeps_the_answer_for_its_own_question() -> None:
    run = run_over(PLAIN, choice(name="q-2", marks="-x-"))
    run.respond(FIRST)
    run.pass_by()

    (fact,) = run.unsaved
    assert (fact.question, fact.credit, fact.certainty) == ("q-1", 1.0, None)
    assert run.started.passed == ()
    assert (asked(run).id, run.need) == ("q-2", "response")


def test_passing_the_end_ends_the_run_and_stays_there() -> None:
    run = run_over(PLAIN)
    run.pass_by()
    assert (run.is_over, run.started.ended) == (True, False)
    run.pass_by()

    assert (run.is_over, run.started.ended) == (True, True)
    assert run.stop.key == "fin:essai"
    run.pass_by()
    assert run.started.ended


def test_the_number_of_a_question_counts_questions_only() -> None:
    run = run_over(PLAIN, choice(name="q-2"), before=[CARD])

    numbers = []
    while not run.is_over:
        numbers.append(run.number)
        run.pass_by()
    assert [*numbers, run.number] == [0, 1, 2, 2]
