"""Runs over a few questions, without a course."""

from collections.abc import Sequence
from random import Random
from typing import Any

from tests.factories import NOON, StoppedClock, choice, stem, words
from tutor.domain.answer import AnswerGiven, RunStarted
from tutor.domain.course import Reflection
from tutor.domain.question import Concordance, Question, Vignette
from tutor.domain.response import Picked, Typed
from tutor.services.run import Run
from tutor.services.stops import Stop, stops_of_questions

STARTED = RunStarted(
    id="r" * 32,
    course="petit-cours",
    target="essai",
    kind="quiz",
    seed=7,
    at=NOON,
    touched=NOON,
)
HINTED = choice(hints=(words("premier"), words("second")))
PANEL = Concordance(
    id="q-tcs",
    stem=stem(),
    rows=(Vignette(hypothesis=words("h"), news=words("n"), votes=(0, 1, 3, 10, 1)),),
    scored=True,
)
CARD = Stop(key="carte", task=Reflection(id="carte", stem=stem()))
FIRST = Picked(options=frozenset({0}))
"""The first option ticked: right for a question of the factory."""
UNFORESEEN = Typed(text="pigeon voyageur")


def run_over(
    *questions: Question,
    clock: StoppedClock | None = None,
    asks_certainty: bool = True,
    before: Sequence[Stop] = (),
    given: dict[str, AnswerGiven] | None = None,
    **started: Any,
) -> Run:
    """Return a run over questions, after other stops if there are any."""
    return Run(
        STARTED.model_copy(update=started),
        "Essai",
        [*before, *stops_of_questions(questions, "essai")],
        given=given or {},
        clock=clock or StoppedClock(),
        chance=Random(len(given or {})),
        asks_certainty=asks_certainty,
    )
