"""From files to a report: what the command and the screen both ask for."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.errors import TutorError, WrongUseError
from tutor.domain.figures import Figures, Refused
from tutor.reports.asked import Asked
from tutor.reports.formats import Format, drawer, drawn
from tutor.reports.mark import is_ours
from tutor.services.private_file import write_private
from tutor.services.sealing import LARGEST_KEY, unseal

if TYPE_CHECKING:
    from tutor.cohort.collect import Collected
    from tutor.domain.debrief import Debrief

Progress = Callable[[int, int], None]


def figures_for(
    asked: Asked, course: Course, clock: Clock, progress: Progress | None = None
) -> Figures:
    """Return the figures of a report.

    Args:
        asked: which files, and what part of them.
        course: the course the bundles are about.
        clock: dates the report.
        progress: told how many files of how many have been read.

    Raises:
        WrongUseError: nobody goes by the name of `learner`.
        TutorError: no bundle could be read, a roster or key cannot be read, or what
            counts is not installed.
    """
    from tutor.cohort.figures import cohort_figures

    with _collected(asked, course, progress) as collected:
        if asked.learner is not None:
            from tutor.services.learner_figures import learner_figures

            return learner_figures(collected, course, asked.learner, clock)
        return cohort_figures(
            collected, course, least_group=asked.least_group, clock=clock
        )


def debrief_for(
    asked: Asked,
    course: Course,
    clock: Clock,
    minutes: int,
    progress: Progress | None = None,
) -> "tuple[Debrief, tuple[Refused, ...]]":
    """Return what to take up in a group session, and the files that had a fault.

    Args:
        asked: which files, and what part of them.
        course: the course the bundles are about.
        clock: dates the page.
        minutes: how long the session is.
        progress: told how many files of how many have been read.

    Raises:
        TutorError: as `figures_for`.
    """
    from tutor.cohort.debrief import debrief

    with _collected(asked, course, progress) as collected:
        made = debrief(
            collected,
            course,
            minutes=minutes,
            least_group=asked.least_group,
            clock=clock,
        )
        return made, collected.refused


def write_report(figures: Figures, form: Format, path: Path) -> None:
    """Write a report; one of ours that is there is replaced, nothing else ever is.

    Args:
        figures: on a group or on one intern.
        form: its format.
        path: a file, in a folder that is there.

    Raises:
        TutorError: something else is at that path, the disk refuses, or what draws the
            format is not installed.
    """
    over = may_replace(path)
    write_private(path, drawn(figures, form, path), over=over)


def write_debrief(made: "Debrief", path: Path) -> None:
    """Write the page of a group session, as `write_report` writes a report.

    Args:
        made: what to take up.
        path: a file, in a folder that is there.

    Raises:
        TutorError: as `write_report`.
    """
    over = may_replace(path)
    page = drawer("debrief_page", "debrief_page")(made)
    data = page.encode("utf-8") if isinstance(page, str) else page
    write_private(path, data, over=over)


def may_replace(path: Path) -> bool:
    """Return whether there is a report of ours at a path; False where it is free.

    Raises:
        TutorError: there is something else.
    """
    if not path.is_file():
        return False
    if not is_ours(path):
        raise TutorError("faculty.not-ours", path=path)
    return True


def opening_of(key: Path | None) -> Callable[[bytes], bytes] | None:
    """Return what opens sealed files, or None where there is no key.

    Args:
        key: the file of the private key.

    Raises:
        WrongUseError: it is no such file.
    """
    return None if key is None else partial(unseal, key_file=_key(key))


def _collected(asked: Asked, course: Course, progress: Progress | None) -> "Collected":
    """Return the cohort that the files make.

    Raises:
        TutorError: as `figures_for`.
    """
    from tutor.cohort.collect import collect

    return collect(
        asked.paths,
        course=course,
        roster=asked.roster,
        promotion=asked.promotion,
        key=opening_of(asked.key),
        progress=progress,
    )


def _key(path: Path) -> str:
    """Return the text of a private key's file.

    Raises:
        WrongUseError: it is no such file.
    """
    try:
        if path.stat().st_size > LARGEST_KEY:
            raise WrongUseError("export.key.no-private")
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise WrongUseError("faculty.key", path=path) from error
