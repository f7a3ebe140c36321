"""The promises, on few interns with wide margins; the page, true to its figures."""

from datetime import timedelta
from random import Random

import pytest

from tests.course.shipped import course
from tests.factories import NOON, StoppedClock
from tests.simulation.__main__ import PAGE
from tests.simulation.answering import Task, tasks_of
from tests.simulation.figures import FIRST, Figures, fingerprint, is_item, read_figures
from tests.simulation.interns import Bank, Intern, World
from tests.simulation.judging import Seen, covered, false_words, once_each
from tests.simulation.measures import counted, promised
from tests.simulation.page import BEGIN, END, page_of
from tests.simulation.proportions import share_of
from tests.simulation.weeks import Weeks, met_again, seen_again
from tutor.assessment.grading import grade
from tutor.domain.evidence import Weighed, weigh
from tutor.domain.response import as_response
from tutor.services.standing import standing_of

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The shipped course in the usual world."""
    return Bank(course(), tasks_of(course()), World())


@pytest.fixture(scope="module")
def seen(bank: Bank) -> list[Seen]:
    """What is shown of the first interns; of six of them, by the tutor's own code."""
    return [each for number in range(FIRST) for each in promised(number, bank)[1]]


@pytest.fixture(scope="module")
def page() -> Figures:
    """The figures of the committed page."""
    return read_figures(PAGE, BEGIN, END)


def test_intervals_hold_the_truth(seen: list[Seen]) -> None:
    assert share_of(covered(filter(is_item, seen))).low > 0.88
    assert share_of(covered(seen)).low > 0.88


def test_solid_is_hardly_ever_false(seen: list[Seen]) -> None:
    words = share_of(false_words(seen))
    assert words.of >= 30
    assert words.low < 0.03


def test_the_page_says_what_its_figures_say(page: Figures) -> None:
    assert PAGE.read_text(encoding="utf-8") == page_of(page)


def test_the_same_seeds_give_the_figures_of_the_page(
    page: Figures, bank: Bank, seen: list[Seen]
) -> None:
    """A course that has changed since has other figures, near enough."""
    if page.bank == fingerprint(bank):
        assert counted(seen) == page.first
    else:
        held = share_of(covered(filter(is_item, seen)))
        assert abs(held.value - page.shares["covered"].value) < 0.03


def test_the_expected_credit_is_what_many_answers_earn(bank: Bank) -> None:
    chance = Random(3)
    kinds = {task.question.kind: task for task in bank.tasks.values()}
    for task in kinds.values():
        earned = [task.answered(0.4, chance).credit for _ in range(4000)]
        assert sum(earned) / 4000 == pytest.approx(task.expected(0.4), abs=0.035)
        stored = task.guesses[-1].stored
        verdict = grade(task.question, as_response(task.question.kind, stored))
        assert verdict.credit == task.guesses[-1].credit


def test_the_truth_is_where_endless_answers_lead(bank: Bank) -> None:
    intern = Intern(1, bank)
    rows = [
        task.row(task.knowing, credit=task.expected(intern.knows(task)), at=NOON)
        for task in bank.tasks.values()
    ]
    found = {"C5.C.11": intern.truths()["C5.C.11"]}
    weighed = weigh(rows, StoppedClock())
    of_item = [
        (row.weight * (1 if row.answer.items[0] in found else 0.5), row.answer.credit)
        for row in weighed
        if "C5.C.11" in row.answer.items
    ]
    mean = sum(w * c for w, c in of_item) / sum(w for w, _ in of_item)
    assert mean == pytest.approx(found["C5.C.11"])


def test_answers_to_one_question_can_share_one_weight(bank: Bank) -> None:
    task: Task = next(iter(bank.tasks.values()))
    days = [NOON - timedelta(days=ago) for ago in (0, 60)]
    rows = [
        Weighed(task.row(task.knowing, at=at), w)
        for at, w in zip(days, (1, 0.5), strict=True)
    ]
    assert sum(weight for _, weight in once_each(rows)) == pytest.approx(1)


def test_reviews_are_drawn_from_what_the_tutor_sees(bank: Bank) -> None:
    weeks = Weeks(Intern(2, bank), 3, files=8, taught=0.6)
    weeks.live()
    clock = StoppedClock()
    theirs, ours = standing_of(course(), weeks.record(), clock), weeks.standing(NOON)
    assert ours.due_days == theirs.due_days
    assert ours.dangerous == theirs.dangerous
    assert ours.ledger == theirs.ledger
    assert {*ours.due} == {*theirs.due}


def test_what_was_missed_comes_back(bank: Bank) -> None:
    lived = [Weeks(Intern(n, bank), 3, files=10, taught=0.6) for n in range(3)]
    for weeks in lived:
        weeks.live()
    assert share_of(x for w in lived for x in seen_again(w, 28)).value > 0.9
    assert share_of(x for w in lived for x in seen_again(w, 7, sure=True)).value > 0.9
    assert share_of(x for w in lived for x in met_again(w, 14)).value > 0.8
