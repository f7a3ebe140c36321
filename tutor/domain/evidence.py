"""What answers show of an item: a Beta posterior, an interval and a word.

Formula and weights: rules 18 to 20 and section 5 of the assessment note, with
Beta(1, 1) as the prior and a 90 % equal-tailed credible interval. « Solide » asks more
than rule 19: it must hold too where a question weighs two answers at most, however
often it came.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from math import fsum
from typing import Literal, NamedTuple

from tutor.domain.answer import AnswerGiven
from tutor.domain.beta import beta_quantile
from tutor.domain.clock import Clock
from tutor.domain.value import Value

HALF_LIFE_DAYS = 60.0
THRESHOLD = 0.70
LEAST_WEIGHT = 5.0
LEAST_QUESTIONS = 5
MOST_REPEATS = 2
"""Answers that one question weighs at most before something is called solid."""
TAIL = 0.05
SECONDARY = 0.5
FORMAT_WEIGHTS = {"qrp": 0.5, "tcs": 0.5, "relais": 0.5}

State = Literal["insuffisant", "a-travailler", "a-confirmer", "solide"]


class Evidence(Value):
    """What the answers show of one item or one competency."""

    code: str
    n: int = 0
    """Answers that count: the latest of each question on each local day."""
    questions: int = 0
    """Distinct questions among them."""
    n_eff: float = 0.0
    """Sum of the weights."""
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    state: State = "insuffisant"


class Weighed(NamedTuple):
    """An answer and what it weighs for its primary item."""

    answer: AnswerGiven
    weight: float


def weigh(answers: Iterable[AnswerGiven], clock: Clock) -> list[Weighed]:
    """Return the answers that count, each with its weight (rules, 18).

    Args:
        answers: answers of one course, in any order.
        clock: says what day it is and what day a moment fell on.

    Returns:
        The latest answer of each question on each local day, weighing
        2^(−age/60 days) × its format, divided by the questions answered in the
        same dossier step that day; a date in the future has age 0.
    """
    today = clock.local_day(clock.now())
    latest: dict[tuple[str, date], AnswerGiven] = {}
    for answer in sorted(answers, key=lambda each: each.at):
        latest[answer.question, clock.local_day(answer.at)] = answer
    companions = Counter((a.dossier, a.step, day) for (_, day), a in latest.items())
    weighed = []
    for (_, day), answer in latest.items():
        age = max(0, (today - day).days)
        in_step = answer.dossier is not None and answer.step is not None
        shared = companions[answer.dossier, answer.step, day] if in_step else 1
        weight = 2 ** (-age / HALF_LIFE_DAYS) * format_weight(answer) / shared
        weighed.append(Weighed(answer, weight))
    return weighed


def format_weight(answer: AnswerGiven) -> float:
    """Return how much the format of an answer can tell, 0.5 or 1 (rules, 18)."""
    if answer.self_marked:
        return 0.5
    return FORMAT_WEIGHTS.get(answer.kind, 1.0)


def evidence_by_item(
    codes: Iterable[str],
    weighed: list[Weighed],
    threshold: float = THRESHOLD,
    *,
    feeds: Mapping[str, Iterable[str]] | None = None,
) -> dict[str, Evidence]:
    """Return what the answers show of each item.

    Args:
        codes: the item codes of the framework, all listed in the result.
        weighed: what `weigh` returned.
        threshold: the credit above which an item can be solid, from 0 to 1.
        feeds: for each item of a grid, the codes of the course that tell of it. An
            answer that carries several of them counts once, at its largest weight, as
            in rule 20. By default an item is told of by its own code.
    """
    found: dict[str, list[Weighed]] = {code: [] for code in codes}
    told: dict[str, list[str]] = {}
    for item in found:
        for code in (item,) if feeds is None else feeds[item]:
            told.setdefault(code, []).append(item)
    for answer, weight in weighed:
        shares: dict[str, float] = {}
        for rank, code in enumerate(dict.fromkeys(answer.items)):
            share = weight if rank == 0 else weight * SECONDARY
            for item in told.get(code, ()):
                shares.setdefault(item, share)
        for item, share in shares.items():
            found[item].append(Weighed(answer, share))
    return {code: posterior(code, rows, threshold) for code, rows in found.items()}


def evidence_of_competency(
    code: str,
    items: frozenset[str],
    weighed: list[Weighed],
    threshold: float = THRESHOLD,
) -> Evidence:
    """Return the same posterior over all answers of a competency (rules, 20).

    Args:
        code: the competency, such as C5.
        items: the codes of its items.
        weighed: what `weigh` returned; each answer counts once, at its largest
            weight.
        threshold: as for an item.
    """
    rows = []
    for answer, weight in weighed:
        if answer.items and answer.items[0] in items:
            rows.append(Weighed(answer, weight))
        elif items & set(answer.items):
            rows.append(Weighed(answer, weight * SECONDARY))
    return posterior(code, rows, threshold)


def posterior(code: str, rows: list[Weighed], threshold: float = THRESHOLD) -> Evidence:
    """Return the Beta posterior of some weighed answers.

    Args:
        code: what the evidence is about.
        rows: answers with weights of 0 or more.
        threshold: the credit above which it can be solid.
    """
    if not rows:
        return Evidence(code=code)
    a = 1 + fsum(weight * answer.credit for answer, weight in rows)
    b = 1 + fsum(weight * (1 - answer.credit) for answer, weight in rows)
    n_eff = fsum(weight for _, weight in rows)
    questions = len({answer.question for answer, _ in rows})
    low, high = beta_quantile(TAIL, a, b), beta_quantile(1 - TAIL, a, b)
    state = state_of(n_eff, questions, (low, high), threshold)
    if state == "solide" and not _is_solid_without_repeats(rows, threshold):
        state = "a-confirmer"
    return Evidence(
        code=code,
        n=len(rows),
        questions=questions,
        n_eff=n_eff,
        estimate=a / (a + b),
        low=low,
        high=high,
        state=state,
    )


def _is_solid_without_repeats(rows: list[Weighed], threshold: float) -> bool:
    """Return whether it stays solid where a question weighs two answers at most.

    A question known by heart, answered every day, would otherwise outweigh all others:
    62 % of simulated interns were then called solid, nearly half of them falsely
    (docs/mesure.md). The interval shown is not touched.
    """
    few = capped(rows, MOST_REPEATS)
    a = 1 + fsum(weight * answer.credit for answer, weight in few)
    b = 1 + fsum(weight * (1 - answer.credit) for answer, weight in few)
    return beta_quantile(TAIL, a, b) >= threshold


def capped(rows: Iterable[Weighed], times: int) -> list[Weighed]:
    """Let the answers to one question weigh so many times its heaviest at most.

    Args:
        rows: the weighed answers of one item or competency.
        times: 1 where a question counts once, however often it came.
    """
    total: dict[str, float] = {}
    most: dict[str, float] = {}
    found = [row for row in rows if row.weight]
    for answer, weight in found:
        name = answer.question
        total[name] = total.get(name, 0.0) + weight
        most[name] = max(most.get(name, 0.0), weight)
    shares = {name: min(1.0, times * most[name] / total[name]) for name in total}
    return [
        Weighed(answer, weight * shares[answer.question]) for answer, weight in found
    ]


def state_of(
    n_eff: float, questions: int, interval: tuple[float, float], threshold: float
) -> State:
    """Return the word for an interval (rules, 19).

    Args:
        n_eff: sum of weights; below 5 nothing is said.
        questions: distinct questions; « solide » needs five.
        interval: lower and upper bound.
        threshold: the credit to reach, from 0 to 1.
    """
    low, high = interval
    if n_eff < LEAST_WEIGHT:
        return "insuffisant"
    if high < threshold:
        return "a-travailler"
    if low >= threshold and questions >= LEAST_QUESTIONS:
        return "solide"
    return "a-confirmer"
