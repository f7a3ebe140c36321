"""What a report says of questions and of their options."""

from collections import Counter
from functools import cache
from statistics import correlation, fmean, median

import pytest

from tests.cohort.cohorts import row, rows_of
from tests.cohort.counted import bundles, close, figures
from tests.course.shipped import course
from tutor.cohort.intervals import mean, moments, share
from tutor.domain.answer import AnswerGiven
from tutor.domain.figures import Estimate
from tutor.domain.question import Choice
from tutor.locale import say
from tutor.services.learner_figures import record_of


@cache
def firsts() -> dict[str, dict[int, AnswerGiven]]:
    """Return the first answer of each person to each question."""
    found: dict[str, dict[int, AnswerGiven]] = {}
    for number, bundle in enumerate(bundles()):
        for answer in sorted(record_of([bundle]).answers, key=lambda a: a.at):
            found.setdefault(answer.question, {}).setdefault(number, answer)
    return found


def rests(question: str) -> dict[int, float]:
    """Return how much better than others each did on the other questions."""
    levels = {q: fmean(a.credit for a in each.values()) for q, each in firsts().items()}
    found = {}
    for person in firsts()[question]:
        others = [
            each[person].credit - levels[q]
            for q, each in firsts().items()
            if person in each and q != question
        ]
        if len(others) >= 5:
            found[person] = fmean(others)
    return found


def correlated(pairs: list[tuple[float, float]]) -> float:
    """Return Pearson's correlation."""
    return correlation([x for x, _ in pairs], [y for _, y in pairs])


def most_asked() -> Choice:
    """Return the QRU with most options shown, and of those the first."""
    asked = [q for unit in course().units for q in unit.questions]
    choices = [q for q in asked if isinstance(q, Choice) and q.kind == "qru"]
    told = Counter(
        r["question"]
        for r in rows_of(figures().table("options"))
        if isinstance(r["correlation"], Estimate)
    )
    return max(choices, key=lambda question: told[question.id])


def test_questions_are_judged_by_first_answers() -> None:
    question = most_asked()
    answers = firsts()[question.id]
    found = row(figures(), "questions", question.id)

    assert len(answers) > 9
    assert found["people"] == len(answers)
    assert close(
        found["difficulty"], mean(moments(a.credit for a in answers.values()), 0, 1)
    )
    seconds = median(a.seconds for a in answers.values())
    assert found["seconds"] == pytest.approx(seconds, abs=0.06)
    rated = [a for a in answers.values() if a.certainty]
    wrong = sum(a.is_sure_and_wrong for a in rated)
    assert close(found["sure-wrong"], share(wrong, len(rated)))
    rest = rests(question.id)
    pairs = [(answers[person].credit, value) for person, value in rest.items()]
    discrimination = found["discrimination"]
    assert isinstance(discrimination, Estimate)
    assert discrimination.n == len(pairs)
    assert discrimination.value == pytest.approx(correlated(pairs), abs=1e-6)


def test_options_tell_who_takes_them() -> None:
    question = most_asked()
    answers, rest = firsts()[question.id], rests(question.id)
    options = [
        r for r in rows_of(figures().table("options")) if r["question"] == question.id
    ]

    assert [option["letter"] for option in options] == list("abcdefgh")[: len(options)]
    told = 0
    for position, option in enumerate(options):
        ticks = {p: float(position in a.response) for p, a in answers.items()}
        assert close(option["chosen"], share(int(sum(ticks.values())), len(ticks)))
        assert option["expected"] == (
            say("report.expected") if question.options[position].right else ""
        )
        linked = option["correlation"]
        if isinstance(linked, Estimate):
            pairs = [(ticks[person], value) for person, value in rest.items()]
            assert linked.value == pytest.approx(correlated(pairs), abs=1e-6)
            told += 1
    assert told >= 2


def test_an_option_nobody_takes_is_named() -> None:
    remarks = [r["remark"] for r in rows_of(figures().table("options"))]
    zero = [
        r
        for r in rows_of(figures().table("options"))
        if isinstance(r["chosen"], Estimate) and r["chosen"].value == 0
    ]
    assert zero
    assert all(r["remark"] == say("report.remark.nobody") for r in zero)
    assert remarks.count(say("report.remark.nobody")) == len(zero)
