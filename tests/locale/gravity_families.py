"""Messages named by how grave a problem of a course file is."""

from typing import get_args

from tutor.domain.problem import Severity

BY_GRAVITY: dict[str, tuple[str, ...]] = {
    "author.preview.*s": get_args(Severity),
    "check.severity.*": get_args(Severity),
    "cli.check.sum.*": get_args(Severity),
}
"""Ids put together at run time, and what stands for the star."""
