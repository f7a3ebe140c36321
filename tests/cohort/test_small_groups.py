"""What is hidden of a group, case by case."""

from collections.abc import Sequence

import pytest

from tests.cohort.cohorts import figures_from, row, rows_of, small_course
from tests.domain.bundles import handed_answer, handed_bundle
from tutor.domain.bundle import Bundle, HandedAnswer
from tutor.domain.figures import Estimate, Figures, Hidden
from tutor.domain.question import key_hash
from tutor.locale import say

FEW, LESS = Hidden(hidden="few"), Hidden(hidden="subtraction")


def person(number: int, *answers: HandedAnswer, **more: object) -> Bundle:
    """Return somebody's bundle."""
    own = {"bundle_id": f"{number:032x}", "learner_id": f"{number:032x}"}
    return handed_bundle(**{**own, "answers": answers, **more})


def answered(number: int, question: str, credit: float, *items: str) -> HandedAnswer:
    """Return an answer to an earlier key: it counts for its items."""
    return handed_answer(number, question=question, credit=credit, items=items)


def figures(bundles: Sequence[Bundle], **more: int) -> Figures:
    """Return the figures of people of the small course."""
    return figures_from(bundles, small_course(), **more)


@pytest.mark.parametrize("apart", [0, 3, 6])
def test_of_two_means_that_differ_by_a_few_people_one_is_hidden(apart: int) -> None:
    bundles = [
        person(
            n,
            answered(n, "a-qru", n % 3 / 2, "C5.N.1", "C5.C.1"),
            *([answered(50 + n, "b-un", 0.3, "C5.N.1")] if n < apart else []),
        )
        for n in range(12)
    ]
    found = figures(bundles)
    cells = [row(found, "items", code)["estimate"] for code in ("C5.N.1", "C5.C.1")]

    assert cells.count(LESS) == (1 if apart == 3 else 0)


def test_a_promotion_of_a_few_is_put_together_with_others() -> None:
    said = ["2024"] * 12 + ["2025"] * 7 + ["Jean, le seul"] * 2
    found = figures([person(n, promotion=each) for n, each in enumerate(said)])
    rows = rows_of(found.table("handed-in"))

    labels = ("2024", say("report.others.promotion"))
    assert [
        (r["group"], r["people"]) for r in rows if "Promotion" in str(r["group"])
    ] == [
        (say("report.group.promotion", label=label), people)
        for label, people in zip(labels, (12, 9), strict=True)
    ]
    assert "Jean" not in found.model_dump_json()


def test_a_cohort_of_a_few_shows_nothing() -> None:
    states = [{"id": "alpha", "state": "done"}]
    bundles = [
        person(n, answered(n, "a-qru", 1, "C5.N.1"), lessons=states) for n in range(4)
    ]
    found = figures(bundles)

    for table in found.tables:
        for cells in table.rows:
            assert not any(isinstance(cell, Estimate) for cell in cells)
    assert row(found, "lessons", "alpha")["people"] == FEW
    assert row(found, "items", "C5.N.1")["answers"] == FEW
    assert rows_of(found.table("handed-in"))[0]["answers"] == FEW


def lessons(done: int, started: int, new: int) -> Figures:
    """Return the figures of people at these states of a lesson."""
    states = ["done"] * done + ["started"] * started + ["new"] * new
    return figures(
        [
            person(n, lessons=[{"id": "alpha", "state": state}])
            for n, state in enumerate(states)
        ]
    )


@pytest.mark.parametrize(
    ("states", "started", "done"),
    [
        ((10, 10, 10), 20, 10),
        ((30, 0, 0), 30, 30),
        ((0, 0, 30), 0, 0),
        ((20, 0, 10), 20, 20),
        ((20, 2, 10), None, 20),
        ((8, 2, 20), None, 8),
        ((20, 8, 2), None, 20),
        ((2, 20, 8), 22, None),
        ((29, 0, 1), None, None),
    ],
)
def test_a_lesson_is_hidden_where_few_are_at_some_state(
    states: tuple[int, int, int], started: int | None, done: int | None
) -> None:
    found = row(lessons(*states), "lessons", "alpha")
    cells = [found["started"], found["done"]]
    parts = [round(c.value * c.n) if isinstance(c, Estimate) else None for c in cells]

    assert parts == [started, done]


def test_objections_of_a_few_are_hidden() -> None:
    asked = next(
        q for u in small_course().units for q in u.questions if q.id == "a-qru"
    )

    def bundle(number: int, words: int) -> Bundle:
        fields = {"subject": "a-qru", "text": "flou", "at": "2026-01-01T00:00:00Z"}
        answer = handed_answer(
            number, question="a-qru", key_hash=key_hash(asked), credit=1.0
        )
        return person(number, answer, disputes=[fields] * words)

    few = figures([bundle(n, int(n < 3)) for n in range(9)])
    assert row(few, "questions", "a-qru")["disputes"] == FEW
    many = figures([bundle(n, 2 * int(n < 6)) for n in range(9)])
    assert row(many, "questions", "a-qru")["disputes"] == 6
    none = figures([bundle(n, 0) for n in range(9)])
    assert row(none, "questions", "a-qru")["disputes"] == 0


def test_the_least_group_can_be_larger() -> None:
    bundles = [person(n, answered(n, "a-qru", n % 3 / 2, "C5.N.1")) for n in range(9)]

    assert isinstance(row(figures(bundles), "items", "C5.N.1")["estimate"], Estimate)
    hidden = figures(bundles, least=10)
    assert row(hidden, "items", "C5.N.1")["estimate"] == FEW
    assert hidden.least_group == 10
