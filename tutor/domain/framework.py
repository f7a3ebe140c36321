"""A competency framework: competence, level, item, expected trace, phase."""

from typing import Literal

from pydantic import Field

from tutor.domain.value import Value

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


class Competence(Value):
    """A competency and its items."""

    code: str
    nom: str
    source: str
    formulation: Wording
    item: tuple[Item, ...] = ()


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
        prefix = code.partition(".")[0]
        return next((each for each in self.competence if each.code == prefix), None)
