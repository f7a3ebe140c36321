"""What the estimate says of an intern, beside what is true of them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from math import fsum
from typing import NamedTuple

from tests.factories import NOON, StoppedClock
from tests.simulation.interns import Bank
from tutor.domain.answer import AnswerGiven
from tutor.domain.beta import beta_cdf
from tutor.domain.evidence import (
    LEAST_QUESTIONS,
    LEAST_WEIGHT,
    MOST_REPEATS,
    SECONDARY,
    TAIL,
    THRESHOLD,
    Evidence,
    State,
    Weighed,
    capped,
    evidence_by_item,
    evidence_of_competency,
    weigh,
)

Rule = Callable[[list[Weighed]], list[Weighed]]
"""What becomes of the weighed answers of one item before they are summed up."""


class Seen(NamedTuple):
    """One interval shown, and the truth."""

    intern: int
    code: str
    truth: float
    state: State
    n_eff: float
    is_covered: bool
    """Whether the interval holds the truth."""
    is_above: bool
    """Whether the whole interval lies above the truth: it says too much."""


def shown(
    intern: int, bank: Bank, answers: list[AnswerGiven], truths: dict[str, float]
) -> list[Seen]:
    """Return the intervals that the tutor shows, from its own code.

    Args:
        intern: whose answers they are.
        bank: the questions.
        answers: what was answered until `NOON`.
        truths: the true rates.
    """
    weighed = weigh(answers, StoppedClock())
    found = list(evidence_by_item(bank.codes, weighed).values())
    for each in bank.course.framework.competence:
        items = frozenset(item.code for item in each.item)
        found.append(evidence_of_competency(each.code, items, weighed))
    return [_seen(intern, each, truths[each.code]) for each in found if each.n]


def recomputed(
    intern: int,
    bank: Bank,
    answers: list[AnswerGiven],
    truths: dict[str, float],
    *,
    rule: Rule | None = None,
    at: datetime = NOON,
) -> list[Seen]:
    """Return the same as `shown`, sooner, or under another rule.

    An interval holds the truth where the posterior's probability of less than the truth
    lies between its two tails: one evaluation instead of two inversions.

    Args:
        intern: whose answers they are.
        bank: the questions.
        answers: what was answered.
        truths: the true rates.
        rule: another rule; by default the present one.
        at: the moment of the look.
    """
    rows = _rows(bank, weigh(answers, StoppedClock(at)))
    return [
        _judged(intern, code, rule(found) if rule else found, truths[code])
        for code, found in rows.items()
        if code in truths
    ]


def _rows(bank: Bank, weighed: list[Weighed]) -> dict[str, list[Weighed]]:
    """Return the weighed answers of each item and competency."""
    groups = {
        each.code: frozenset(item.code for item in each.item)
        for each in bank.course.framework.competence
    }
    rows: dict[str, list[Weighed]] = {}
    for answer, weight in weighed:
        codes = tuple(dict.fromkeys(answer.items))
        shares = {
            c: weight * (SECONDARY if rank else 1) for rank, c in enumerate(codes)
        }
        for group, items in groups.items():
            own = [shares[code] for code in codes if code in items]
            if own:
                shares[group] = max(own)
        for code, share in shares.items():
            rows.setdefault(code, []).append(Weighed(answer, share))
    return rows


def once_each(rows: list[Weighed]) -> list[Weighed]:
    """Let all answers to a question weigh one: the rule that is not the tutor's.

    Args:
        rows: the weighed answers of one item.
    """
    return capped(rows, 1)


def covered(found: Iterable[Seen]) -> list[tuple[int, bool]]:
    """Return whether each interval holds the truth, with its intern."""
    return [(each.intern, each.is_covered) for each in found]


def false_words(found: Iterable[Seen]) -> list[tuple[int, bool]]:
    """Return whether each « solide » is false, with its intern."""
    return [
        (each.intern, each.truth < THRESHOLD)
        for each in found
        if each.state == "solide"
    ]


def _seen(intern: int, found: Evidence, truth: float) -> Seen:
    """Set what the tutor says beside the truth."""
    assert found.low is not None
    assert found.high is not None
    inside = found.low <= truth <= found.high
    return Seen(
        *(intern, found.code, truth, found.state, found.n_eff),
        *(inside, truth < found.low),
    )


def _judged(intern: int, code: str, rows: list[Weighed], truth: float) -> Seen:
    """Set the posterior of some weighed answers beside the truth."""
    a = 1 + fsum(weight * answer.credit for answer, weight in rows)
    b = 1 + fsum(weight * (1 - answer.credit) for answer, weight in rows)
    n_eff = fsum(weight for _, weight in rows)
    below = beta_cdf(truth, a, b)
    questions = len({answer.question for answer, _ in rows})
    at_least = beta_cdf(THRESHOLD, a, b)
    state: State = "a-confirmer"
    if n_eff < LEAST_WEIGHT:
        state = "insuffisant"
    elif at_least > 1 - TAIL:
        state = "a-travailler"
    elif (
        at_least <= TAIL
        and questions >= LEAST_QUESTIONS
        and _is_solid_without_repeats(rows)
    ):
        state = "solide"
    inside = TAIL <= below <= 1 - TAIL
    return Seen(intern, code, truth, state, n_eff, inside, below < TAIL)


def _is_solid_without_repeats(rows: list[Weighed]) -> bool:
    """Return whether it is solid where a question weighs two answers at most."""
    shared = capped(rows, MOST_REPEATS)
    a = 1 + fsum(weight * answer.credit for answer, weight in shared)
    b = 1 + fsum(weight * (1 - answer.credit) for answer, weight in shared)
    return beta_cdf(THRESHOLD, a, b) <= TAIL
