"""Every measure of the page, taken from interns with fixed seeds."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from statistics import fmean, pstdev

from tests.course.shipped import course
from tests.factories import NOON, StoppedClock
from tests.simulation.answering import Task, tasks_of
from tests.simulation.figures import FIRST, Counted, Figures, Sizes, Tally, fingerprint
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
from tests.simulation.weeks import Weeks, met_again, seen_again
from tutor.domain.evidence import THRESHOLD, evidence_by_item, weigh

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
WAYS: dict[str, dict[str, int | bool]] = {
    "two": {"reviews": 2},
    "three": {"reviews": 3},
    "five": {"reviews": 5},
    "half": {"reviews": 3, "files": 15},
    "first": {"reviews": 3, "missed_first": True},
}
"""Ways to review for twelve weeks."""
WITHIN = (3, 7, 14, 28)
TAUGHT = 0.6
"""What a correction teaches: this share of what was missing, half of it for 30 days."""
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
    said("une question chaque jour", sizes.again)
    _again(bank, sizes.again, tally)
    _other_worlds(files, sizes.other, tally)
    said("lu chaque semaine", sizes.looks)
    tally.share("ever", _ever_false(bank, sizes.looks))
    _reviews(bank, sizes.weeks, tally)
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


def said(what: str, interns: int) -> None:
    """Say what is being measured to who waits."""
    print(f"{what} : {interns} internes…", file=sys.stderr, flush=True)  # noqa: T201


def is_item(seen: Seen) -> bool:
    """Return whether it is about an item, not a whole competency."""
    return "." in seen.code


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
        _tell(name, seen, tally)


def _tell(name: str, seen: list[Seen], tally: Tally) -> None:
    """Keep what is told of every way to live."""
    items = [each for each in seen if is_item(each)]
    tally.share(f"{name}.covered", covered(items))
    tally.share(f"{name}.groups", covered(each for each in seen if not is_item(each)))
    tally.share(f"{name}.false", false_words(seen))
    tally.share(f"{name}.too-much", [(each.intern, each.is_above) for each in seen])
    tally.share(
        f"{name}.solid", [(each.intern, each.state == "solide") for each in items]
    )


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


def _reviews(bank: Bank, count: int, tally: Tally) -> None:
    """Measure what reviews bring back, and what estimates are worth after them."""
    for name, way in WAYS.items():
        said(f"révisions, {name}", count)
        lived = [_lived(number, bank, way, TAUGHT) for number in range(count)]
        _tell_reviews(name, lived, tally)
    said("révisions, sans apprendre", count)
    still = [_lived(number, bank, WAYS["three"], 0.0) for number in range(count)]
    for name, weeks in (("reviewed-still", still),):
        _tell(name, [each for one in weeks for each in _seen_after(one)], tally)


def _lived(number: int, bank: Bank, way: dict[str, int | bool], taught: float) -> Weeks:
    """Return twelve weeks of one intern."""
    weeks = partial(Weeks, Intern(number, bank), taught=taught)(**way)  # type: ignore[arg-type]
    weeks.live()
    return weeks


def _tell_reviews(name: str, lived: list[Weeks], tally: Tally) -> None:
    """Keep what one way to review brings."""
    for days in WITHIN:
        for kind, sure in (("missed", False), ("sure", True)):
            cases = [x for one in lived for x in seen_again(one, days, sure=sure)]
            tally.share(f"{name}.{kind}.{days}", cases)
        tally.share(
            f"{name}.met.{days}", [x for one in lived for x in met_again(one, days)]
        )
    tally.number(f"{name}.left", fmean(one.left_due[-1] for one in lived))
    tally.number(f"{name}.answers", fmean(len(one.answers) for one in lived))
    _tell(name, [each for one in lived for each in _seen_after(one)], tally)
    shared = [each for one in lived for each in _seen_after(one, is_shared=True)]
    _tell(f"{name}.shared", shared, tally)


def _seen_after(weeks: Weeks, *, is_shared: bool = False) -> list[Seen]:
    """Return what is shown after some weeks."""
    intern = weeks.intern
    truths, rule = intern.rates(weeks.expected()), once_each if is_shared else None
    return recomputed(intern.number, intern.bank, weeks.answers, truths, rule=rule)
