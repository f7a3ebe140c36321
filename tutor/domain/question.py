"""The kinds of question, by the names French exams gave them."""

import hashlib
from collections.abc import Iterable
from typing import Annotated, Literal, assert_never

from pydantic import Field

from tutor.domain.conditional import Conditional
from tutor.domain.folding import fold
from tutor.domain.prose import Prose, Text, plain
from tutor.domain.value import Value

ChoiceKind = Literal["qru", "qrm", "qrp", "qrpl"]


class Option(Value):
    """One proposition of a choice question."""

    text: Text
    right: bool
    feedback: Text = ()
    """Why, for this option; required by `check` on every option."""
    indispensable: bool = False
    """Not ticking it brings the question to 0."""
    inacceptable: bool = False
    """Ticking it brings the question to 0."""
    last: bool = False
    """Stays last when options are shuffled (« aucune de ces réponses »)."""
    misconception: str | None = None
    """Code of the misconception this distractor embodies, such as IF-01."""


class Asked(Conditional):
    """What every question carries, whatever its kind."""

    id: str
    stem: Prose
    items: tuple[str, ...] = ()
    """Competency items, the primary one first."""
    missions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    lesson: str | None = None
    """The lesson it probes, in a placement test."""
    points: float = Field(default=1.0, gt=0)
    """Weight in the total shown at the end of a run, nowhere else."""
    asks_certainty: bool = True
    hints: tuple[Text, ...] = ()
    explanation: Text = ()
    source: Text = ()
    line: int = Field(default=1, ge=1)
    """Where the question starts in its file, from 1."""


class Choice(Asked):
    """Tick the right options: QRU, QRM, QRP or QRPL."""

    kind: ChoiceKind
    options: tuple[Option, ...] = Field(min_length=2)

    @property
    def expected(self) -> frozenset[int]:
        """The positions of the right options, from 0 in source order."""
        return frozenset(i for i, option in enumerate(self.options) if option.right)

    @property
    def most_ticks(self) -> int | None:
        """How many ticks are allowed at most, or None where it is open."""
        if self.kind == "qrm":
            return None
        return 1 if self.kind == "qru" else len(self.expected)


class KnownAnswer(Value):
    """A wording the author has foreseen for a QROC, right or wrong."""

    text: str
    right: bool
    feedback: Text = ()
    misconception: str | None = None


class ShortAnswer(Asked):
    """Type a few words: QROC."""

    kind: Literal["qroc"] = "qroc"
    known: tuple[KnownAnswer, ...] = Field(min_length=1)
    other_feedback: Text = ()
    """What to say to an answer nobody foresaw."""
    most_words: int | None = Field(default=None, ge=1)
    """Advice shown beside the field, never enforced."""

    @property
    def accepted(self) -> tuple[str, ...]:
        """The accepted wordings, in source order."""
        return tuple(answer.text for answer in self.known if answer.right)


Votes = tuple[int, int, int, int, int]
"""Panel members at −2, −1, 0, +1 and +2."""


class ProfessionVotes(Value):
    """How the members of one profession voted on a vignette."""

    profession: str
    votes: Votes


class Vignette(Value):
    """One row of a TCS: a hypothesis, what one then learns, and the votes."""

    hypothesis: Text
    news: Text
    votes: Votes | None = None
    """All members of the panel, or None where nobody voted."""
    by_profession: tuple[ProfessionVotes, ...] = ()
    """The same votes apart, where the author keeps them so."""


class PanelReason(Value):
    """What one member of a panel said of a value on the scale."""

    value: int = Field(ge=-2, le=2)
    text: Text


class Concordance(Asked):
    """Say how news changes a hypothesis: TCS, scored against a named panel only."""

    kind: Literal["tcs"] = "tcs"
    rows: tuple[Vignette, ...] = Field(min_length=1)
    reasons: tuple[PanelReason, ...] = ()
    scored: bool = False
    """True only where a real panel is named and every row has ten votes or more."""


class Pair(Value):
    """One row of an appariement: what stands on the left and what goes with it."""

    left: Text
    right: Text


class Matching(Asked):
    """Put each thing beside what goes with it: appariement."""

    kind: Literal["appariement"] = "appariement"
    pairs: tuple[Pair, ...] = Field(min_length=2)


class Ordering(Asked):
    """Put things in their order: ordre."""

    kind: Literal["ordre"] = "ordre"
    items_in_order: tuple[Text, ...] = Field(min_length=2)
    """In the right order, as the author wrote them."""


class Atom(Value):
    """One piece of information a hand-over message should carry."""

    name: str | None = None
    """What a later block calls it in `si` or `sinon`."""
    text: Text
    words: tuple[str, ...] = ()
    """Wordings that show it is there, compared folded."""
    feedback: Text = ()
    """What its absence costs."""
    indispensable: bool = False


class Relay(Asked):
    """Write the message another professional will have to act on: relais."""

    kind: Literal["relais"] = "relais"
    atoms: tuple[Atom, ...] = Field(min_length=1)


Question = Annotated[
    Choice | ShortAnswer | Concordance | Matching | Ordering | Relay,
    Field(discriminator="kind"),
]


def key_hash(question: Question) -> str:
    """Return the fingerprint of what makes an answer right (rules, 2).

    Stem, option texts and feedback stay out of it: mending a typo keeps progress.

    Args:
        question: any question.

    Returns:
        16 hexadecimal digits of SHA-256.
    """
    text = "\n".join([question.kind, *_marks(question)])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _marks(question: Question) -> list[str]:
    """Write what makes an answer right, part by part in source order."""
    match question:
        case Choice():
            return [_mark(option) for option in question.options]
        case ShortAnswer():
            signs = ["x" if answer.right else "-" for answer in question.known]
            folded = [fold(answer.text) for answer in question.known]
            return [sign + text for sign, text in zip(signs, folded, strict=True)]
        case Concordance():
            return [",".join(map(str, row.votes or ())) for row in question.rows]
        case Matching():
            lefts = _ranks(pair.left for pair in question.pairs)
            rights = _ranks(pair.right for pair in question.pairs)
            return [f"{one}-{other}" for one, other in zip(lefts, rights, strict=True)]
        case Ordering():
            return [str(rank) for rank in _ranks(question.items_in_order)]
        case Relay():
            ranks = _ranks(atom.text for atom in question.atoms)
            graves = ["i" if atom.indispensable else "-" for atom in question.atoms]
            return [f"{sign}{rank}" for sign, rank in zip(graves, ranks, strict=True)]
        case _:
            assert_never(question)


def _ranks(texts: Iterable[Text]) -> list[int]:
    """Return the place of each text in the alphabet of all, in source order.

    Where texts are the key, their order says what is right and which one a stored
    position means: it changes when lines are moved, exchanged, added or taken out,
    and stays when a typo is mended.
    """
    folded = [fold(plain(text)) for text in texts]
    alphabet = sorted(set(folded))
    return [alphabet.index(text) for text in folded]


def _mark(option: Option) -> str:
    """Write the marks of an option, one letter each."""
    mark = "x" if option.right else "-"
    return mark + "i" * option.indispensable + "n" * option.inacceptable
