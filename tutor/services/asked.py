"""The questions interns ask, with the lessons that say more."""

from typing import NamedTuple

from tutor.domain.course import Course
from tutor.domain.errors import WrongUseError
from tutor.domain.reference import AskedQuestion


class Told(NamedTuple):
    """A question, its answer, and where to read on."""

    id: str
    question: str
    answer: str
    lessons: tuple[tuple[str, str], ...]
    """The id and the title of each lesson, in the order the author named them."""


def told_questions(course: Course) -> list[Told]:
    """Return the questions of a course in the order of their file.

    Args:
        course: the course; lessons that it lacks are left out.
    """
    titles = {unit.id: unit.title for unit in course.lessons}
    return [_told(asked, titles) for asked in course.asked]


def told_question(course: Course, name: str) -> Told:
    """Return one question.

    Args:
        course: the course.
        name: the id of the question.

    Raises:
        WrongUseError: nothing has that id.
    """
    for told in told_questions(course):
        if told.id == name:
            return told
    raise WrongUseError("errors.unknown-question", id=name)


def _told(asked: AskedQuestion, titles: dict[str, str]) -> Told:
    """Return a question with the titles of its lessons."""
    lessons = tuple((each, titles[each]) for each in asked.lessons if each in titles)
    return Told(asked.id, asked.question, asked.answer, lessons)
