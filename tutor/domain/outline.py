"""What a faculty's file says of its grid, before anything of the course is tied to it."""

from collections.abc import Iterator
from typing import NamedTuple

from tutor.domain.notice import Notice


class Branch(NamedTuple):
    """A competency, a level, a heading or an item of a grid, with what lies under it."""

    identifier: str
    """Its UUID, in lower case."""
    code: str
    """As the file writes it, without what cannot be printed; empty where it has none."""
    text: str
    kind: str = ""
    """What the file calls it, such as « Niveau »."""
    trace: str = ""
    keywords: tuple[str, ...] = ()
    branches: tuple["Branch", ...] = ()

    def leaves(self) -> Iterator["Branch"]:
        """Yield what nothing lies under, in order; itself where that is so."""
        if not self.branches:
            yield self
        for each in self.branches:
            yield from each.leaves()


class Outline(NamedTuple):
    """A grid as a tree."""

    title: str
    creator: str
    tops: tuple[Branch, ...]
    """What lies under nothing else: the competencies."""
    remarks: tuple[Notice, ...] = ()
    """What was passed over, and why."""


class Tie(NamedTuple):
    """A line of the table that ties a grid to the items of a course."""

    line: int
    """From 1; of a TOML file, the number of the pair."""
    theirs: str
    """A code or an identifier of the grid."""
    ours: str
    """A code of the course: an item, or a competency for all its items."""
