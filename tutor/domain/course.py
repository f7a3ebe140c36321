"""Lessons, dossiers, banks and the reference files that hold them together."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, TypeGuard

from pydantic import Field

from tutor.domain.conditional import Conditional
from tutor.domain.framework import Framework
from tutor.domain.prose import Prose, Text
from tutor.domain.question import Asked, Concordance, Question
from tutor.domain.reference import (
    AskedQuestion,
    CourseHead,
    Event,
    Fact,
    Misconception,
    Source,
)
from tutor.domain.value import Value

MISSIONS = ("acces", "parcours", "prevention", "crise", "qualite", "accompagnement")
PHASES = ("socle", "approfondissement", "consolidation")


UnitKind = Literal["lesson", "bank", "survey"]
"""A lesson of `content/`, a bank of `quizzes/`, or `content/enquete.md`."""


class Passage(Value):
    """Running text."""

    kind: Literal["passage"] = "passage"
    blocks: Prose
    line: int = 1


class Callout(Conditional):
    """A text set apart: neutral, disputed, official rule or local custom."""

    kind: Literal["note", "debat", "regle", "usage"]
    id: str | None = None
    facts: tuple[str, ...] = ()
    blocks: Prose
    line: int = 1


class SelfRating(Conditional):
    """A scale on which the learner places themself; never scored."""

    kind: Literal["autoeval"] = "autoeval"
    id: str
    stem: Prose
    items: tuple[str, ...] = ()
    scale: tuple[Text, ...] = Field(min_length=2)
    proof: Text = ()
    """What would show it, from the author's « Preuve »."""
    line: int = 1


class Reflection(Conditional):
    """A prompt for free text; never scored, kept on the machine."""

    kind: Literal["reflexion"] = "reflexion"
    id: str
    stem: Prose
    items: tuple[str, ...] = ()
    leads: tuple[Text, ...] = ()
    """Leads shown after writing, from the author's « Pistes »."""
    line: int = 1


class LocalField(Value):
    """One line of a directory that a person fills with local names."""

    key: str
    label: Text
    words: tuple[str, ...] = ()
    """The words of the course beside which its value is shown."""
    help: Text = ()


class Directory(Conditional):
    """Who is who around the learner; filled by them, kept on the machine."""

    kind: Literal["annuaire"] = "annuaire"
    id: str
    stem: Prose
    fields: tuple[LocalField, ...] = Field(min_length=1)
    line: int = 1


class Draw(Value):
    """Questions drawn from a bank when the lesson is played."""

    kind: Literal["questions"] = "questions"
    bank: str
    count: int = Field(ge=1, le=50)
    items: tuple[str, ...] = ()
    """Only questions on one of these items, where any is named."""
    missions: tuple[str, ...] = ()
    """Only questions on one of these missions, where any is named."""
    seed: int | None = None
    """The same draw for everyone; by default each run draws its own."""
    line: int = 1

    def takes(self, question: Question) -> bool:
        """Return whether a question fits and rests on no message of its own bank."""
        items, missions = set(self.items), set(self.missions)
        on_item = not items or not items.isdisjoint(question.items)
        on_mission = not missions or not missions.isdisjoint(question.missions)
        return on_item and on_mission and not question.depends


Part = Annotated[
    Passage | Callout | SelfRating | Reflection | Directory | Draw | Question,
    Field(discriminator="kind"),
]


class Step(Value):
    """One step of a dossier, hidden until the step before is answered."""

    title: Text
    parts: tuple[Part, ...]
    line: int = 1


class Dossier(Value):
    """A case told in steps: dossier progressif, or KFP with its key features."""

    kind: Literal["dossier", "kfp"]
    id: str
    title: Text
    items: tuple[str, ...] = ()
    opening: tuple[Part, ...] = ()
    """What is read before the first step."""
    steps: tuple[Step, ...]
    line: int = 1

    @property
    def parts(self) -> tuple[Part, ...]:
        """All blocks in order, those before the first step included."""
        return (*self.opening, *(part for step in self.steps for part in step.parts))

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order, those asked before the first step included."""
        return questions_in(self.parts)


class Person(Value):
    """Who reviewed a file, and from which profession."""

    nom: str
    profession: str = ""


class Panel(Value):
    """The experts whose votes score the TCS of a file."""

    date: date
    effectif: int = Field(ge=1)
    professions: tuple[str, ...]


class FrontMatter(Value):
    """The head of a course file, by the names teachers write."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    titre: str = Field(min_length=1)
    langue: Literal["fr", "en"] = "fr"
    version: str = Field(default="1.0.0", pattern=r"^\d+\.\d+\.\d+$")
    duree_min: int | None = Field(default=None, ge=1, le=600)
    phase: tuple[Literal["socle", "approfondissement", "consolidation"], ...] = ()
    prerequis: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    auteurs: tuple[str, ...] = ()
    relecteurs: tuple[Person, ...] = ()
    panel: Panel | None = None
    valide_jusqu_au: date | None = None


class Unit(Value):
    """One course file: a lesson, a bank, or the survey."""

    kind: UnitKind
    head: FrontMatter
    path: str
    """As given, else relative to the course."""
    parts: tuple[Part | Dossier, ...]

    @property
    def id(self) -> str:
        """The stable id of the file."""
        return self.head.id

    @property
    def title(self) -> str:
        """The title a person reads."""
        return self.head.titre

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The dossiers of the file, in order."""
        return tuple(part for part in self.parts if isinstance(part, Dossier))

    @property
    def blocks(self) -> tuple[Part, ...]:
        """All blocks and passages in order, those inside dossiers included."""
        found: list[Part] = []
        for part in self.parts:
            found.extend(part.parts if isinstance(part, Dossier) else (part,))
        return tuple(found)

    @property
    def draws(self) -> tuple[Draw, ...]:
        """The draws of the file in order, those inside dossiers included."""
        return tuple(part for part in self.blocks if isinstance(part, Draw))

    @property
    def loose_questions(self) -> tuple[Question, ...]:
        """The questions that stand outside dossiers, in order."""
        return questions_in(tuple(p for p in self.parts if not isinstance(p, Dossier)))

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the file, in order."""
        found: list[Question] = []
        for part in self.parts:
            if isinstance(part, Dossier):
                found.extend(part.questions)
            else:
                found.extend(questions_in((part,)))
        return tuple(found)


class Course(Value):
    """Everything a folder with `content/` and `quizzes/` says."""

    head: CourseHead
    framework: Framework
    units: tuple[Unit, ...]
    facts: dict[str, Fact]
    sources: dict[str, Source]
    glossary: dict[str, str]
    misconceptions: dict[str, Misconception]
    timeline: tuple[Event, ...] = ()
    asked: tuple[AskedQuestion, ...] = ()
    """The questions interns ask, in the order of their file."""

    def facts_named(self, codes: Iterable[str]) -> dict[str, Fact]:
        """Return the facts that codes stand for, by their id.

        Args:
            codes: ids of facts, or codes of the research dossiers that facts carry.
        """
        wanted = set(codes)
        return {
            name: fact
            for name, fact in self.facts.items()
            if name in wanted or not wanted.isdisjoint(fact.dossier)
        }

    @property
    def lessons(self) -> tuple[Unit, ...]:
        """The lessons in file order."""
        return tuple(unit for unit in self.units if unit.kind == "lesson")

    @property
    def banks(self) -> tuple[Unit, ...]:
        """The banks in file order."""
        return tuple(unit for unit in self.units if unit.kind == "bank")


def is_scored(part: "Part | Dossier") -> TypeGuard[Question]:
    """Return whether a part is a question that earns credit.

    A TCS without a named panel is a reflection card: it asks, and scores nothing.
    """
    if isinstance(part, Concordance):
        return part.scored
    return isinstance(part, Asked)


def questions_in(parts: tuple[Part, ...]) -> tuple[Question, ...]:
    """Return the scored questions among parts, in order."""
    return tuple(part for part in parts if is_scored(part))
