"""Small values that tests of every layer share."""

from datetime import UTC, date, datetime, timedelta

from tutor.domain.answer import AnswerGiven
from tutor.domain.prose import Paragraph, Prose, Span, Text
from tutor.domain.question import (
    Atom,
    Choice,
    ChoiceKind,
    Concordance,
    KnownAnswer,
    Matching,
    Option,
    Ordering,
    Pair,
    Relay,
    ShortAnswer,
    Vignette,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class StoppedClock:
    """A clock that moves only when told to; local time is UTC."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment it shows."""
        return self.moment

    def local_day(self, moment: datetime) -> date:
        """Return the UTC day of a moment."""
        return moment.astimezone(UTC).date()

    def forward(self, **by: float) -> None:
        """Move on, by days, hours, seconds."""
        self.moment += timedelta(**by)


def words(text: str) -> Text:
    """Return plain text."""
    return (Span(text=text),)


def stem(text: str = "Que faites-vous ?") -> Prose:
    """Return a stem of one paragraph."""
    return (Paragraph(text=words(text)),)


def choice(
    kind: ChoiceKind = "qru", marks: str = "x--", name: str = "q-1", **more: object
) -> Choice:
    """Return a choice question.

    Args:
        kind: qru, qrm, qrp or qrpl.
        marks: one letter an option: `x` right, `X` right and indispensable, `-`
            wrong, `!` wrong and unacceptable.
        name: its id.
        **more: any other field.
    """
    options = tuple(
        Option(
            text=words(f"option {number}"),
            right=mark in "xX",
            feedback=words(f"raison {number}"),
            indispensable=mark == "X",
            inacceptable=mark == "!",
        )
        for number, mark in enumerate(marks)
    )
    fields = {"id": name, "kind": kind, "stem": stem(), "options": options}
    return Choice.model_validate({**fields, **more})


def short_answer(
    right: tuple[str, ...] = ("messagerie sécurisée",),
    wrong: tuple[str, ...] = ("courriel",),
    name: str = "q-mots",
    **more: object,
) -> ShortAnswer:
    """Return a QROC with accepted and known wrong wordings."""
    known = (
        *(KnownAnswer(text=text, right=True) for text in right),
        *(KnownAnswer(text=text, right=False) for text in wrong),
    )
    fields = {"id": name, "stem": stem(), "known": known}
    return ShortAnswer.model_validate({**fields, **more})


def answer(**fields: object) -> AnswerGiven:
    """Return a stored answer: a right QRU, unless told otherwise."""
    usual: dict[str, object] = {
        "id": "0" * 32,
        "course": "petit-cours",
        "question": "q-1",
        "key_hash": "0" * 16,
        "kind": "qru",
        "items": ("C5.N.1",),
        "response": [0],
        "credit": 1.0,
        "certainty": 2,
        "at": NOON,
        "seconds": 12.0,
        "run": "1" * 32,
    }
    return AnswerGiven.model_validate({**usual, **fields})


def concordance(
    *votes: tuple[int, int, int, int, int] | None,
    name: str = "q-tcs",
    scored: bool = True,
    **more: object,
) -> Concordance:
    """Return a TCS with one row for each set of votes."""
    rows = tuple(
        Vignette(hypothesis=words(f"piste {n}"), news=words("un fait"), votes=each)
        for n, each in enumerate(votes, 1)
    )
    fields = {"id": name, "stem": stem(), "rows": rows, "scored": scored}
    return Concordance.model_validate({**fields, **more})


def matching(
    *pairs: tuple[str, str], name: str = "q-paires", **more: object
) -> Matching:
    """Return an appariement: three pairs, unless told otherwise."""
    usual = (("CPTS", "territoire"), ("MSP", "patientèle"), ("DAC", "appui"))
    rows = tuple(
        Pair(left=words(left), right=words(right)) for left, right in pairs or usual
    )
    fields = {"id": name, "stem": stem(), "pairs": rows}
    return Matching.model_validate({**fields, **more})


def ordering(*texts: str, name: str = "q-ordre", **more: object) -> Ordering:
    """Return an ordre: four things, unless told otherwise."""
    usual = ("voir", "appeler", "écrire", "revoir")
    fields = {
        "id": name,
        "stem": stem(),
        "items_in_order": tuple(map(words, texts or usual)),
    }
    return Ordering.model_validate({**fields, **more})


def relay(*atoms: str, name: str = "q-relais", **more: object) -> Relay:
    """Return a relais.

    Args:
        *atoms: each a name, `!` before it where nobody may leave it out, and after a
            colon its wordings separated by commas; the name is a wording if alone.
        name: its id.
        **more: any other field.
    """
    made = []
    for atom in atoms or ("!poids", "fille", "appel"):
        called, _, wordings = atom.removeprefix("!").partition(":")
        made.append(
            Atom(
                name=called,
                text=words(f"le {called}"),
                words=tuple(wordings.split(",")) if wordings else (called,),
                feedback=words(f"sans {called}"),
                indispensable=atom.startswith("!"),
            )
        )
    fields = {"id": name, "stem": stem(), "atoms": tuple(made)}
    return Relay.model_validate({**fields, **more})
