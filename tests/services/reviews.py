"""Courses and desks for reviews."""

from itertools import pairwise
from pathlib import Path

from tests.factories import StoppedClock
from tests.services.courses import block, desk_at, front, options, qru
from tests.services.players import answer_here, asked, wrong
from tutor.services.desk import Desk
from tutor.services.run import Run

MANY = {
    "quizzes/n.md": front("n")
    + "".join(
        block("qru", f"n-{n:02}", options("x--"), f'comp="C5.{"NC"[n % 2]}.1"')
        for n in range(30)
    )
}
"""A bank of thirty questions on two items."""


def asked_by(run: Run | None) -> list[str]:
    """Return the questions of a review, in order."""
    assert run is not None
    return [question.id for question in run.questions]


def many_due(folder: Path, clock: StoppedClock) -> Desk:
    """Return a desk where thirty questions are due, each answered in a minute."""
    desk = desk_at(folder, clock, files=MANY)
    run = desk.start("n", shuffled=False)
    while not run.is_over:
        clock.forward(minutes=1)
        answer_here(run, wrong(asked(run)))
        run.show()
    run.pass_by()
    desk.save(run)
    clock.forward(days=3)
    return desk


BELIEFS = {
    "content/01-b.md": front("b") + qru("b-0", "xB-") + qru("b-1", "xB-"),
    "content/02-c.md": front("c")
    + qru("c-0", "x--", 'comp="C5.N.2"')
    + qru("c-1", "x--", 'comp="C5.N.2"'),
    "quizzes/d.md": front("d")
    + qru("d-0", "x--")
    + qru("d-1", "x--", 'comp="C6.N.1"')
    + qru("d-2", "xB-")
    + block("qrm", "d-3", options("x!--"), 'comp="C5.C.1"'),
}


def clashes(order: list[str]) -> int:
    """Return how many neighbours are alike."""
    return sum(one == other for one, other in pairwise(order))
