"""What a review asks first, and how the rest is mixed."""

from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import at_least
from tests.factories import StoppedClock, choice
from tests.services.courses import desk_at, front, qru
from tests.services.players import answered
from tests.services.reviews import BELIEFS, asked_by, clashes, many_due
from tutor.domain.question import Question
from tutor.services.reviewing import interleaved

pytestmark = pytest.mark.no_cover


@st.composite
def due_questions(draw: st.DrawFn, most: int = 30) -> list[Question]:
    """Draw questions on a few items; some name none."""
    items = draw(st.lists(st.sampled_from(["A", "B", "C", "D", ""]), max_size=most))
    return [
        choice(name=f"q-{n}", items=(item,) if item else ())
        for n, item in enumerate(items)
    ]


def item_of(question: Question) -> str:
    """Return what a question may not be next to."""
    return question.items[0] if question.items else question.id


@settings(deadline=None)
@given(due_questions(), st.integers(), due_questions(1))
def test_mixing_loses_and_adds_nothing_and_depends_on_the_seed_alone(
    questions: list[Question], seed: int, before: list[Question]
) -> None:
    after = before[0] if before else None
    mixed = interleaved(questions, seed, after)

    assert Counter(q.id for q in mixed) == Counter(q.id for q in questions)
    assert interleaved(questions, seed, after) == mixed
    for item in {item_of(each) for each in questions}:
        mine = [q.id for q in questions if item_of(q) == item]
        assert [q.id for q in mixed if item_of(q) == item] == mine


@settings(deadline=None)
@given(due_questions(), st.integers())
def test_two_neighbours_share_no_item_where_that_can_be_avoided(
    questions: list[Question], seed: int
) -> None:
    mixed = [item_of(each) for each in interleaved(questions, seed)]
    most = max(Counter(mixed).values(), default=0)

    assert clashes(mixed) == max(0, 2 * most - len(mixed) - 1)


@at_least(60)
@given(due_questions(6), st.integers(), due_questions(1))
def test_no_other_order_would_mix_better(
    questions: list[Question], seed: int, before: list[Question]
) -> None:
    head = [item_of(each) for each in before]
    found = [item_of(q) for q in interleaved(questions, seed, *before)]
    items = [item_of(each) for each in questions]

    best = min(clashes([*head, *order]) for order in permutations(items))
    assert clashes([*head, *found]) == best


def test_another_seed_gives_another_order() -> None:
    questions = [choice(name=f"q-{n}", items=(f"I{n % 4}",)) for n in range(12)]
    orders = {tuple(q.id for q in interleaved(questions, seed)) for seed in range(9)}

    assert len(orders) > 1


def test_the_same_seed_draws_the_same_review(tmp_path: Path) -> None:
    desk = many_due(tmp_path, StoppedClock())

    first, again = desk.review(seed=4), desk.review(seed=4)
    assert asked_by(first) == asked_by(again)
    items = [question.items[0] for question in first.questions] if first else []
    assert clashes(items) == 0


def test_changed_then_dangerous_then_misconceptions_then_the_others(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    answered(desk, "c-1")
    for name in ("d-0", "c-0", "d-1"):
        answered(desk, name, rightly=False, certainty=1)
    answered(desk, "d-3", rightly=False, certainty=1)  # ticks the unacceptable one
    answered(desk, "b-0", rightly=False, certainty=3)
    desk.close()
    clock.forward(days=1)
    changed = {
        **BELIEFS,
        "content/02-c.md": front("c")
        + qru("c-0", "x--", 'comp="C5.N.2"')
        + qru("c-1", "-x-", 'comp="C5.N.2"'),
    }
    later = desk_at(tmp_path, clock, files=changed, chance=3)

    run = later.review(seed=1, minutes=60)
    found = asked_by(run)
    assert found[:4] == ["c-1", "b-0", "d-3", "d-2"]
    assert sorted(found[4:]) == ["c-0", "d-0", "d-1"]
    assert found[4] != "d-0"  # on the item of d-2, just before


def test_with_little_time_what_is_dangerous_goes_before_what_is_merely_due(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    desk = desk_at(tmp_path, clock, files=BELIEFS)
    for name in ("d-0", "c-0", "d-1", "c-1"):
        answered(desk, name, rightly=False, certainty=1)
    clock.forward(days=1)
    answered(desk, "d-3", rightly=False)
    clock.forward(days=1)

    assert asked_by(desk.review(minutes=5))[0] == "d-3"
