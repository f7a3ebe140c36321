"""Say each kind of question of the tutor with what GIFT and Moodle XML have."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from tutor.domain.course import Reflection
from tutor.domain.prose import Listing, Paragraph, Prose, Span, Table, Text, plain
from tutor.domain.question import (
    Asked,
    Choice,
    Concordance,
    Matching,
    Option,
    Ordering,
    Relay,
    ShortAnswer,
)
from tutor.interop.exchange import Entry, EntryKind, Reply
from tutor.interop.labels import labels_of
from tutor.interop.legal_fractions import shares
from tutor.locale import say
from tutor.services.wording import SHOWN_SCALE, votes_text

_FULL = Fraction(100)
_NONE = Fraction(0)
_HALF = Fraction(-50)
ANYTHING = "*"
"""What a short answer nobody foresaw is called in Moodle."""


def entry_of_choice(question: Choice) -> Entry | None:
    """Return a QRU, QRM, QRP or QRPL as a choice, or None with too many right ones.

    A wrong tick costs half the mark of a QRM, what its first discordance costs; of a
    QRP and a QRPL, the place it takes; and all where it is `inacceptable`.
    """
    right = len(question.expected)
    if question.kind == "qru":
        given = [_FULL]
    elif (found := shares(right)) is None:
        return None
    else:
        given = found
    worth = iter(given)
    replies = tuple(
        Reply(
            option.text,
            next(worth) if option.right else _cost(question, option, given),
            option.feedback,
        )
        for option in question.options
    )
    last = any(option.last for option in question.options)
    lost = [
        *(["discordances"] if question.kind == "qrm" else []),
        *(["announced"] if question.kind in {"qrp", "qrpl"} else []),
        *(["indispensable"] if any(o.indispensable for o in question.options) else []),
        *(["uneven"] if len(set(given)) > 1 else []),
        *(["last"] if last else []),
    ]
    entry = _entry("choice", question, question.kind, lost)
    single = question.kind == "qru"
    return entry.build(replies=replies, single=single, shuffled=not last)


def _cost(question: Choice, option: Option, given: list[Fraction]) -> Fraction:
    """Return what ticking a wrong option is worth."""
    if question.kind == "qru":
        return _NONE
    if option.inacceptable:
        return -_FULL
    return _HALF if question.kind == "qrm" else -given[-1]


def entry_of_short(question: ShortAnswer) -> Entry:
    """Return a QROC as a short answer, what is said to any other one at the end."""
    replies = [
        Reply((Span(text=each.text),), _FULL if each.right else _NONE, each.feedback)
        for each in question.known
    ]
    if question.other_feedback:
        anything = (Span(text=ANYTHING),)
        replies.append(Reply(anything, _NONE, question.other_feedback))
    entry = _entry("short", question, "qroc", ["folding"])
    return entry.build(replies=tuple(replies))


def entry_of_matching(question: Matching) -> Entry:
    """Return an appariement as a matching."""
    has_looks = any(
        span.bold or span.italic or span.code
        for pair in question.pairs
        for span in pair.right
    )
    pairs = tuple((pair.left, pair.right) for pair in question.pairs)
    lost = ["looks"] if has_looks else []
    return _entry("matching", question, "appariement", lost).build(pairs=pairs)


def entry_of_ordering(question: Ordering) -> Entry:
    """Return an ordre as a matching of each thing with its rank."""
    ranks = enumerate(question.items_in_order, 1)
    pairs = tuple((text, (Span(text=str(rank)),)) for rank, text in ranks)
    return _entry("matching", question, "ordre", ["neighbours"]).build(pairs=pairs)


def entry_of_relay(question: Relay) -> Entry:
    """Return a relais as an essay, what the message should carry in its feedback."""
    atoms = [
        (Span(text=say("exchange.indispensable", text=plain(atom.text))),)
        if atom.indispensable
        else atom.text
        for atom in question.atoms
    ]
    told: Prose = (_titled(say("exchange.atoms")), _list(atoms))
    return _entry("essay", question, "relais", ["relay"], told).build()


def entry_of_concordance(question: Concordance) -> Entry:
    """Return a TCS as an essay: its vignettes in a table, its votes in the feedback."""
    said = (
        say("play.table.hypothesis", text="…"),
        say("play.table.news", text="…"),
    )
    header = tuple((Span(text=each),) for each in said)
    rows = tuple((row.hypothesis, row.news) for row in question.rows)
    scale = say("exchange.scale", scale=", ".join(SHOWN_SCALE))
    votes = [
        (Span(text=f"{plain(row.hypothesis)} → {votes_text(row.votes)}"),)
        for row in question.rows
        if row.votes
    ]
    told: Prose = (_titled(say("exchange.votes")), _list(votes)) if votes else ()
    entry = _entry("essay", question, "tcs", ["panel"], told)
    table = Table(header=header, rows=rows)
    stem = (*question.stem, table, Paragraph(text=(Span(text=scale),)))
    return entry._replace(stem=stem).build()


def entry_of_reflection(card: Reflection) -> Entry:
    """Return a reflection as an essay, its leads in the feedback."""
    general = tuple(Paragraph(text=lead) for lead in card.leads)
    return Entry(
        "essay",
        card.stem,
        card.id,
        card.id,
        general=general,
        tags=("type:reflexion", *card.items),
        line=card.line,
        lost=("condition",) if card.depends else (),
    )


class _Begun(NamedTuple):
    """What every question has, whatever its kind."""

    kind: EntryKind
    question: Asked
    label: str
    lost: tuple[str, ...]
    general: Prose
    stem: Prose

    def build(
        self,
        *,
        replies: tuple[Reply, ...] = (),
        pairs: tuple[tuple[Text, Text], ...] = (),
        single: bool = True,
        shuffled: bool = True,
    ) -> Entry:
        """Return the entry with what its kind adds."""
        question = self.question
        return Entry(
            self.kind,
            self.stem,
            question.id,
            question.id,
            replies=replies,
            pairs=pairs,
            general=self.general,
            hints=question.hints,
            single=single,
            shuffled=shuffled,
            grade=question.points,
            tags=labels_of(question, self.label),
            line=question.line,
            lost=self.lost,
        )


def _entry(
    kind: EntryKind,
    question: Asked,
    label: str,
    lost: Iterable[str],
    told: Prose = (),
) -> _Begun:
    """Begin an entry: its feedback is what is told, the explanation, the source."""
    general = list(told)
    if question.explanation:
        general.append(Paragraph(text=question.explanation))
    if question.source:
        name = Span(text=SOURCE, bold=True)
        general.append(Paragraph(text=(name, Span(text=" "), *question.source)))
    found = (*lost, *(["hints"] if question.hints else []))
    return _Begun(kind, question, label, found, tuple(general), question.stem)


SOURCE = "Source"
"""The word before the source, as the course files write it in either language."""


def _titled(words: str) -> Paragraph:
    """Return a line that announces a list."""
    return Paragraph(text=(Span(text=words, bold=True),))


def _list(texts: Iterable[Text]) -> Listing:
    """Return texts as a list."""
    return Listing(items=tuple((Paragraph(text=text),) for text in texts))
