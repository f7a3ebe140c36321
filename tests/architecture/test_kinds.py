"""A kind of question is known wherever kinds are told apart by name or by class.

mypy says where a `match` without a last case forgets one; this says where it cannot.
"""

from typing import get_args

import pytest

from tests.factories import (
    answer,
    choice,
    concordance,
    matching,
    ordering,
    relay,
    short_answer,
)
from tests.services.players import right
from tests.widgets.test_feedback_view import COURSE
from tutor.assessment.grading import grade
from tutor.assessment.ordering import shown_order
from tutor.domain.question import ChoiceKind, Question, key_hash
from tutor.domain.response import as_response, as_stored
from tutor.interop.interactions import (
    definition_of,
    interaction_type,
    response_in,
    response_text,
)
from tutor.pipeline.lexicon import SECONDS
from tutor.pipeline.questions import EXTRA_NAMES
from tutor.services.feedback import feedback_on
from tutor.services.responses import refuse_misfit
from tutor.services.wording import kind_text

CLASSES: tuple[type[Question], ...] = get_args(get_args(Question)[0])
VOTES = (0, 1, 3, 10, 1)
EXAMPLES: list[Question] = [
    *(choice(kind) for kind in get_args(ChoiceKind)),
    short_answer(),
    concordance(VOTES, VOTES),
    matching(),
    ordering(),
    relay(),
]
"""One of each kind."""
EACH = pytest.mark.parametrize("question", EXAMPLES, ids=lambda each: each.kind)


def test_every_class_of_question_has_an_example() -> None:
    assert {type(each) for each in EXAMPLES} == set(CLASSES), (
        "make one of the new kind in tests/factories.py, and name it in EXAMPLES here"
    )


@EACH
def test_a_kind_can_be_written_read_and_shown(question: Question) -> None:
    kind = question.kind

    assert kind in EXTRA_NAMES, "name its attributes in tutor/pipeline/questions.py"
    assert kind in SECONDS or kind == "tcs", (
        "say how long it takes in SECONDS of tutor/pipeline/lexicon.py"
    )
    assert kind_text(question)


@EACH
def test_a_right_answer_is_stored_judged_and_corrected(question: Question) -> None:
    response, order = right(question), shown_order(question, 0, shuffled=False)
    stored = as_stored(response)
    assert as_response(question.kind, stored) == response, (
        "give it a case in as_response of tutor/domain/response.py"
    )

    refuse_misfit(question, response)
    verdict = grade(question, response)
    given = answer(kind=question.kind, response=stored, key_hash=key_hash(question))
    said = feedback_on(question, given, verdict, order, COURSE)

    assert verdict.is_right
    assert said.options or said.expected or said.rows or said.parts, (
        "say something of each part in tutor/services/feedback.py"
    )


@EACH
def test_an_answer_travels_as_a_statement(question: Question) -> None:
    stored = as_stored(right(question))
    form = interaction_type(question.kind, stored)
    definition = definition_of(question, "fr", form)

    assert response_in(form, response_text(form, stored)) == stored
    assert definition.keys() & {
        "choices",
        "source",
        "steps",
        "correctResponsesPattern",
    }, "name its type in _OF_KIND of tutor/interop/interactions.py, and its parts there"
