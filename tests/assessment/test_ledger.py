"""A misconception holds until two different questions have dispelled it."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import NOON, answer
from tutor.assessment.ledger import ENOUGH, open_entries
from tutor.domain.answer import AnswerGiven

PROBES = {
    "a": frozenset({"IF-01"}),
    "b": frozenset({"IF-01", "IF-02"}),
    "c": frozenset({"IF-01"}),
    "d": frozenset({"IF-02"}),
}
WRONG = {"a": ("IF-01",), "b": ("IF-01", "IF-02"), "c": ("IF-01",), "d": ("IF-02",)}
"""What a wrong answer to each question shows."""

STORIES = [
    ("", {}),
    ("a+", {}),
    ("a-", {"IF-01": 1}),
    ("a- a-", {"IF-01": 2}),
    ("a- c-", {"IF-01": 2}),
    ("b-", {"IF-01": 1, "IF-02": 1}),
    ("a- a+", {"IF-01": 1}),
    ("a- a+ a+ a+", {"IF-01": 1}),
    ("a- b+", {"IF-01": 1}),
    ("a- b+ c+", {}),
    ("a- a+ b+", {}),
    ("a+ c+ a-", {"IF-01": 1}),
    ("a+ a- c+", {"IF-01": 1}),
    ("a- b+ c- a+", {"IF-01": 2}),
    ("a- b+ c- a+ b+", {}),
    ("a- b+ c+ a-", {"IF-01": 2}),
    ("a- d+ e+", {"IF-01": 1}),
    ("b- d+ b+", {"IF-01": 1}),
    ("a- b~ c~", {"IF-01": 1}),
    ("a- e+ f+", {"IF-01": 1}),
]
"""Questions answered right (+), in part (~) or wrong (-), and what then holds."""


def told(story: str) -> tuple[list[AnswerGiven], dict[str, tuple[str, ...]]]:
    """Return the answers of a story, and what they show."""
    answers, shown = [], {}
    for hour, word in enumerate(story.split()):
        question, how = word[0], word[1]
        name = f"{hour:02}"
        at = NOON + timedelta(hours=hour)
        credit = {"+": 1.0, "~": 0.5, "-": 0.0}[how]
        answers.append(answer(id=name, question=question, credit=credit, at=at))
        if how == "-":
            shown[name] = WRONG[question]
    return answers, shown


@pytest.mark.parametrize(("story", "held"), STORIES)
def test_a_story_leaves_these_misconceptions(story: str, held: dict[str, int]) -> None:
    answers, shown = told(story)
    found = open_entries(answers, shown, PROBES)
    assert {entry.code: entry.count for entry in found} == held


def test_the_most_frequent_comes_first_then_the_code_decides() -> None:
    answers = [answer(id=name, credit=0.0) for name in "wxyz"]
    shown = {"w": ("IF-09",), "x": ("IF-03",), "y": ("IF-09",), "z": ("IF-01",)}
    found = open_entries(answers, shown, {})
    assert [entry.code for entry in found] == ["IF-09", "IF-01", "IF-03"]


STORY = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("+-~")), max_size=15
).map(lambda pairs: " ".join(question + how for question, how in pairs))


@settings(deadline=None)
@given(STORY, st.integers())
def test_answers_may_come_in_any_order(story: str, seed: int) -> None:
    answers, shown = told(story)
    mixed = Random(seed).sample(answers, len(answers))
    assert open_entries(mixed, shown, PROBES) == open_entries(answers, shown, PROBES)


@settings(deadline=None)
@given(STORY)
def test_three_right_answers_in_the_end_clear_the_ledger(story: str) -> None:
    answers, shown = told(f"{story} a+ b+ d+".strip())
    assert open_entries(answers, shown, PROBES) == []


@settings(deadline=None)
@given(STORY)
def test_a_misconception_just_shown_always_holds(story: str) -> None:
    answers, shown = told(f"{story} a-".strip())
    assert "IF-01" in {each.code for each in open_entries(answers, shown, PROBES)}


TOLD = [
    ("a-", "a", ""),
    ("a- c-", "c", ""),
    ("a- c- a-", "a", ""),
    ("a- b+", "a", "b"),
    ("a- a+", "a", "a"),
    ("a- b+ c-", "c", ""),
    ("c- d+ b+", "c", "b"),
]
"""What showed IF-01 last, and which questions have been answered right since."""


@pytest.mark.parametrize(("story", "shown_by", "dispelled_by"), TOLD)
def test_an_entry_names_what_showed_it_and_what_was_answered_right_since(
    story: str, shown_by: str, dispelled_by: str
) -> None:
    (entry,) = [
        each for each in open_entries(*told(story), PROBES) if each.code == "IF-01"
    ]
    assert (entry.shown_by, entry.dispelled_by) == (shown_by, frozenset(dispelled_by))


@settings(deadline=None)
@given(STORY)
def test_what_holds_has_been_dispelled_by_fewer_than_enough(story: str) -> None:
    for entry in open_entries(*told(story), PROBES):
        assert len(entry.dispelled_by) < ENOUGH
        assert all(entry.code in PROBES[each] for each in entry.dispelled_by)
        assert entry.code in WRONG[entry.shown_by]
