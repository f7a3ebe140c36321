"""How the tutor is on this machine: versions, paths, terminal, course, store."""

import locale
import os
import platform
import shutil
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import tutor
from tutor.domain.errors import TutorError
from tutor.locale import named, numeric_date, say
from tutor.services.library import Library
from tutor.store.health import Health, health_of
from tutor.store.place import Place

PACKAGES = (
    *("textual", "pydantic", "tinydb", "markdown-it-py", "mdit-py-plugins"),
    *("PyYAML", "fsrs", "click", "filelock", "orjson", "platformdirs", "watchfiles"),
)
VARIABLES = (
    *("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "WT_SESSION", "TMUX"),
    *("SSH_TTY", "LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8"),
)
"""What decides how the screen is drawn; nothing else of the environment is told."""
PRESENCE = frozenset({"WT_SESSION", "TMUX", "SSH_TTY"})
"""Variables of which only the presence says something."""
LEAST = (60, 16)
LEAST_ROOM = 50 * 2**20
Lines = list[tuple[str, str]]


class Screen(NamedTuple):
    """What a face knows of the terminal."""

    encodings: tuple[str, str, str]
    are_terminals: tuple[bool, bool, bool]
    """Input, output, errors."""
    size: tuple[int, int]


class Report(NamedTuple):
    """What is found, part by part, and what is wrong."""

    parts: tuple[tuple[str, Lines], ...]
    """The name of each part, then its lines: a name and a value."""
    problems: tuple[str, ...]


def report_of(
    place: Place,
    root: Path,
    screen: Screen,
    *,
    added: Sequence[Path] = (),
    environment: Mapping[str, str] = os.environ,
) -> Report:
    """Return how the tutor is, without anything the person wrote or is called.

    Args:
        place: the person's folder.
        root: the folder of the course.
        screen: what the face knows of the terminal.
        added: folders of local lessons.
        environment: variables; only those of the terminal are told.
    """
    health = health_of(place)
    paths, wrong_paths = _paths(place, root, added)
    course, wrong_course = _course(place, root, added)
    parts = (
        (say("doctor.versions"), _versions()),
        (say("doctor.paths"), paths),
        (say("doctor.terminal"), _terminal(screen, environment)),
        (say("doctor.course"), course),
        (say("doctor.store"), _store(health)),
    )
    wrong = [*wrong_paths, *_wrong_screen(screen), *wrong_course, *_wrong_store(health)]
    return Report(parts, tuple(wrong))


def _versions() -> Lines:
    """Return the versions of the tutor and of what it stands on."""
    lines = [
        (say("doctor.name.tutor"), tutor.__version__),
        (say("doctor.name.python"), platform.python_version()),
        (say("doctor.name.system"), platform.platform(aliased=True)),
    ]
    for name in PACKAGES:
        try:
            lines.append((name, version(name)))
        except PackageNotFoundError:
            lines.append((name, say("doctor.none")))
    return lines


def _paths(place: Place, root: Path, added: Sequence[Path]) -> tuple[Lines, list[str]]:
    """Return where things are, and what is wrong there."""
    problems = []
    home = place.root.parent.parent if place.profile else place.root
    shown = masked(home)
    nearest = next(each for each in (place.root, *place.root.parents) if each.exists())
    if not place.root.exists():
        shown = say("doctor.absent", path=shown)
    if not os.access(nearest, os.W_OK):
        shown = say("doctor.refused", path=masked(home))
        problems.append(say("doctor.problem.home"))
    room = shutil.disk_usage(nearest).free
    is_low = room < LEAST_ROOM
    if is_low:
        problems.append(say("doctor.problem.room"))
    profile = say("doctor.hidden") if place.profile else say("doctor.no")
    lines = [
        (say("doctor.name.install"), masked(Path(tutor.__file__).parent)),
        (say("doctor.name.home"), shown),
        (say("doctor.name.profile"), profile),
        (say("doctor.name.course"), masked(root)),
        *((say("doctor.name.added"), masked(each)) for each in added),
        (
            say("doctor.name.room"),
            say("doctor.room.low" if is_low else "doctor.room", n=room // 2**20),
        ),
    ]
    return lines, problems


def masked(path: Path) -> str:
    """Return a path without the name of who owns the machine.

    Args:
        path: any path; the folder of the person is written `~`, and their name `…`
            where it stands elsewhere.
    """
    own = Path.home()
    try:
        return str(Path("~") / path.absolute().relative_to(own))
    except ValueError:
        parts = path.absolute().parts
        hidden = ("…" if part == own.name and own.name else part for part in parts)
        return str(Path(*hidden))


def _terminal(screen: Screen, environment: Mapping[str, str]) -> Lines:
    """Return what decides how the screen is drawn."""
    width, height = screen.size
    yes, no = say("doctor.yes"), say("doctor.no")
    size = "doctor.size" if _fits(screen) else "doctor.small"
    return [
        (
            say("doctor.name.at"),
            ", ".join(yes if each else no for each in screen.are_terminals),
        ),
        (say("doctor.name.size"), say(size, width=width, height=height)),
        (say("doctor.name.encoding"), ", ".join(screen.encodings)),
        (say("doctor.name.locale"), ".".join(filter(None, locale.getlocale()))),
        *(
            (name, yes if name in PRESENCE else environment[name])
            for name in VARIABLES
            if name in environment
        ),
    ]


def _fits(screen: Screen) -> bool:
    """Return whether the tutor can be read in this window."""
    return screen.size[0] >= LEAST[0] and screen.size[1] >= LEAST[1]


def _wrong_screen(screen: Screen) -> list[str]:
    """Return what is wrong with the terminal."""
    problems = []
    if not _fits(screen):
        problems.append(say("doctor.problem.size"))
    if screen.encodings[1].lower().replace("-", "") != "utf8":
        problems.append(say("doctor.problem.encoding"))
    return problems


def _course(place: Place, root: Path, added: Sequence[Path]) -> tuple[Lines, list[str]]:
    """Return which course is at hand, and whether it can be read."""
    library = Library(root, place, added)
    try:
        course = library.course
    except TutorError as error:
        reason = say(error.message_id, **error.values)
        said = say(
            "doctor.course.broken", reason=reason.replace(str(root), masked(root))
        )
        return [(say("doctor.name.state"), said)], [say("doctor.problem.course")]
    return [
        (say("doctor.name.id"), course.head.id),
        (say("doctor.name.version"), course.head.version),
        (say("doctor.name.units"), f"{len(course.lessons)}, {len(course.banks)}"),
        (
            say("doctor.name.grid"),
            say("doctor.no" if course is library.written else "doctor.yes"),
        ),
    ], []


def _store(health: Health) -> Lines:
    """Return how the store is, and its copies."""
    none = say("doctor.none")
    rows = ", ".join(say("doctor.rows", table=name, n=n) for name, n in health.rows)
    last = numeric_date(health.last_backup) if health.last_backup else none
    return [
        (say("doctor.name.state"), _state(health)),
        (
            say("doctor.name.format"),
            none if health.format is None else str(health.format),
        ),
        (say("doctor.name.bytes"), say("doctor.bytes", n=-(-health.size // 1024))),
        (say("doctor.name.rows"), rows or none),
        (say("doctor.name.backups"), str(health.backups)),
        (say("doctor.name.last-backup"), last),
        (say("doctor.name.aside"), str(health.aside)),
    ]


def _state(health: Health) -> str:
    """Return the state of a store in words."""
    return say(f"doctor.state.{health.state}", table=health.strange)


def _wrong_store(health: Health) -> list[str]:
    """Return what is wrong with the store, and what to do."""
    if health.state in {"empty", "fine", "old"}:
        return []
    do = say(f"doctor.state.{health.state}.do")
    return [named(f"{say('doctor.store')} {_state(health)}", do)]
