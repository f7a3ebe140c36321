"""Start a course file from a template that already passes `tutor check`."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Literal, NamedTuple

import tutor
from tutor.domain.course import Course
from tutor.domain.errors import TutorError, WrongUseError
from tutor.locale import no_break
from tutor.pipeline.courses import REFERENCE_FILES
from tutor.services.overlap import used_ids
from tutor.services.whole_file import write_first, writing

Kind = Literal["lesson", "bank", "dossier"]
LONGEST_ID = 60
LONGEST_TITLE = 120
ITEMS = ("C5.N.4", "C5.C.3")
"""The items the templates speak of, where the framework has them."""
_ID = re.compile(r"[a-z0-9-]+")
_MARK = re.compile(r"\{\{([\w-]+)\}\}")
_MARKDOWN = re.compile(r"([\\`*_\[\]&#])")
_GIVEN_ID = re.compile(
    r"^id:[ \t]*\"?([a-z0-9-]+)|^ {0,3}(?::::|#).*\{#([a-z0-9-]+)", re.MULTILINE
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories of signs that nobody sees, or that end a line."""
_LARGEST_NEIGHBOUR = 4_000_000
"""Bytes; what is larger is no course file."""


class Wanted(NamedTuple):
    """What a teacher asks for."""

    kind: Kind
    id: str
    title: str = ""
    """The id put into words, where none is given."""


def folder_for(kind: Kind, root: Path | None, named: str | None) -> Path:
    """Return the folder a new file goes to, made where the course lacks it.

    Args:
        kind: a lesson goes to `content/` of a course, the others to `quizzes/`.
        root: the course the teacher named, if any; never that of the installed tutor.
        named: the folder the teacher asked for, which goes first.

    Raises:
        TutorError: there is no such folder, or it belongs to the installed tutor.
    """
    if named is not None or root is None or is_shipped(root):
        folder = Path(named or ".")
        if not _is_folder(folder):
            raise WrongUseError("errors.new-folder-absent", path=folder)
    else:
        folder = root / ("content" if kind == "lesson" else "quizzes")
        with writing(folder):
            folder.mkdir(exist_ok=True)
    if is_shipped(folder):
        raise TutorError("errors.new-shipped", path=folder)
    return folder


def is_shipped(folder: Path) -> bool:
    """Return whether a folder lies inside the installed tutor.

    Args:
        folder: any folder.
    """
    package = Path(tutor.__file__).parent.resolve()
    return folder.resolve().is_relative_to(package)


def start_file(wanted: Wanted, folder: Path, course: Course, today: date) -> Path:
    """Write a new course file from its template, and return where it is.

    Args:
        wanted: the kind of file, its id and its title.
        folder: where it goes.
        course: the course whose ids are taken and whose items are used.
        today: the file is to be read again a year later.

    Raises:
        WrongUseError: the id or the title cannot be used, or is taken.
        TutorError: there is such a file already, or the disk refuses.
    """
    _refuse_id(wanted.id)
    text = filled(wanted, course.framework.codes, today)
    path = folder / f"{wanted.id}.md"
    with writing(path):
        if path.exists() or path.is_symlink():
            raise TutorError("errors.write-exists", path=path)
        taken = used_ids(course.units) | _ids_beside(folder)
    clash = sorted(set(ids_in(text)) & taken, key=len)
    if clash:
        raise WrongUseError("errors.new-id-taken", id=wanted.id, taken=clash[0])
    write_first(path, text)
    return path


def filled(wanted: Wanted, codes: Iterable[str], today: date) -> str:
    """Return the text of a template with its marks filled in.

    Args:
        wanted: the kind of file, its id and its title.
        codes: the items of the framework, from which the examples take theirs.
        today: the file is to be read again a year later.

    Raises:
        WrongUseError: the title cannot be used.
    """
    title = _title(wanted)
    known = sorted(codes) or list(ITEMS)
    first, second = (code if code in known else known[0] for code in ITEMS)
    values = {
        "id": wanted.id,
        "titre": _MARKDOWN.sub(r"\\\1", title),
        "titre-yaml": title.replace("\\", "\\\\").replace('"', '\\"'),
        "item": first,
        "autre-item": second,
        "relire": _next_year(today).isoformat(),
    }
    source = resources.files("tutor.services") / "templates" / f"{wanted.kind}.md"
    template = source.read_text(encoding="utf-8")
    return _MARK.sub(lambda mark: values[mark[1]], template)


def ids_in(text: str) -> list[str]:
    """Return the ids a course file gives, by a light scan.

    Args:
        text: the source of the file.
    """
    return [head or block for head, block in _GIVEN_ID.findall(text)]


def slug(text: str) -> str:
    """Return an id close to a text, or an empty text where nothing remains.

    Args:
        text: what a person typed.
    """
    apart = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")[:LONGEST_ID].strip("-")


def _refuse_id(name: str) -> None:
    """Refuse an id that no file may have.

    Raises:
        WrongUseError: it is none; an id close to it is proposed.
    """
    if not _ID.fullmatch(name) or len(name) > LONGEST_ID or not name.strip("-"):
        near = slug(name) or "ma-lecon"
        raise WrongUseError("errors.new-id", id=name[:LONGEST_ID], near=near)
    if f"{name}.md" in REFERENCE_FILES:
        raise WrongUseError("errors.new-id-reserved", id=name)


def _title(wanted: Wanted) -> str:
    """Return the title, its spaces as French wants them.

    Raises:
        WrongUseError: it is too long, or holds what would not be shown as typed.
    """
    title = wanted.title.strip() or wanted.id.replace("-", " ").strip().capitalize()
    hidden = any(unicodedata.category(sign) in _UNSEEN for sign in title)
    if hidden or len(title) > LONGEST_TITLE or set(title) & set("{}<>"):
        raise WrongUseError("errors.new-title", most=LONGEST_TITLE)
    return no_break(title)


def _next_year(today: date) -> date:
    """Return the same day a year later; 28 February for a leap day."""
    day = min(today.day, 28) if today.month == 2 else today.day  # noqa: PLR2004
    return today.replace(year=today.year + 1, day=day)


def _is_folder(path: Path) -> bool:
    """Return whether a path is a folder; a name too long is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _ids_beside(folder: Path) -> frozenset[str]:
    """Return the ids of the files already in a folder; what is unreadable has none."""
    found: set[str] = set()
    for path in folder.glob("*.md"):
        try:
            if path.is_file() and path.stat().st_size <= _LARGEST_NEIGHBOUR:
                text = path.read_text(encoding="utf-8-sig", errors="replace")
                found.update(ids_in(text))
        except OSError:
            continue
    return frozenset(found)
