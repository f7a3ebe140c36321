"""The end of a run: points, means, and what was sure and wrong."""

from pathlib import Path

import pytest

from tests.factories import choice
from tests.services.courses import desk_at
from tests.services.players import answer_here, finish
from tests.services.runs import CARD, run_over
from tutor.domain.response import Picked
from tutor.services.summary import summary_of

WRONG = Picked(options=frozenset({1}))


def test_points_weigh_only_in_the_sum() -> None:
    run = run_over(choice(points=3.0), choice(name="q-2"), choice(name="q-3"))
    heavy = answer_here(run)
    answer_here(run, WRONG, 3)
    run.pass_by()
    summary = summary_of(run)

    assert heavy.credit == 1.0
    assert (summary.earned, summary.possible, summary.mean) == (3.0, 4.0, 0.5)
    assert (summary.asked, summary.answered) == (3, 2)
    assert [question.id for question, _ in summary.answers] == ["q-1", "q-2"]


@pytest.mark.parametrize(("certainty", "named"), [(3, ["q-1"]), (2, []), (None, [])])
def test_only_what_was_sure_and_wrong_is_named(
    certainty: int, named: list[str]
) -> None:
    run = run_over(choice())
    answer_here(run, WRONG, certainty)  # type: ignore[arg-type]

    assert [question.id for question in summary_of(run).sure_and_wrong] == named


def test_a_partial_credit_given_surely_is_not_wrong() -> None:
    run = run_over(choice("qrm", "xx--"))
    fact = answer_here(run, Picked(options=frozenset({0})), 3)

    assert fact.credit == 0.5
    assert summary_of(run).sure_and_wrong == ()


def test_a_run_without_an_answer_has_no_mean() -> None:
    summary = summary_of(run_over(choice(), before=[CARD]))

    assert (summary.asked, summary.answered) == (1, 0)
    assert (summary.mean, summary.earned, summary.possible) == (None, 0, 0)


def test_the_mean_of_a_dossier_is_that_of_its_questions(tmp_path: Path) -> None:
    run = desk_at(tmp_path).start("cas-1")
    answer_here(run, Picked(options=frozenset({1})))
    finish(run)
    summary = summary_of(run)

    assert (summary.kind, summary.title) == ("dossier", "Le cas cas-1")
    assert summary.mean == 0.666667


def test_the_points_of_the_author_are_those_of_the_course(tmp_path: Path) -> None:
    run = desk_at(tmp_path).start("alpha")
    finish(run)

    assert (summary_of(run).earned, summary_of(run).possible) == (4.0, 4.0)
