"""What somebody wants a report on: files, and the part of them that counts."""

from pathlib import Path
from typing import NamedTuple

LEAST_GROUP = 5
"""The smallest group shown unless told otherwise, in people."""
FLOOR = 3
"""The smallest that may be asked for: in a pair, each knows the other's answers."""


class Asked(NamedTuple):
    """What somebody wants a report on."""

    paths: tuple[str, ...]
    """Files, folders, archives or patterns."""
    least_group: int = LEAST_GROUP
    roster: Path | None = None
    promotion: str | None = None
    learner: str | None = None
    """The pseudonym of one intern, for a report on them."""
    key: Path | None = None
    """The file of the private key that opens sealed bundles."""
