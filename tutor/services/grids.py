"""Keep a faculty's grid for a course; the one place where a course is put on it.

The file lies in the person's folder, one a course. Everything that asks for the
framework of a course gets the grid; answers keep the codes of the course.
"""

import hashlib
from pathlib import Path

from pydantic import ValidationError

from tutor.domain.course import Course
from tutor.domain.errors import StoreError
from tutor.domain.grid import Grid
from tutor.domain.reasons import reason_of
from tutor.services.places import grid_folders
from tutor.services.whole_file import write_whole, writing
from tutor.store.place import Place

LARGEST = 8 * 2**20
"""Bytes of the largest grid kept; ten times what the largest one read comes to."""
LONGEST = 100
"""Characters of an id that names a file as it is."""


def on_grid(course: Course, place: Place) -> Course:
    """Return a course on the grid that a folder holds for it, or as it is.

    Args:
        course: as its files say it.
        place: the person's folder.

    Raises:
        StoreError: there is a grid, and it cannot be read.
    """
    grid = kept_grid(course.head.id, place)
    return (
        course
        if grid is None
        else course.model_copy(update={"framework": grid.framework})
    )


def kept_grid(course: str, place: Place) -> Grid | None:
    """Return the grid that a folder holds for a course, or None.

    Args:
        course: its id.
        place: the person's folder.

    Raises:
        StoreError: there is one, and it cannot be read.
    """
    for folder in grid_folders(place):
        path = folder / _name(course)
        if (data := _bytes_of(path)) is not None:
            return _grid_in(data, course, path)
    return None


def _bytes_of(path: Path) -> bytes | None:
    """Return what is in a file, or None where there is none.

    Raises:
        StoreError: it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        named = {"path": path, "reason": reason_of(error)}
        raise StoreError("framework.kept.unreadable", **named) from error


def _grid_in(data: bytes, course: str, path: Path) -> Grid:
    """Return the grid that a file holds.

    Raises:
        StoreError: it holds none, or that of another course.
    """
    try:
        grid = Grid.model_validate_json(data)
    except ValidationError as error:
        raise StoreError("framework.kept.damaged", path=path) from error
    if grid.course != course:
        raise StoreError("framework.kept.damaged", path=path)
    return grid


def keep_grid(grid: Grid, place: Place) -> None:
    """Put a grid in the place of a course's framework.

    Args:
        grid: for one course.
        place: the person's folder.

    Raises:
        TutorError: the disk refuses; what was there is still there.
    """
    path = path_of(grid.course, place)
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, grid.model_dump_json(indent=1) + "\n")


def remove_grid(course: str, place: Place) -> bool:
    """Go back to the framework of the course itself; what was placed stays stored.

    Args:
        course: its id.
        place: the person's folder.

    Returns:
        Whether there was a grid.

    Raises:
        TutorError: the disk refuses.
    """
    path = path_of(course, place)
    with writing(path):
        found = path.exists()
        path.unlink(missing_ok=True)
    return found


def path_of(course: str, place: Place) -> Path:
    """Return where the grid for a course is kept.

    Args:
        course: its id, of small letters, digits and hyphens.
        place: the person's folder.
    """
    return place.grids / _name(course)


def _name(course: str) -> str:
    """Return the name of a grid's file; an id too long for a disk is shortened."""
    digest = hashlib.sha256(course.encode()).hexdigest()[:12]
    return f"{course if len(course) <= LONGEST else digest}.json"
