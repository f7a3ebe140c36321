"""Problems as GitHub Actions shows them beside the lines of a change."""

from tutor.domain.problem import Problem
from tutor.locale import advise, say

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def annotation(problem: Problem) -> str:
    """Return the workflow command for a problem: its cause, then its cure.

    Args:
        problem: what `check` found.
    """
    name = f"check.{problem.code}"
    cure = f"{say('check.cure')}: {advise(name, **problem.values)}"
    place = (
        f"file={_property(problem.path)},line={problem.line},col={problem.column},"
        f"title={_property(problem.code)}"
    )
    said = _data(f"{say(name, **problem.values)}\n{cure}")
    return f"::{_LEVELS[problem.severity]} {place}::{said}"


def _data(text: str) -> str:
    """Escape a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape the value of a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
