"""Every measure of the page, taken from interns with fixed seeds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from statistics import fmean, pstdev

from tests.course.shipped import course
from tests.factories import NOON, StoppedClock
from tests.simulation.answering import Task, tasks_of
from tests.simulation.figures import (
    FIRST,
    Counted,
    Figures,
    Sizes,
    Tally,
    fingerprint,
    is_item,
    said,
    tell,
)
from tests.simulation.interns import Bank, Intern, World
from tests.simulation.judging import (
    Seen,
    covered,
    false_words,
    once_each,
    recomputed,
    shown,
)
from tests.simulation.lives import DAYS, again_and_again, once_through
from tests.simulation.reviews import reviewed
from tutor.domain.beta import beta_quantile
from tutor.domain.evidence import (
    LEAST_WEIGHT,
    TAIL,
    THRESHOLD,
    evidence_by_item,
    weigh,
)

WORLDS = {
    "even": World(unevenness=0.0),
    "uneven": World(unevenness=2.0),
    "easy": World(hardness=-1.4),
    "hard": World(hardness=0.6),
    "alike": World(ability=0.3, item=0.3),
    "no-luck": World(guesses=0.0),
}
"""Other worlds than the usual one."""
CHANGES = {"up": 1.0, "down": -1.0}
"""Logits gained over the days in which answers are given."""
TENTH = 10
"""Of one intern in so many, the tutor's own intervals are computed and compared."""
AGAIN_DAYS = 30
GOOD = 0.85
"""A true rate at which one wishes to read « solide »."""


def measured(sizes: Sizes) -> Figures:
    """Return everything measured.

    Args:
        sizes: how many interns each part takes.
    """
    files, tally = tasks_of(course()), Tally()
    bank = Bank(course(), files, World())
    said("la promesse", sizes.interns)
    answers, seen = _promise(bank, sizes.interns, tally)
    first = counted([each for each in seen if each.intern < FIRST])
    _one_alone(bank, tally)
    _thin_items(bank, tally)
    said("une question chaque jour", sizes.again)
    _again(bank, sizes.again, tally)
    _other_worlds(files, sizes.other, tally)
    said("lu chaque semaine", sizes.looks)
    tally.share("ever", _ever_false(bank, sizes.looks))
    reviewed(bank, sizes.weeks, tally)
    truths = [each.truth for each in seen if is_item(each)]
    return Figures(
        bank=fingerprint(bank),
        questions=len(bank.tasks),
        items=len(bank.codes),
        sizes=sizes,
        first=first,
        mean=round(fmean(truths), 3),
        spread=round(pstdev(truths), 3),
        answers=round(answers / sizes.interns),
        shares=tally.shares,
        numbers=tally.numbers,
    )


def counted(seen: list[Seen]) -> Counted:
    """Return plain counts."""
    words = false_words(seen)
    held = sum(each.is_covered for each in seen)
    return Counted(len(seen), held, len(words), sum(wrong for _, wrong in words))


def promised(number: int, bank: Bank) -> tuple[int, list[Seen]]:
    """Return how many answers an intern gives, and what is shown of them.

    Args:
        number: the intern; of one in `TENTH`, the tutor's own code says it too.
        bank: the questions.

    Raises:
        RuntimeError: the tutor says otherwise.
    """
    intern = Intern(number, bank)
    answers, truths = once_through(intern), intern.truths()
    found = recomputed(number, bank, answers, truths)
    if number % TENTH == 0:
        told = shown(number, bank, answers, truths)
        if [*map(_said, told)] != [*map(_said, sorted(found, key=_place(bank)))]:
            raise RuntimeError(f"the tutor says otherwise of intern {number}")
    return len(answers), found


def _said(seen: Seen) -> tuple[object, ...]:
    """Return what is said of an item, without the last decimals."""
    return seen.code, seen.state, seen.is_covered, seen.is_above, round(seen.n_eff, 9)


def _place(bank: Bank) -> Callable[[Seen], int]:
    """Return what puts items and competencies in the order of the tutor."""
    groups = [each.code for each in bank.course.framework.competence]
    places = {code: place for place, code in enumerate([*bank.codes, *groups])}
    return lambda seen: places[seen.code]


def _promise(bank: Bank, count: int, tally: Tally) -> tuple[int, list[Seen]]:
    """Measure what is promised."""
    seen: list[Seen] = []
    answers = 0
    for number in range(count):
        given, found = promised(number, bank)
        answers += given
        seen += found
    items = [each for each in seen if is_item(each)]
    told = [each for each in seen if each.state != "insuffisant"]
    tally.share("covered", covered(items))
    tally.share("covered-told", covered(each for each in told if is_item(each)))
    tally.share("covered-groups", covered(each for each in seen if not is_item(each)))
    tally.share("false", false_words(seen))
    tally.share("false-items", false_words(items))
    tally.share("too-much", [(each.intern, each.is_above) for each in seen])
    good = [each for each in items if each.truth >= GOOD]
    tally.share("good", [(each.intern, each.state == "solide") for each in good])
    weak = [each for each in told if each.state == "a-travailler"]
    tally.share("weak", [(each.intern, each.truth >= THRESHOLD) for each in weak])
    for state in ("insuffisant", "a-travailler", "a-confirmer", "solide"):
        tally.share(state, [(each.intern, each.state == state) for each in items])
    return answers, seen


def _one_alone(bank: Bank, tally: Tally) -> None:
    """Answer each question alone, rightly, every day of three months."""
    cases = []
    for number, task in enumerate(bank.tasks.values()):
        days = (NOON - timedelta(days=ago) for ago in range(DAYS))
        weighed = weigh((task.row(task.knowing, at=at) for at in days), StoppedClock())
        found = evidence_by_item(task.question.items, weighed).values()
        cases.append((number, any(each.state == "solide" for each in found)))
    tally.share("alone", cases)


def _thin_items(bank: Bank, tally: Tally) -> None:
    """Count the items whose questions, each answered once today, weigh too little."""
    weights = [sum(bank.weights.get(code, {}).values()) for code in bank.codes]
    tally.number("thin.told", sum(weight < LEAST_WEIGHT for weight in weights))
    best = [beta_quantile(TAIL, 1 + weight, 1) for weight in weights]
    tally.number("thin.solid", sum(low < THRESHOLD for low in best))


def _again(bank: Bank, count: int, tally: Tally) -> None:
    """Answer one question every day among others answered once."""
    cases: dict[str, list[Seen]] = {"once": [], "again": [], "shared": []}
    for number in range(count):
        intern, code = Intern(number, bank), bank.codes[number % len(bank.codes)]
        answers, name = again_and_again(intern, code, AGAIN_DAYS)
        task = bank.tasks[name]
        expected = {
            each.id: each.expected(intern.knows(each)) for each in bank.tasks.values()
        }
        truths = intern.rates({**expected, name: task.knowing.credit})
        single = [a for a in answers if a.question != name or a.at == NOON]
        ways = {
            "once": recomputed(number, bank, single, truths),
            "again": recomputed(number, bank, answers, truths),
            "shared": recomputed(number, bank, answers, truths, rule=once_each),
        }
        for way, found in ways.items():
            cases[way] += [each for each in found if each.code == code]
    for way, found in cases.items():
        solid = [(each.intern, each.state == "solide") for each in found]
        tally.share(f"again.{way}.solid", solid)
        tally.share(f"again.{way}.false", false_words(found))
        tally.share(f"again.{way}.covered", covered(found))


def _other_worlds(
    files: tuple[tuple[Task, ...], ...], count: int, tally: Tally
) -> None:
    """Measure the same where questions, interns, luck or time are otherwise."""
    plain: Callable[[Intern], dict[str, float]] = Intern.truths
    tries: dict[str, tuple[World, float, Callable[[Intern], dict[str, float]]]] = {
        **{name: (world, 0.0, plain) for name, world in WORLDS.items()},
        **{name: (World(), change, plain) for name, change in CHANGES.items()},
        "beyond": (World(), 0.0, Intern.truths_beyond),
        "known": (World(), 0.0, Intern.known),
    }
    for name, (world, change, truths_of) in tries.items():
        said(name, count)
        bank = Bank(course(), files, replace(world))
        seen = []
        for number in range(count):
            intern = Intern(number, bank)
            answers = once_through(intern, change)
            seen += recomputed(number, bank, answers, truths_of(intern))
        tell(name, seen, tally)


def _ever_false(bank: Bank, count: int) -> Iterator[tuple[int, bool]]:
    """Yield, for each item below the threshold, whether it was ever called solid."""
    for number in range(count):
        intern = Intern(number, bank)
        answers, truths = once_through(intern), intern.truths()
        ever: dict[str, bool] = {}
        for ago in range(DAYS, -1, -7):
            at = NOON - timedelta(days=ago)
            so_far = [each for each in answers if each.at <= at]
            for each in recomputed(number, bank, so_far, truths, at=at):
                is_solid = each.state == "solide"
                ever[each.code] = ever.get(each.code, False) or is_solid
        for code, was in ever.items():
            if truths[code] < THRESHOLD:
                yield number, was
