"""Where the course is, and whether it changed; light enough for the first frame."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import tutor
from tutor.services.served import is_served
from tutor.store.place import Place

PATTERNS = ("content/*.md", "content/*.toml", "content/referentiels/*.toml")


def find_course(
    option: str | None = None, environment: Mapping[str, str] = os.environ
) -> Path:
    """Return the folder of the course at hand.

    Args:
        option: what `--course` named, if anything.
        environment: `TUTOR_COURSE` names another course.

    Returns:
        That folder, else the course that travels with the tutor.
    """
    named = option or environment.get("TUTOR_COURSE", "").strip()
    if named:
        folder = os.path.expanduser(named)  # noqa: PTH111 - keeps a ~name nobody has
        return Path(folder).absolute()
    package = Path(tutor.__file__).parent
    bundled = package / "_bundled"
    return bundled if bundled.is_dir() else package.parent


def course_stamp(root: Path, added: Sequence[Path] = ()) -> str:
    """Return a text that changes when a course file or the tutor changes.

    Args:
        root: the folder of the course.
        added: folders of local lessons laid over it.
    """
    patterns = [*PATTERNS, "quizzes/*.md"]
    found = [path for pattern in patterns for path in root.glob(pattern)]
    local = [*patterns, "*.md"]
    found += [path for each in added for one in local for path in each.glob(one)]
    digest = hashlib.sha256(tutor.__version__.encode())
    for path in sorted(found):
        digest.update(os.fsencode(f"{path}|{file_stamp(path)}\n"))
    return digest.hexdigest()[:32]


def grid_folders(
    place: Place, environment: Mapping[str, str] = os.environ
) -> tuple[Path, ...]:
    """Return where the grid of a faculty is looked for, the first that has one counts.

    Args:
        place: the person's folder. A profile, or a visitor of a server, has the grid of
            whoever runs the computer or the server where they have none of their own.
        environment: `TUTOR_SERVED` says that the tutor runs on a server.
    """
    if place.profile or is_served(environment):
        return place.grids, place.root.parent.parent / place.grids.name
    return (place.grids,)


def file_stamp(path: Path) -> str:
    """Return a text that changes when a file is written; empty where it is absent."""
    try:
        seen = path.stat()
    except OSError:
        return ""
    return f"{seen.st_mtime_ns}:{seen.st_size}"
