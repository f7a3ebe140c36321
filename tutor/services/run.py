"""One walk through stops: what both faces drive, and nothing of how it looks."""

from collections.abc import Sequence
from random import Random
from typing import Literal, NamedTuple

from tutor.assessment.grading import grade, match_known
from tutor.assessment.ordering import shown_order
from tutor.domain.answer import AnswerGiven, RunStarted
from tutor.domain.clock import Clock
from tutor.domain.course import Callout, Passage
from tutor.domain.prose import Text
from tutor.domain.question import Question, ShortAnswer, key_hash
from tutor.domain.response import Response, Typed, as_stored
from tutor.domain.verdict import Verdict
from tutor.services.responses import refuse_misfit
from tutor.services.stops import Stop
from tutor.services.way import gone_past, reading_before, way

Need = Literal["response", "certainty", "self_mark", "nothing"]
WITHOUT_CERTAINTY = frozenset({"tcs", "relais"})
"""Kinds after which certainty is never asked (rules, 6)."""
LONGEST_SECONDS = 3600.0
"""An answer left open over night counts an hour."""


class Pending(NamedTuple):
    """What a run has to store at one moment."""

    answers: tuple[AnswerGiven, ...]
    started: RunStarted


class Run:
    """A session: where the learner is, what is asked, what was answered.

    A face shows `stop`, sends a response, gives the certainty and, for a QROC nobody
    foresaw, the learner's own mark; then `settle` makes the fact to store and
    `advance` goes on. What is not saved yet stays in `unsaved`.
    """

    def __init__(
        self,
        started: RunStarted,
        title: str,
        stops: Sequence[Stop],
        *,
        given: dict[str, AnswerGiven],
        clock: Clock,
        chance: Random,
        asks_certainty: bool = True,
    ) -> None:
        self.started = started
        """What the store knows of this run."""
        self.title = title
        """What a person calls it."""
        self.stops = tuple(stops)
        """The whole way."""
        self.given = dict(given)
        """The answers of this run, by question id."""
        self.unsaved: list[AnswerGiven] = []
        """Answers settled and not yet on the disk."""
        self._clock = clock
        self._chance = chance
        self._asks_certainty = asks_certainty
        self._response: Response | None = None
        self._certainty: Literal[1, 2, 3] | None = None
        self._rated = False
        self._self_marked: bool | None = None
        self._shown_at = clock.now()

    @property
    def index(self) -> int:
        """The position of the present stop: the first one not gone past."""
        passed = gone_past(self.started.passed)
        for position, (stop, _, comes_up) in enumerate(way(self.stops, self.given)):
            if comes_up and stop.key not in self.given and stop.key not in passed:
                return position
        return len(self.stops) - 1

    @property
    def stop(self) -> Stop:
        """Where the learner is; the last stop when nothing is left to do."""
        return self.stops[self.index]

    @property
    def is_over(self) -> bool:
        """Whether only the end is left."""
        return self.index == len(self.stops) - 1

    @property
    def questions(self) -> list[Question]:
        """The scored questions on the way, in order; not those a message rules out."""
        legs = [leg for leg in way(self.stops, self.given) if leg.comes_up]
        asked = [leg.stop.question for leg in legs]
        return [question for question in asked if question is not None]

    @property
    def number(self) -> int:
        """The place of the present question among the scored ones, from 1."""
        before = {stop.key for stop in self.stops[: self.index + 1]}
        return sum(question.id in before for question in self.questions)

    @property
    def hints_seen(self) -> int:
        """How many hints of the present question were shown."""
        return self.started.hints.count(self.stop.key)

    @property
    def need(self) -> Need:
        """What the present question waits for."""
        question = self.stop.question
        if question is None:
            return "nothing"
        if self._response is None:
            return "response"
        asks = self._asks_certainty and question.asks_certainty
        if asks and question.kind not in WITHOUT_CERTAINTY and not self._rated:
            return "certainty"
        if self._self_marked is None and _is_unforeseen(question, self._response):
            return "self_mark"
        return "nothing"

    def order(self, question: Question) -> list[int]:
        """Return source positions in the order this run shows them; empty if none."""
        return shown_order(question, self.started.seed, shuffled=self.started.shuffled)

    def show(self) -> None:
        """Note that the present stop is on the screen now."""
        self._shown_at = self._clock.now()

    def hint(self) -> Text | None:
        """Return the next hint of the present question, or None when there is none."""
        question = self.stop.question
        if question is None or self.hints_seen >= len(question.hints):
            return None
        text = question.hints[self.hints_seen]
        hints = (*self.started.hints, self.stop.key)
        self.started = self.started.model_copy(update={"hints": hints})
        return text

    def respond(self, response: Response) -> None:
        """Take the response to the present question.

        Args:
            response: what was answered.

        Raises:
            WrongUseError: it does not fit the question; nothing changed.
        """
        question = _asked(self.stop)
        refuse_misfit(question, response)
        self._response = response

    def rate(self, certainty: Literal[1, 2, 3] | None) -> None:
        """Take the certainty, or None where the learner gave none."""
        self._certainty = certainty
        self._rated = True

    def mark_self(self, *, right: bool) -> None:
        """Take the learner's own mark of a QROC nobody foresaw."""
        self._self_marked = right

    def verdict(self) -> Verdict:
        """Return how right the response is."""
        if self._response is None:
            raise ValueError("nothing was answered yet")
        self_marked = bool(self._self_marked)
        return grade(_asked(self.stop), self._response, self_marked=self_marked)

    def settle(self) -> AnswerGiven:
        """Return the answer as a fact, to be saved; certainty may still be missing."""
        question, stop, now = _asked(self.stop), self.stop, self._clock.now()
        if self._response is None:
            raise ValueError("nothing was answered yet")
        verdict = self.verdict()
        elapsed = (now - self._shown_at).total_seconds()
        answer = AnswerGiven(
            id=new_id(self._chance),
            course=self.started.course,
            question=question.id,
            key_hash=key_hash(question),
            kind=question.kind,
            dossier=stop.dossier.id if stop.dossier else None,
            step=stop.step,
            items=question.items,
            response=as_stored(self._response),
            credit=verdict.credit,
            self_marked=verdict.self_marked,
            certainty=self._certainty,
            hints=self.hints_seen,
            at=now,
            seconds=round(min(max(elapsed, 0.0), LONGEST_SECONDS), 1),
            run=self.started.id,
        )
        self.given[question.id] = answer
        self.unsaved.append(answer)
        self._response, self._certainty, self._rated = None, None, False
        self._self_marked = None
        return answer

    def leave(self) -> None:
        """Settle what was answered and not yet rated (rules, 5 and 7)."""
        if self._response is not None:
            self.settle()

    def pass_by(self) -> None:
        """Go past the present stop without an answer: a card read, a skip, the end.

        What was answered and not yet rated is settled instead (rules, 5).
        """
        if self._response is not None:
            self.settle()
            return
        stop = self.stop
        passed = (*self.started.passed, stop.key)
        ended = self.started.ended or stop is self.stops[-1]
        update = {"passed": passed, "ended": ended}
        self.started = self.started.model_copy(update=update)

    def pending(self) -> Pending:
        """Return what is to be stored now, fixed so that a worker can write it."""
        self.started = self.started.model_copy(update={"touched": self._clock.now()})
        return Pending(tuple(self.unsaved), self.started)

    def confirm(self, pending: Pending) -> None:
        """Note that what was pending is on the disk."""
        saved = {answer.id for answer in pending.answers}
        self.unsaved = [each for each in self.unsaved if each.id not in saved]


def _is_unforeseen(question: Question, response: Response) -> bool:
    """Return whether only the learner can say if a QROC was right."""
    if not isinstance(question, ShortAnswer) or not isinstance(response, Typed):
        return False
    return match_known(question, response.text) is None


def _asked(stop: Stop) -> Question:
    """Return the question of a stop."""
    if stop.question is None:
        raise ValueError("nothing is asked here")
    return stop.question


def reading_of(run: Run, stop: Stop) -> tuple[Passage | Callout, ...]:
    """Return the text that leads to a stop, as earlier messages leave it.

    Args:
        run: the run; its answers say which atoms were handed over.
        stop: one of its stops that comes up.
    """
    return reading_before(run.stops, run.given, stop.key)


def past_of(run: Run) -> list[Stop]:
    """Return the stops gone past, without those that a message ruled out.

    Those after a question that was taken up again are among them.
    """
    legs, index = list(way(run.stops, run.given)), run.index
    known = {*run.given, *run.started.passed}
    later = [leg for leg in legs[index + 1 : -1] if leg.stop.key in known]
    return [leg.stop for leg in (*legs[:index], *later) if leg.comes_up]


def new_id(chance: Random) -> str:
    """Return a fresh id of 32 hexadecimal digits."""
    return f"{chance.getrandbits(128):032x}"
