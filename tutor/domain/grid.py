"""A faculty's own grid in the place of a course's framework, and what feeds it.

Answers keep the codes of the course for ever; a grid says which of them tell of each of
its items. A position is taken on an item of the grid itself: it is stored under the
identifier of that item, so that two grids whose codes are alike never mix.
"""

from typing import Literal

from pydantic import Field
from typing_extensions import override

from tutor.domain.framework import Competence, Framework, Item, Level
from tutor.domain.value import Value

CODE = r"^\w[\w.-]{0,39}$"
"""A code is typed on a command line and names files."""


class GridItem(Item):
    """An item of a grid, and the codes of the course that tell of it."""

    code: str = Field(pattern=CODE)
    identifier: str
    """What its positions are stored under: its CASE identifier, or our own code where
    the identifier is that of an item of the course."""
    sources: tuple[str, ...] = ()

    @property
    @override
    def key(self) -> str:
        """What a position on the item is stored under."""
        return self.identifier

    @property
    @override
    def feeds(self) -> frozenset[str]:
        """The codes of the course whose questions tell of the item."""
        return frozenset(self.sources)


class GridCompetence(Competence):
    """A competency of a grid."""

    code: str = Field(pattern=CODE)
    identifier: str
    """What its positions are stored under, as for an item."""
    item: tuple[GridItem, ...] = ()

    @property
    @override
    def key(self) -> str:
        """What a position on the competency is stored under."""
        return self.identifier

    @property
    @override
    def names(self) -> frozenset[str]:
        """No block of the course names a competency of a grid."""
        return frozenset()


class Grid(Value):
    """A grid for one course, as the person's folder keeps it."""

    format: Literal[1] = 1
    course: str
    """The id of the course it is for."""
    titre: str
    niveaux: tuple[Level, ...] = ()
    competence: tuple[GridCompetence, ...] = Field(min_length=1)

    @property
    def framework(self) -> Framework:
        """The grid as everything that asks for a framework sees it."""
        return Framework(
            id=self.course,
            titre=self.titre,
            niveaux=self.niveaux,
            competence=self.competence,
        )
