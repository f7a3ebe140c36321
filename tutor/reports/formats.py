"""The formats of a report by name; what draws each is loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from tutor.domain.errors import TutorError
from tutor.domain.figures import Figures

Format = Literal["html", "xlsx", "csv", "json", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)
TYPED: frozenset[Format] = frozenset({"csv", "json"})
"""Formats that may go to the standard output: other programs read them there."""
ARCHIVE = ".zip"
"""A name that ends so asks for one CSV file a table."""
EXTRA = "faculty"
_ENDINGS: dict[str, Format] = {".htm": "html", ARCHIVE: "csv"}


class _Drawn(NamedTuple):
    """What draws a format."""

    module: str
    function: str


_DRAWERS: dict[str, _Drawn] = {
    "html": _Drawn("html_page", "html_report"),
    "xlsx": _Drawn("xlsx_file", "xlsx_report"),
    "csv": _Drawn("csv_files", "csv_report"),
    "json": _Drawn("json_file", "json_report"),
    "pdf": _Drawn("pdf_file", "pdf_report"),
    ARCHIVE: _Drawn("csv_files", "csv_archive"),
}


def format_of(path: Path | None) -> Format | None:
    """Return the format that the name of a file asks for, or None."""
    if path is None:
        return None
    ending = path.suffix.lower()
    named: dict[str, Format] = {f".{name}": name for name in FORMATS}
    return named.get(ending) or _ENDINGS.get(ending)


def drawn(figures: Figures, form: Format, path: Path | None = None) -> bytes:
    """Return a report in a format.

    Args:
        figures: on a group or on one intern.
        form: one of `FORMATS`.
        path: where it will stand; a CSV report that ends in .zip is an archive.

    Raises:
        TutorError: what draws the format is not installed.
    """
    archived = form == "csv" and path is not None and path.suffix.lower() == ARCHIVE
    draw = drawer(*_DRAWERS[ARCHIVE if archived else form])
    made = draw(figures)
    return made.encode("utf-8") if isinstance(made, str) else made


def drawer(module: str, function: str) -> Callable[..., str | bytes]:
    """Return a function of a module of the reports.

    Args:
        module: the module, without its package.
        function: its name there.

    Raises:
        TutorError: what it draws with is not installed.
    """
    try:
        found: Callable[..., str | bytes] = getattr(
            import_module(f"tutor.reports.{module}"), function
        )
    except ImportError as error:
        raise TutorError("faculty.extra", extra=EXTRA) from error
    return found
