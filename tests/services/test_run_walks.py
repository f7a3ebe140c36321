"""Whatever a learner does, in whatever order, a run keeps its promises."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import choice, short_answer
from tests.services.players import right, wrong
from tests.services.runs import CARD, HINTED, STARTED, UNFORESEEN, run_over
from tutor.domain.errors import WrongUseError
from tutor.domain.response import Picked
from tutor.services.run import Run

if TYPE_CHECKING:
    from tutor.domain.answer import AnswerGiven

QUESTIONS = (
    HINTED,
    short_answer(name="q-2"),
    choice("qrm", "xx--", "q-3", asks_certainty=False),
)


class Walker:
    """A learner in a hurry, and what the disk holds of their run."""

    def __init__(self) -> None:
        self.disk: dict[str, AnswerGiven] = {}
        self.started = STARTED
        self.settled = 0
        self.run = run_over(*QUESTIONS, before=[CARD])

    def right(self) -> None:
        """Answer rightly where a question is asked."""
        if self.run.need == "response":
            self.run.respond(right(QUESTIONS[self.run.number - 1]))

    def wrong(self) -> None:
        """Answer wrongly where a question is asked."""
        if self.run.need == "response":
            self.run.respond(wrong(QUESTIONS[self.run.number - 1]))

    def unforeseen(self) -> None:
        """Type what nobody foresaw, where words are asked."""
        if self.run.need == "response" and self.run.stop.key == "q-2":
            self.run.respond(UNFORESEEN)

    def misfit(self) -> None:
        """Send what does not fit."""
        if self.run.need == "response" and self.run.stop.key != "q-2":
            try:
                self.run.respond(Picked(options=frozenset()))
            except WrongUseError:
                return
            raise AssertionError("an empty answer was taken")

    def go_on(self) -> None:
        """Give what is asked beside the response."""
        match self.run.need:
            case "certainty":
                self.run.rate(2)
            case "self_mark":
                self.run.mark_self(right=True)
            case "nothing" if self.run.stop.question is not None:
                self.run.settle()

    def hint(self) -> None:
        """Ask for a hint."""
        self.run.hint()

    def skip(self) -> None:
        """Go past what is shown."""
        self.run.pass_by()

    def leave(self) -> None:
        """Leave, save, and come back."""
        self.run.leave()
        pending = self.run.pending()
        self.disk |= {fact.question: fact for fact in pending.answers}
        given_so_far, index = self.run.given, self.run.index
        started = pending.started.model_dump()
        self.run = run_over(*QUESTIONS, before=[CARD], given=self.disk, **started)
        assert (self.run.given, self.run.index) == (given_so_far, index)


WAYS: tuple[Callable[[Walker], None], ...] = (
    Walker.right,
    Walker.wrong,
    Walker.unforeseen,
    Walker.misfit,
    Walker.go_on,
    Walker.hint,
    Walker.skip,
    Walker.leave,
)


def promises(run: Run) -> None:
    """Check what holds at any moment of a run."""
    names = [question.id for question in QUESTIONS]
    assert set(run.given) <= set(names)
    assert all(fact.question == name for name, fact in run.given.items())
    assert all(run.given[fact.question] == fact for fact in run.unsaved)
    assert not set(run.given) & set(run.started.passed)
    assert all(fact.hints <= 2 for fact in run.given.values())
    assert run.started.ended == ("fin:essai" in run.started.passed)


@given(st.lists(st.sampled_from(WAYS), max_size=40))
def test_a_run_never_goes_back_and_never_counts_an_answer_twice(
    ways: list[Callable[[Walker], None]],
) -> None:
    walker = Walker()
    index, facts = 0, set[str]()
    for way in ways:
        way(walker)
        run = walker.run
        promises(run)
        assert run.index >= index
        found = {fact.id for fact in run.given.values()}
        assert facts <= found
        index, facts = run.index, found
