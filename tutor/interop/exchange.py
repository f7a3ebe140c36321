"""What GIFT and Moodle XML can both say of a question, between them and the tutor."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from tutor.domain.problem import Problem
from tutor.domain.prose import Prose, Text

EntryKind = Literal["choice", "short", "matching", "essay", "description"]


class Reply(NamedTuple):
    """One answer that is foreseen."""

    text: Text
    fraction: Fraction
    """What choosing it is worth, in hundredths: from −100 to 100."""
    feedback: Text = ()


class Category(NamedTuple):
    """Where questions stand in a question bank."""

    path: tuple[str, ...] = ()
    """Its name after those that hold it, without `$course$` and `top`."""
    id: str = ""
    """The id of the bank or dossier it was made of."""


NOWHERE = Category()


@dataclass(frozen=True)
class Entry:
    """One question, or a text between two."""

    kind: EntryKind
    stem: Prose
    name: str = ""
    id: str = ""
    """Its stable id, `idnumber` in Moodle."""
    category: Category = NOWHERE
    replies: tuple[Reply, ...] = ()
    """Of a choice or of a short answer."""
    pairs: tuple[tuple[Text, Text], ...] = ()
    """Of a matching; the right side loses its looks."""
    general: Prose = ()
    """The general feedback."""
    hints: tuple[Text, ...] = ()
    single: bool = True
    """Whether one option only may be ticked."""
    shuffled: bool = True
    grade: float = 1.0
    tags: tuple[str, ...] = ()
    line: int = 1
    lost: tuple[str, ...] = ()
    """Codes of what the form cannot say of it."""


class Read(NamedTuple):
    """What was read of a file, and what went wrong."""

    entries: list[Entry]
    problems: list[Problem]
    categories: tuple[Category, ...] = ()
    """All that are named, those without questions too."""


class Loss(NamedTuple):
    """Something that a form cannot say, and of which questions."""

    code: str
    """A message under `exchange.lost.`."""
    ids: tuple[str, ...]


class Exported(NamedTuple):
    """Questions in another form."""

    text: str
    losses: list[Loss]
    written: int
    """How many questions it holds, texts between them not counted."""
