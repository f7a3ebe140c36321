"""Read the table that ties a faculty's grid to the items of a course.

Two columns: their code or identifier, our code. A spreadsheet's CSV, with semicolons as
French ones write it, commas or tabs; or a TOML file of `"theirs" = "ours"`.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from tutor.domain.bundle_text import printable
from tutor.domain.errors import TutorError
from tutor.domain.outline import Tie
from tutor.domain.reasons import reason_of
from tutor.locale import say

LARGEST = 2**20
"""Bytes of the largest table read."""
MOST_LINES = 10_000
MOST_WORDS = 80
"""Characters of a code."""
HEADS = ("theirs", "ours", "wording")
"""The columns of a table to fill."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_table(path: Path) -> list[Tie]:
    """Return the lines of a table, in order.

    Empty lines, and lines that begin with `#`, are passed over; so are columns after
    the second. UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.

    Args:
        path: a CSV or text file, or a TOML file by its name.

    Raises:
        TutorError: it cannot be read, is too large, or ties nothing.
    """
    text = _text_of(bytes_of(path, LARGEST, "framework.table.huge"))
    is_toml = path.suffix.lower() == ".toml"
    ties = _of_toml(text, path) if is_toml else _of_lines(text)
    if not ties:
        raise TutorError("framework.table.empty", path=path)
    if len(ties) > MOST_LINES:
        raise TutorError("framework.table.huge", path=path, most=LARGEST // 2**20)
    return ties


def bytes_of(path: Path, largest: int, too_large: str) -> bytes:
    """Return what is in a file, never more than is read of it.

    Args:
        path: the file.
        largest: how many bytes it may have.
        too_large: the message where it has more.

    Raises:
        TutorError: it cannot be opened, or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        said = {"path": path, "reason": reason}
        raise TutorError("framework.file.unreadable", **said) from error
    if len(data) > largest:
        raise TutorError(too_large, path=path, most=largest // 2**20)
    return data


def _text_of(data: bytes) -> str:
    """Return the text of a file, whatever saved it."""
    if data.startswith(_WIDE):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _of_lines(text: str) -> list[Tie]:
    """Return the lines of a spreadsheet's table."""
    ties = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip(" ;,\t") or line.lstrip().startswith("#"):
            continue
        mark = next((sign for sign in line if sign in ";\t,"), ";")
        theirs, ours, *_ = *_cells(line, mark), "", ""
        ties.append(Tie(number, _code(theirs), _code(ours)))
    return ties


def _cells(line: str, mark: str) -> list[str]:
    """Return the cells of a line; quotes that do not close are part of it."""
    try:
        return next(
            csv.reader(io.StringIO(line), delimiter=mark, skipinitialspace=True), []
        )
    except csv.Error:
        return line.split(mark)


def _of_toml(text: str, path: Path) -> list[Tie]:
    """Return the pairs of a TOML file: one code of ours, or a list of them.

    Raises:
        TutorError: it is no TOML, or holds something else.
    """
    import tomllib

    try:
        fields = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise TutorError("framework.table.toml", path=path) from error
    ties = []
    for number, (theirs, ours) in enumerate(fields.items(), 1):
        codes = ours if isinstance(ours, list) else [ours]
        if not all(isinstance(each, str) for each in codes):
            raise TutorError("framework.table.toml", path=path)
        ties += [Tie(number, _code(theirs), _code(each)) for each in codes]
    return ties


def _code(text: str) -> str:
    """Return a code on one line, without what hides."""
    return " ".join(printable(text).split())[:MOST_WORDS]


def table_to_fill(lines: Iterable[tuple[str, str, str]]) -> str:
    """Return a table for a spreadsheet: their name, our code or nothing, the wording.

    Args:
        lines: of each item of the grid; a cell that a spreadsheet would compute is
            written as text.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([say(f"framework.template.{name}") for name in HEADS])
    writer.writerows([_plain(cell) for cell in line] for line in lines)
    return "\ufeff" + text.getvalue()


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
