"""What a found place shows before anything is begun."""

from typing import NamedTuple

from tutor.domain.course import Callout, Course, Passage
from tutor.domain.prose import Listing, Paragraph, Prose, Span
from tutor.locale import say
from tutor.services.asked import told_question
from tutor.services.search import Result
from tutor.services.search_pieces import UNDER
from tutor.services.sections import sections_of

PLAYED = frozenset({"lesson", "bank", "dossier", "question"})
"""Kinds of places that can be played."""


class Sheet(NamedTuple):
    """Something to read."""

    title: str
    parts: tuple[Passage | Callout, ...]
    target: str
    """The lesson to open from there; empty where there is none."""


def place_of(result: Result) -> str:
    """Return how a place is called: its file, then its heading.

    Args:
        result: what a search found.
    """
    return UNDER.join(filter(None, [result.where, result.title]))


def sheet_of(course: Course, result: Result) -> Sheet | None:
    """Return what a found place shows, or None where it is opened at once.

    Args:
        course: the course it was found in.
        result: what a search found.
    """
    if result.kind == "lesson":
        return _passage(course, result)
    if result.kind in PLAYED:
        return None
    prose: Prose = (_paragraph(result.text),)
    target = ""
    if result.kind == "asked":
        lessons = told_question(course, result.target).lessons
        items = tuple((_paragraph(title),) for _, title in lessons)
        head = _paragraph(say("search.lessons"))
        prose = (*prose, head, Listing(items=items)) if items else prose
        target = lessons[0][0] if lessons else ""
    title = f"{say(f'search.kind.{result.kind}')}{UNDER}{result.title}"
    return Sheet(title, (Passage(blocks=prose),), target)


def _passage(course: Course, result: Result) -> Sheet | None:
    """Return the section of a lesson; None where nothing is read there."""
    unit = next(each for each in course.lessons if each.id == result.target)
    parts = tuple(sections_of(unit)[result.section].parts)
    return Sheet(place_of(result), parts, unit.id) if parts else None


def _paragraph(text: str) -> Paragraph:
    """Return a paragraph without looks."""
    return Paragraph(text=(Span(text=text),))
