"""Read a file that a platform wrote, and write the banks it makes."""

from collections.abc import Sequence
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from tutor.domain.errors import ContentError, TutorError
from tutor.domain.line_ends import with_line_feeds
from tutor.domain.problem import Problem
from tutor.domain.reasons import reason_of
from tutor.interop.assembling import Bank, banks_of
from tutor.interop.exchange import Read
from tutor.interop.gift_reading import read_gift
from tutor.interop.moodle_reading import read_moodle
from tutor.interop.noting import Notes
from tutor.pipeline.courses import read_file
from tutor.pipeline.findings import Findings
from tutor.pipeline.source import cleaned
from tutor.services.previewing import refuse_absent
from tutor.services.whole_file import write_first, writing

LARGEST = 20_000_000
"""Bytes; Moodle puts images inside its XML."""
LARGEST_GIFT = 4_000_000
"""Characters; GIFT holds no image, and a whole course is a fifth of that."""
_MEGA = 1_000_000
_LOOKED_AT = 400
"""Bytes looked at to tell what a file is."""
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_WINDOWS = "windows-1252"


class Imported(NamedTuple):
    """What a file made."""

    banks: list[Bank]
    problems: list[Problem]


class Written(NamedTuple):
    """A bank that was written."""

    path: Path
    questions: int
    problems: list[Problem]
    """What the author must complete, as `tutor check` says it."""


def import_file(path: Path) -> Imported:
    """Return the banks that a GIFT or Moodle XML file makes.

    Args:
        path: the file.

    Raises:
        WrongUseError: it is not there.
        ContentError: it is no file, or cannot be read.
    """
    refuse_absent(path)
    notes = Notes(str(path))
    raw = _bytes_of(path, notes)
    if raw is None:
        return Imported([], notes.problems)
    read = _read(raw, notes)
    notes.problems.extend(read.problems)
    if not read.entries and not any(p.severity == "error" for p in notes.problems):
        notes.note("empty", 1)
    banks = banks_of(read, notes, path.stem)
    return Imported(banks, sorted(notes.problems, key=lambda each: each.place))


def write_banks(banks: Sequence[Bank], folder: Path) -> list[Written]:
    """Write banks into a folder, all or none where one would take the place of a file.

    Args:
        banks: what to write.
        folder: where; made where its own folder is there.

    Raises:
        TutorError: a file of that name is there, or the disk refuses.
    """
    paths = [folder / f"{bank.id}.md" for bank in banks]
    for path in paths:
        if path.exists() or path.is_symlink():
            raise TutorError("errors.write-exists", path=path)
    with writing(folder):
        folder.mkdir(exist_ok=True)
    written = []
    for bank, path in zip(banks, paths, strict=True):
        write_first(path, cleaned(bank.text, Findings("")) or bank.text)
        _, problems = read_file(path, "bank", str(path))
        errors = [each for each in problems if each.severity == "error"]
        written.append(Written(path, bank.questions, errors))
    return written


def renamed(banks: Sequence[Bank]) -> list[Bank]:
    """Return the banks of several files, each under a name of its own."""
    taken: dict[str, int] = {}
    found = []
    for bank in banks:
        taken[bank.id] = number = taken.get(bank.id, 0) + 1
        name = bank.id if number == 1 else f"{bank.id}-{number}"
        text = bank.text.replace(f"\nid: {bank.id}\n", f"\nid: {name}\n", 1)
        found.append(Bank(name, text, bank.questions))
    return found


def _bytes_of(path: Path, notes: Notes) -> bytes | None:
    """Return the bytes of a file, or None where there are too many.

    Raises:
        ContentError: it is no file, or cannot be read.
    """
    try:
        seen = path.stat()
        if not S_ISREG(seen.st_mode):
            raise ContentError("errors.not-a-file", path=path)
        if seen.st_size > LARGEST:
            notes.note("too-big", 1, limit=LARGEST // _MEGA)
            return None
        return path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise ContentError(
            "errors.file-unreadable", path=path, reason=reason
        ) from error


def _read(raw: bytes, notes: Notes) -> Read:
    """Return what a file says, by what it looks like: its name may lie."""
    text, encoding = _decoded(raw)
    if text[:_LOOKED_AT].lstrip().startswith("<"):
        is_utf_16 = encoding.startswith("utf-16")
        whole = text.encode("utf-8") if is_utf_16 and not _declares(text) else raw
        return read_moodle(whole, notes.path)
    if len(text) > LARGEST_GIFT:
        notes.note("too-big", 1, limit=LARGEST_GIFT // _MEGA)
        return Read([], [])
    if encoding not in {"utf-8", "utf-8-sig"}:
        notes.note("encoding", 1, name=encoding.upper().replace("WINDOWS", "Windows"))
    return read_gift(text, notes.path)


def _declares(text: str) -> bool:
    """Return whether XML says which encoding it has."""
    return "encoding=" in text[:_LOOKED_AT].partition("?>")[0]


def _decoded(raw: bytes) -> tuple[str, str]:
    """Return a text with line feeds, and the encoding it was in."""
    mark = next((each for each in _MARKS if raw.startswith(each)), None)
    encoding = _MARKS[mark] if mark else _guessed(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        encoding = _WINDOWS
        text = raw.decode(encoding, errors="replace")
    return with_line_feeds(text).lstrip("\ufeff"), encoding


def _guessed(raw: bytes) -> str:
    """Return the encoding of bytes without a mark: every other one is 0 in UTF-16."""
    start = raw[:_LOOKED_AT]
    odd, even = start[1::2].count(0), start[::2].count(0)
    if max(odd, even) * 4 > len(start):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"
