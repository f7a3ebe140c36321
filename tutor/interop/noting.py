"""Gather what goes wrong while a file of another system is read."""

from tutor.domain.problem import Problem, Severity
from tutor.domain.prose import Prose, texts_of

_EXCERPT = 40
SEVERITIES: dict[str, Severity] = {
    "announced": "warning",
    "encoding": "info",
    "image": "warning",
    "kind-lost": "warning",
    "labels": "info",
    "lone-right": "warning",
    "note": "info",
    "partial": "warning",
    "same-id": "warning",
    "tolerance": "warning",
    "weight-illegal": "warning",
    "weight-unread": "warning",
    "weights-sum": "warning",
}
"""How grave each code is; what is not listed loses a question, or a whole file."""


class Notes:
    """The problems found in one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        """As it is shown."""
        self.problems: list[Problem] = []
        """In the order they were found."""

    def note(self, code: str, line: int, /, **values: object) -> None:
        """Note a problem.

        Args:
            code: a message under `exchange.problem.`.
            line: from 1.
            **values: what the message needs.
        """
        texts = {name: str(value) for name, value in values.items()}
        severity = SEVERITIES.get(code, "error")
        self.problems.append(Problem(self.path, max(1, line), 1, code, severity, texts))


def excerpt(name: str, stem: Prose = ()) -> str:
    """Return what a message calls a question: its name, else how it begins."""
    said = " ".join((name or " ".join(texts_of(stem))).split())
    return said if len(said) <= _EXCERPT else f"{said[:_EXCERPT]}…"
