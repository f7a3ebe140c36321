"""Questions drawn from the whole course, each with the story its lesson told before."""

from collections.abc import Iterable
from dataclasses import replace

from tutor.domain.course import Course, Passage
from tutor.domain.prose import Heading
from tutor.domain.question import Question
from tutor.services.stops import Stop, stops_of_questions, stops_of_unit


def stops_of_drawn(
    course: Course, questions: Iterable[Question], target: str
) -> list[Stop]:
    """Return one stop a question, the last one to end on.

    A question of a lesson speaks of someone the lesson has just shown: the running
    text that leads to it comes with it, without its titles and callouts.

    Args:
        course: the course they come from.
        questions: what to ask, in order.
        target: the id the end belongs to.
    """
    drawn = list(questions)
    wanted = {question.id for question in drawn}
    places = {
        stop.key: replace(stop, reading=_story(stop))
        for unit in course.lessons
        if not wanted.isdisjoint(question.id for question in unit.loose_questions)
        for stop in stops_of_unit(unit)
        if stop.key in wanted
    }
    return stops_of_questions(drawn, target, places)


def _story(stop: Stop) -> tuple[Passage, ...]:
    """Return the running text that leads to a stop, without titles."""
    told = []
    for part in stop.reading:
        if isinstance(part, Passage):
            blocks = tuple(b for b in part.blocks if not isinstance(b, Heading))
            if blocks:
                told.append(part.model_copy(update={"blocks": blocks}))
    return tuple(told)
