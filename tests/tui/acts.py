"""Made-up answers to whole runs, as keys for one face and lines for the other."""

from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.factories import StoppedClock
from tests.services.players import right
from tests.tui.person import Person
from tutor.assessment.grading import atoms_found, match_known
from tutor.assessment.ordering import labels
from tutor.domain.course import SelfRating
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.domain.response import Handed
from tutor.services.desk import Desk
from tutor.services.returning import skipped, take_back
from tutor.services.run import WITHOUT_CERTAINTY, Run
from tutor.store.place import Place

PRESSABLE = 9
"""Options beyond the ninth are reached by arrows, which other tests do."""


LEFT_AS_THEY_ARE = 0.3
"""How often the questions passed are not taken up again."""
WRITTEN = "="
"""Before a text that is typed, among keys."""


SETTLED = {"enter", "ctrl+s", "p", "f", "f3", "1", "2", "3", "o", "n"}
"""Keys after which something else may take the keys."""


class Act(NamedTuple):
    """What is done at one stop."""

    stop: str
    keys: tuple[str, ...]
    """For the full screen."""
    lines: str
    """For the plain mode."""
    goes_on: bool
    """Whether the full screen shows something to read before the next stop."""


def acts_of(course: Path, home: Path, target: str, seed: int) -> list[Act]:
    """Return something to do at each stop of a target.

    Args:
        course: the folder of the course.
        home: a folder that nobody uses.
        target: an id.
        seed: decides the order of options and what is done.
    """
    desk = Desk(course, Place(home), StoppedClock(), Random(seed), writing=False)
    run, chance = desk.start(target, seed=seed), Random(seed)
    acts = _walk(run, chance)
    if not skipped(run):
        return acts
    if chance.random() < LEFT_AS_THEY_ARE:
        return [*acts, Act(run.stop.key, ("f",), "n\n", goes_on=False)]
    acts.append(Act(run.stop.key, ("enter",), "o\n", goes_on=False))
    take_back(run)
    return acts + _walk(run, chance)


def _walk(run: Run, chance: Random) -> list[Act]:
    """Return something to do at each stop from where a run stands to its end."""
    acts = []
    while not run.is_over:
        acts.append(act_at(run, chance))
        _follow(run, acts[-1])
    return acts


def _follow(run: Run, act: Act) -> None:
    """Do to the run what decides on what comes next: answer, or go past."""
    question = run.stop.question
    if isinstance(question, Relay) and act.goes_on:
        text, _, numbers = act.lines.partition("\n.\n")
        found = atoms_found(question, text)
        turned = frozenset(int(number) - 1 for number in numbers.split())
        run.respond(Handed(atoms=found ^ turned))
        run.settle()
    elif question is not None and act.goes_on:
        run.respond(right(question))
        run.settle()
    else:
        run.pass_by()


def written(key: str) -> list[str]:
    """Return the keys of a text, or the one key."""
    return [*key.removeprefix(WRITTEN)] if key.startswith(WRITTEN) else [key]


async def play(person: Person, acts: list[Act]) -> None:
    """Do everything in full screen."""
    for act in acts:
        assert person.flow.shown.key == act.stop
        await person.read()
        for key in act.keys:
            for sign in written(key):
                person.send(sign)
            if key in SETTLED:
                await person.settle()
        if act.goes_on:
            await person.go_on()


def act_at(run: Run, chance: Random) -> Act:
    """Return something to do at the stop where a run stands."""
    stop = run.stop
    task = stop.task
    if isinstance(task, SelfRating):
        degree = chance.randint(0, len(task.scale))
        if not degree:
            return Act(stop.key, ("p",), "\n", goes_on=False)
        return Act(stop.key, (str(degree), "enter"), f"{degree}\n", goes_on=True)
    question = stop.question
    if question is None:
        text = chance.choice(["", "une note", "deux mots"])
        written = (WRITTEN + text, "ctrl+s")
        return Act(stop.key, written, f"{text}\n.\n", goes_on=True)
    writes = isinstance(question, ShortAnswer | Relay)
    hint, skip = ("f2", "f3") if writes else ("i", "p")
    if chance.random() < 0.15:
        return Act(stop.key, (skip,), "p\n", goes_on=False)
    hints = 0 if isinstance(question, Concordance) else chance.randint(0, 2)
    keys, lines = _answer(run, question, chance)
    return Act(stop.key, (*[hint] * hints, *keys), "i\n" * hints + lines, goes_on=True)


def _answer(
    run: Run, question: Question, chance: Random
) -> tuple[tuple[str, ...], str]:
    """Return an answer to a question, with what follows it."""
    keys, line = _response(run, question, chance)
    asks = question.asks_certainty and question.kind not in WITHOUT_CERTAINTY
    asks = asks and run._asks_certainty  # an Enter nobody asked for goes on
    after = [chance.choice(["", "1", "2", "3"])] if asks else []
    if isinstance(question, ShortAnswer) and match_known(question, line) is None:
        after.append(chance.choice("on"))
    pressed = tuple(each or "enter" for each in after)
    return (*keys, "enter", *pressed), "".join(f"{each}\n" for each in [line, *after])


def _response(
    run: Run, question: Question, chance: Random
) -> tuple[tuple[str, ...], str]:
    """Return an answer alone."""
    match question:
        case Choice():
            return _ticks(question, len(run.order(question)), chance)
        case ShortAnswer():
            known = [answer.text for answer in question.known]
            line = chance.choice([*known, "un pigeon", "12 mg"])
            return (WRITTEN + line,), line
        case Concordance():
            values = [chance.randint(-2, 2) for _ in question.rows]
            moves = [["left"] * -value + ["right"] * value for value in values]
            keys = tuple(key for row in moves for key in [*row, "down"])
            return keys, " ".join(f"{value:+d}" for value in values)
        case Matching():
            letters = labels(len(question.pairs))
            chance.shuffle(letters)
            pairs = [f"{n}{letter}" for n, letter in enumerate(letters, 1)]
            return tuple(letters), " ".join(pairs)
        case Ordering():
            letters = labels(len(question.items_in_order))
            first, second, *rest = letters
            carried = ("space", "down", "space")
            return carried, " ".join([second, first, *rest])
        case Relay():
            text = chance.choice([atom.words[0] for atom in question.atoms])
            turned = chance.sample(range(len(question.atoms)), 2)
            pressed = tuple("abcdefgh"[number] for number in turned)
            numbers = " ".join(str(number + 1) for number in turned)
            return (WRITTEN + text, "ctrl+s", *pressed), f"{text}\n.\n{numbers}"


def _ticks(question: Choice, count: int, chance: Random) -> tuple[tuple[str, ...], str]:
    """Return some ticks."""
    names = labels(count)[:PRESSABLE]
    most = min(question.most_ticks or len(names), len(names))
    picked = chance.sample(names, chance.randint(1, most))
    return tuple(picked), " ".join(picked)
