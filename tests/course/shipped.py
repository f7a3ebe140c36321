"""The course that travels with the tutor, read once for its tests."""

from functools import cache

from tutor.domain.course import Course
from tutor.domain.question import Question
from tutor.pipeline.courses import read_course
from tutor.services.places import find_course

ROOT = find_course(None, {})


@cache
def course() -> Course:
    """Return the course as written."""
    return read_course(ROOT).course


@cache
def questions() -> tuple[Question, ...]:
    """Return every scored question of the course, in order."""
    return tuple(question for unit in course().units for question in unit.questions)
