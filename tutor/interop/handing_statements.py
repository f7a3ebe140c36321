"""What is handed over, in the form of xAPI statements."""

from tutor.domain.course import Course
from tutor.interop.statements import ENDING, statement_lines, statements_of
from tutor.services.handing import Ready


def as_statements(ready: Ready, course: Course) -> Ready:
    """Return the same hand-over as xAPI statements, one a line.

    Args:
        ready: a bundle about to leave.
        course: the course it is about: statements show what was asked.
    """
    lines = statement_lines(statements_of(ready.bundle, course))
    return ready._replace(data=b"".join(lines), ending=ENDING)


def statements_in(ready: Ready) -> int:
    """Return how many statements a file has; none where it is a bundle.

    Args:
        ready: what is about to leave.
    """
    return ready.data.count(b"\n") if ready.ending == ENDING else 0
