"""A competency framework: competence, level, item, expected trace, phase."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from tutor.domain.value import Value

if TYPE_CHECKING:
    from tutor.domain.answer import Positioning

Wording = Literal["officielle", "reformulée", "de travail"]
ITEM_CODE = r"^[A-Z]+\d+\.[A-Z]+\.\d+$"


class Level(Value):
    """A level of the framework, such as N for novice."""

    code: str
    nom: str


class Item(Value):
    """One thing a person learns to do, with the trace expected of it."""

    code: str = Field(pattern=ITEM_CODE)
    niveau: str
    texte: str
    trace: str = ""
    phase: str = ""

    @property
    def key(self) -> str:
        """What a position on the item is stored under."""
        return self.code

    @property
    def feeds(self) -> frozenset[str]:
        """The codes of the course whose questions tell of the item."""
        return frozenset({self.code})


class Competence(Value):
    """A competency and its items."""

    code: str
    nom: str
    source: str
    formulation: Wording
    item: tuple[Item, ...] = ()

    @property
    def key(self) -> str:
        """What a position on the competency is stored under."""
        return self.code

    @property
    def names(self) -> frozenset[str]:
        """The codes of the course that name the competency itself."""
        return frozenset({self.code})

    @property
    def feeds(self) -> frozenset[str]:
        """The codes of the course whose questions tell of one of its items."""
        return frozenset().union(*(item.feeds for item in self.item))


class Framework(Value):
    """A whole framework, as `content/referentiels/*.toml` holds it."""

    id: str
    titre: str
    niveaux: tuple[Level, ...]
    competence: tuple[Competence, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the file."""
        return tuple(item for each in self.competence for item in each.item)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all items."""
        return frozenset(item.code for item in self.items)

    def competence_of(self, code: str) -> Competence | None:
        """Return the competency an item code belongs to, if any."""
        for each in self.competence:
            if any(item.code == code for item in each.item):
                return each
        prefix = code.partition(".")[0]
        return next((each for each in self.competence if each.code == prefix), None)

    def feeds(self, code: str) -> frozenset[str]:
        """Return the codes of the course that tell of an item or a competency, or name it.

        Args:
            code: of either; one the framework does not have is told of by nothing.
        """
        found = {item.code: item.feeds for item in self.items}
        found |= {each.code: each.feeds | each.names for each in self.competence}
        return found.get(code, frozenset())

    def met_by(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return what codes of the course tell of here, each once.

        Args:
            codes: of items and competencies, as blocks of the course name them.
        """
        met = self.met
        found = (each for code in codes for each in met.get(code, ()))
        return tuple(dict.fromkeys(found))

    @property
    def met(self) -> dict[str, list[str]]:
        """For each code of the course, the items it tells of and the competency it names."""
        met: dict[str, list[str]] = {}
        for item in self.items:
            for code in item.feeds:
                met.setdefault(code, []).append(item.code)
        for competence in self.competence:
            for code in competence.names:
                met.setdefault(code, []).append(competence.code)
        return met

    def key_of(self, code: str) -> str:
        """Return what a position on an item or a competency is stored under.

        Args:
            code: of either, one of this framework.

        Raises:
            KeyError: the framework has no such code.
        """
        return {shown: key for key, shown in self._shown.items()}[code]

    def placed(self, positionings: "Iterable[Positioning]") -> "list[Positioning]":
        """Return the positions taken on this framework, by its own codes.

        Args:
            positionings: as they are stored; those taken on another one are left out.
        """
        shown = self._shown
        return [
            each.model_copy(update={"code": shown[each.code]})
            for each in positionings
            if each.code in shown
        ]

    @property
    def _shown(self) -> dict[str, str]:
        """The code of each item and competency by what its positions are stored under."""
        known: tuple[Item | Competence, ...] = (*self.competence, *self.items)
        return {each.key: each.code for each in known}
