"""The course that travels with the tutor, parsed once for all tests of a process."""

import tempfile
from functools import cache
from pathlib import Path

from tutor.domain.course import Course
from tutor.domain.question import Question
from tutor.pipeline.courses import read_reference
from tutor.services.library import Library
from tutor.services.places import find_course
from tutor.store.place import Place

ROOT = find_course(None, {})


@cache
def _parsed() -> tuple[Course, dict[str, bytes]]:
    """Return the course, and the files the tutor keeps it in."""
    with tempfile.TemporaryDirectory() as name:
        place = Place(Path(name))
        course = Library(ROOT, place).course
        files = {path.name: path.read_bytes() for path in place.cache.iterdir()}
    assert files
    return course, files


def course() -> Course:
    """Return the course as written."""
    return _parsed()[0]


@cache
def reference() -> Course:
    """Return the course without its lessons and banks: quicker, where they are not used."""
    return read_reference(ROOT).course


@cache
def questions() -> tuple[Question, ...]:
    """Return every scored question of the course, in order."""
    return tuple(question for unit in course().units for question in unit.questions)


def known_at(home: Path) -> Place:
    """Return a home whose tutor has parsed the course before.

    Args:
        home: the folder of a person; made where there is none.
    """
    place = Place(home)
    place.cache.mkdir(parents=True, exist_ok=True)
    for name, raw in _parsed()[1].items():
        (place.cache / name).write_bytes(raw)
    return place
