"""What `tutor check` says of a course file."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Problem(NamedTuple):
    """One slip, where it is, and how grave."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    values: dict[str, str]
    """What the catalogue needs to say the cause and the cure."""

    @property
    def place(self) -> tuple[str, int, int, str]:
        """The order in which problems are listed."""
        return (self.path, self.line, self.column, self.code)
