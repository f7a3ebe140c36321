"""What the reference files of a course say: its head, its facts, who speaks."""

from datetime import date
from typing import Literal

from pydantic import Field

from tutor.domain.value import Value


class Track(Value):
    """A way through the lessons."""

    id: str
    titre: str
    lecons: tuple[str, ...]
    test: str = ""
    """The placement test that comes before them, if any: a bank."""


class CourseHead(Value):
    """`content/cours.toml`."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    titre: str
    version: str
    date_version: date | None = None
    """The day of this version."""
    langue: Literal["fr", "en"] = "fr"
    referentiel: str = Field(pattern=r"^[A-Za-z0-9_-]+$")
    parcours: tuple[Track, ...] = ()


class Fact(Value):
    """A dated statement, its status and where it stands."""

    enonce: str
    statut: Literal["règle", "usage", "débat", "étude"]
    source: str
    lieu: str
    dossier: tuple[str, ...] = ()
    niveau: str = ""
    au: date
    valide_jusqu_au: date | None = None


class Source(Value):
    """Who speaks, when, in what kind of text and from where."""

    auteur: str
    titre: str
    nature: str
    date: date
    parle_depuis: str = ""
    adresse: str = ""
    niveau: str = ""


class Misconception(Value):
    """A mistaken belief that distractors embody, with its correction."""

    code: str
    title: str
    correction: str


class AskedQuestion(Value):
    """A question interns ask, an answer to it, and the lessons that say more."""

    id: str
    question: str
    answer: str
    lessons: tuple[str, ...]
    line: int = 1


class Event(Value):
    """A dated row of the timeline."""

    day: date
    change: str
    fact: str
