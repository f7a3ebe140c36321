"""A faculty's grid, put in the place of the small course's framework."""

from pathlib import Path

from tests.interop.packages import TABLE, bytes_of, package
from tests.services.courses import desk_at
from tutor.domain.course import Course
from tutor.domain.outline import Tie
from tutor.interop.case_reading import read_package
from tutor.services.desk import Desk
from tutor.services.grid_making import Made, made_grid
from tutor.services.grids import keep_grid

GRID = read_package(bytes_of(package()))
"""The grid as it was read."""


def ties_of(table: str = TABLE) -> list[Tie]:
    """Return the lines of a table, titles left aside."""
    lines = [line.split(";") for line in table.splitlines()[1:]]
    return [Tie(n, theirs, ours) for n, (theirs, ours) in enumerate(lines, 2)]


def tied(course: Course, table: str = TABLE) -> Made:
    """Return the grid tied to a course by a table."""
    return made_grid(GRID, course, ties_of(table))


def desk_on_grid(folder: Path, table: str = TABLE) -> Desk:
    """Return a desk at the small course, on the grid."""
    desk = desk_at(folder)
    keep_grid(tied(desk.library.written, table).grid, desk.place)
    return desk_at(folder)
