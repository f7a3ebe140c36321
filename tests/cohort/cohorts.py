"""Cohorts collected from bundles, and their tables read the easy way."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from typing_extensions import override

from tests.cohort.samples import sample_files
from tests.course.shipped import course
from tests.factories import StoppedClock
from tests.services.courses import write_course
from tutor.cohort.collect import Collected, collect
from tutor.cohort.figures import cohort_figures
from tutor.domain.bundle import Bundle
from tutor.domain.course import Course
from tutor.domain.figures import Cell, Figures, Table
from tutor.services.library import Library
from tutor.store.place import Place


class ParisClock(StoppedClock):
    """A clock in France: the days of a cohort are those there."""

    @override
    def local_day(self, moment: datetime) -> date:
        """Return the day of a moment in Paris."""
        return moment.astimezone(ZoneInfo("Europe/Paris")).date()


@cache
def small_course() -> Course:
    """Return a course of a few questions, read once."""
    with TemporaryDirectory() as name:
        root = write_course(Path(name) / "cours")
        return Library(root, Place(Path(name) / "home")).course


@contextmanager
def collected_from(
    bundles: Sequence[Bundle], of: Course | None = None, **more: Any
) -> Iterator[Collected]:
    """Collect bundles from a folder that lasts as long as the cohort."""
    with TemporaryDirectory() as name:
        sample_files(Path(name), tuple(bundles))
        with collect([name], course=of or course(), **more) as collected:
            yield collected


def figures_from(
    bundles: Sequence[Bundle],
    of: Course | None = None,
    least: int = 5,
    **more: Any,
) -> Figures:
    """Return the figures of bundles."""
    found = of or course()
    with collected_from(bundles, found, **more) as collected:
        clock = ParisClock()
        return cohort_figures(collected, found, least_group=least, clock=clock)


def rows_of(table: Table) -> list[dict[str, Cell]]:
    """Return the rows of a table by the ids of its columns."""
    ids = [column.id for column in table.columns]
    return [dict(zip(ids, row, strict=True)) for row in table.rows]


def row(
    figures: Figures, table: str, first: Cell, *, column: int = 0
) -> dict[str, Cell]:
    """Return the first row of a table whose cell in a column is this."""
    found = figures.table(table)
    ids = [each.id for each in found.columns]
    return next(
        dict(zip(ids, r, strict=True)) for r in found.rows if r[column] == first
    )
