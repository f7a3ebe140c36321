"""Where a found place leads: the lesson at that very place, or what is read of it."""

from typing import NamedTuple

from tutor.domain.course import Course, Passage, Unit
from tutor.domain.prose import Listing, Paragraph, Prose, Span
from tutor.locale import say
from tutor.services.asked import told_question
from tutor.services.beginnings import unfinished
from tutor.services.chapters import Chapter, Leaf, chapters_of_unit, spot_of
from tutor.services.desk import Desk
from tutor.services.marks import spots_of
from tutor.services.search import Result
from tutor.services.search_pieces import UNDER

PLAYED = frozenset({"lesson", "bank", "dossier", "question"})
"""Kinds of places that can be played."""


class Sheet(NamedTuple):
    """Something to read, from a place in it."""

    title: str
    chapters: tuple[Chapter, ...]
    """All there is to read, the chapters before and after the place too."""
    at: int = 0
    """The chapter of the place, from 0."""
    key: str = ""
    """The question of the place; empty for a text."""
    target: str = ""
    """The lesson to open from there; empty where there is none."""

    @property
    def here(self) -> Chapter:
        """The chapter of the place."""
        return self.chapters[self.at]


def place_of(result: Result) -> str:
    """Return how a place is called: its file, then its heading.

    Args:
        result: what a search found.
    """
    return UNDER.join(filter(None, [result.where, result.title]))


def sheet_of(course: Course, result: Result) -> Sheet | None:
    """Return what a found place shows, or None where it is played at once.

    A place of a lesson is the lesson there. A bank, a dossier and a question of a bank
    are played; a question of a dossier, found only once it is answered, is read.

    Args:
        course: the course it was found in.
        result: what a search found.
    """
    if result.kind in {"bank", "dossier"}:
        return None
    if result.kind == "question" and _is_loose(course, result.target):
        return None
    return read_only(course, result)


def goes_on(desk: Desk, sheet: Sheet) -> bool:
    """Return whether a place stands in a lesson under way, as far as the person came.

    Args:
        desk: the person's desk.
        sheet: what a found place shows.

    Raises:
        TutorError: the store cannot be read.
    """
    left = unfinished(desk.record.open_runs(), "lesson", sheet.target)
    if left is None or not (sheet.at or sheet.key):
        return False
    return spot_of(desk.resume(left), sheet.here.title, sheet.key) is not None


def read_only(course: Course, result: Result) -> Sheet:
    """Return what can be read of a found place, whatever it is.

    Args:
        course: the course it was found in.
        result: what a search found.
    """
    match result.kind:
        case "lesson" | "bank":
            unit = next(each for each in course.units if each.id == result.target)
            target = unit.id if result.kind == "lesson" else ""
            chapters = chapters_of_unit(unit)
            return Sheet(place_of(result), chapters, result.section, target=target)
        case "question":
            return _question(course, result)
        case "asked":
            return _told(course, result)
        case _:
            return _single(_name_of(result), (_paragraph(result.text),))


def _is_loose(course: Course, question: str) -> bool:
    """Return whether a question stands in a bank, outside dossiers."""
    loose = (each for unit in course.banks for each in unit.loose_questions)
    return any(each.id == question for each in loose)


def _question(course: Course, result: Result) -> Sheet:
    """Return the place of a question: its lesson there, or its text alone."""
    for unit in course.lessons:
        chapters = chapters_of_unit(unit)
        for number, chapter in enumerate(chapters):
            if any(leaf.key == result.target for leaf in chapter.leaves):
                name = _section_name(unit, chapter)
                return Sheet(name, chapters, number, result.target, unit.id)
    stop = spots_of(course)[result.target].stop
    parts = tuple(
        part for part in stop.reading if isinstance(part, Passage) or not part.depends
    )
    chapter = Chapter(result.where, (Leaf(parts, stop.task, stop.key),))
    return Sheet(result.where, (chapter,), key=result.target)


def _section_name(unit: Unit, chapter: Chapter) -> str:
    """Return how a section is called: its file, then its heading."""
    under = chapter.title if chapter.title != unit.title else ""
    return UNDER.join(filter(None, [unit.title, under]))


def _told(course: Course, result: Result) -> Sheet:
    """Return a question of interns: its answer, and its lessons."""
    lessons = told_question(course, result.target).lessons
    items = tuple((_paragraph(title),) for _, title in lessons)
    head = _paragraph(say("search.lessons"))
    prose: Prose = (_paragraph(result.text),)
    prose = (*prose, head, Listing(items=items)) if items else prose
    target = lessons[0][0] if lessons else ""
    return _single(_name_of(result), prose, target)


def _single(title: str, prose: Prose, target: str = "") -> Sheet:
    """Return a sheet of one text."""
    leaf = Leaf((Passage(blocks=prose),))
    return Sheet(title, (Chapter(title, (leaf,)),), target=target)


def _name_of(result: Result) -> str:
    """Return how what is only read is called: its kind, then its name."""
    return f"{say(f'search.kind.{result.kind}')}{UNDER}{result.title}"


def _paragraph(text: str) -> Paragraph:
    """Return a paragraph without looks."""
    return Paragraph(text=(Span(text=text),))
