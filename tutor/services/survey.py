"""How a person moved between the first and the last time they took the survey."""

from collections.abc import Iterable
from typing import NamedTuple

from tutor.domain.answer import SurveyAnswer
from tutor.domain.course import SelfRating, Unit
from tutor.services.run import Run


class Shift(NamedTuple):
    """One scale, the degree chosen first and the one chosen last, from 1."""

    scale: SelfRating
    before: int
    after: int


def passes(answers: Iterable[SurveyAnswer]) -> tuple[str, ...]:
    """Return the walks through the survey that answered something, in order.

    Args:
        answers: what the store holds of the survey.
    """
    ordered = sorted(answers, key=lambda each: each.at)
    return tuple(dict.fromkeys(each.run for each in ordered))


def shifts(survey: Unit, answers: Iterable[SurveyAnswer]) -> tuple[Shift, ...]:
    """Return how a person moved on each scale they answered in two walks.

    Args:
        survey: the survey; a degree its scale no longer has is left out.
        answers: what the store holds of it.
    """
    ordered = sorted(answers, key=lambda each: each.at)
    found = []
    for scale in survey.blocks:
        if not isinstance(scale, SelfRating):
            continue
        mine = [each for each in ordered if each.question == scale.id]
        mine = [each for each in mine if each.value <= len(scale.scale)]
        if mine and mine[0].run != mine[-1].run:
            found.append(Shift(scale, mine[0].value, mine[-1].value))
    return tuple(found)


def kept_word(run: Run) -> str:
    """Return the id of what to say once a degree is kept: an answer, or a position.

    Args:
        run: the run it was chosen in.
    """
    is_survey = run.started.kind == "survey"
    return "play.saved.survey" if is_survey else "play.saved.position"
