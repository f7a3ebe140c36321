"""What a learner does in a run."""

from typing import Literal

from tutor.domain.answer import AnswerGiven
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
)
from tutor.domain.response import (
    Handed,
    Ordered,
    Paired,
    Picked,
    Placed,
    Response,
    Typed,
)
from tutor.services.desk import Desk
from tutor.services.run import Run

Certainty = Literal[1, 2, 3] | None


def right(question: Question) -> Response:
    """Return a response that earns the whole credit."""
    match question:
        case Choice():
            return Picked(options=question.expected)
        case ShortAnswer():
            return Typed(text=question.accepted[0])
        case Concordance():
            best = [
                row.votes.index(max(row.votes)) for row in question.rows if row.votes
            ]
            return Placed(values=tuple(each - 2 for each in best))
        case Matching():
            return Paired(choices=tuple(range(len(question.pairs))))
        case Ordering():
            return Ordered(positions=tuple(range(len(question.items_in_order))))
        case Relay():
            return Handed(atoms=frozenset(range(len(question.atoms))))


def wrong(question: Question) -> Response:
    """Return a response that earns nothing."""
    match question:
        case Choice():
            others = [i for i, each in enumerate(question.options) if not each.right]
            return Picked(options=frozenset(others[:1]))
        case ShortAnswer():
            return Typed(
                text=next(each.text for each in question.known if not each.right)
            )
        case Concordance():
            return Placed(values=(-2,) * len(question.rows))
        case Matching():
            positions = list(range(len(question.pairs)))
            return Paired(choices=(*positions[1:], positions[0]))
        case Ordering():
            return Ordered(positions=tuple(range(len(question.items_in_order)))[::-1])
        case Relay():
            return Handed(atoms=frozenset())


def asked(run: Run) -> Question:
    """Return the question a run waits at."""
    question = run.stop.question
    assert question is not None
    return question


def answer_here(
    run: Run, response: Response | None = None, certainty: Certainty = None
) -> AnswerGiven:
    """Answer the present question, rightly unless told otherwise."""
    run.respond(response or right(asked(run)))
    if run.need == "certainty":
        run.rate(certainty)
    if run.need == "self_mark":
        run.mark_self(right=False)
    assert run.need == "nothing"
    return run.settle()


def go_to(run: Run, key: str) -> None:
    """Pass everything before a stop."""
    while run.stop.key != key:
        assert not run.is_over, f"no stop {key}"
        run.pass_by()


def finish(run: Run, *, rightly: bool = True, certainty: Certainty = None) -> None:
    """Answer every question, pass every card, and see the end."""
    while not run.is_over:
        if run.stop.question is None:
            run.pass_by()
        else:
            respond = right if rightly else wrong
            answer_here(run, respond(asked(run)), certainty)
    run.pass_by()


def played(
    desk: Desk, target: str, *, rightly: bool = True, certainty: Certainty = None
) -> Run:
    """Start a target, finish it and save it."""
    run = desk.start(target)
    finish(run, rightly=rightly, certainty=certainty)
    desk.save(run)
    return run


def answered(
    desk: Desk, question: str, *, rightly: bool = True, certainty: Certainty = None
) -> AnswerGiven:
    """Answer one question by its id and save it."""
    run = desk.start(question, shuffled=False)
    respond = right if rightly else wrong
    fact = answer_here(run, respond(asked(run)), certainty)
    run.pass_by()
    desk.save(run)
    return fact
