"""The key of a question, line by line; the preview and the printed sheet lay it out."""

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from tutor.assessment.ordering import labels
from tutor.domain.prose import Span, Text
from tutor.domain.question import (
    Choice,
    Concordance,
    Matching,
    Ordering,
    Question,
    Relay,
    ShortAnswer,
    Vignette,
)
from tutor.locale import say

VALUES = ("−2", "−1", "0", "+1", "+2")


class KeyLine(NamedTuple):
    """One line of a key."""

    label: str
    """The letter, rank or pair it stands for; empty where it has none."""
    text: Text
    is_right: bool = True
    tags: tuple[str, ...] = ()
    """What weighs: indispensable, inacceptable, a misconception, wordings."""
    why: Text = ()
    """What the author says of it."""


def key_of(question: Question, order: Sequence[int]) -> list[KeyLine]:
    """Return what makes an answer right, and what is said of each part.

    Args:
        question: any question.
        order: source positions in the order they are shown, as `shown_order` gives.
    """
    match question:
        case Choice():
            return _of_choice(question, order)
        case ShortAnswer():
            return _of_short(question)
        case Concordance():
            return _of_concordance(question)
        case Matching():
            return _of_matching(question, order)
        case Ordering():
            texts = enumerate(question.items_in_order, 1)
            return [KeyLine(str(rank), text) for rank, text in texts]
        case Relay():
            return _of_relay(question)
        case _:
            assert_never(question)


def names(question: Question) -> list[str]:
    """Return what the parts of a question are called, as the screen shows them.

    Args:
        question: any question; one without parts to name gives none.
    """
    match question:
        case Choice():
            count = len(question.options)
        case Matching():
            count = len(question.pairs)
        case Ordering():
            count = len(question.items_in_order)
        case _:
            count = 0
    return labels(count)


def _of_choice(question: Choice, order: Sequence[int]) -> list[KeyLine]:
    """Return each option, right or wrong, in the order shown."""
    lines = []
    for label, position in zip(names(question), order, strict=True):
        option = question.options[position]
        tags = [
            *([say("play.tag.indispensable")] if option.indispensable else []),
            *([say("play.tag.inacceptable")] if option.inacceptable else []),
            *([option.misconception] if option.misconception else []),
        ]
        line = KeyLine(label, option.text, option.right, tuple(tags), option.feedback)
        lines.append(line)
    return lines


def _of_short(question: ShortAnswer) -> list[KeyLine]:
    """Return each wording the author has foreseen, then what is said to others."""
    lines = [
        KeyLine(
            "",
            (Span(text=known.text),),
            known.right,
            (known.misconception,) if known.misconception else (),
            known.feedback,
        )
        for known in question.known
    ]
    if question.other_feedback:
        other = (Span(text=say("author.key.other")),)
        lines.append(KeyLine("", other, is_right=False, why=question.other_feedback))
    return lines


def _of_matching(question: Matching, order: Sequence[int]) -> list[KeyLine]:
    """Return each left side with the letter of its right side."""
    letters = dict(zip(order, names(question), strict=True))
    return [
        KeyLine(
            f"{rank} → {letters[rank - 1]}",
            (*pair.left, Span(text=" → "), *pair.right),
        )
        for rank, pair in enumerate(question.pairs, 1)
    ]


def _of_relay(question: Relay) -> list[KeyLine]:
    """Return each piece of information, and the wordings that show it."""
    lines = []
    for rank, atom in enumerate(question.atoms, 1):
        tags = [say("play.tag.indispensable")] if atom.indispensable else []
        if atom.words:
            tags.append(say("author.key.words", words=", ".join(atom.words)))
        said = KeyLine(str(rank), atom.text, tags=tuple(tags), why=atom.feedback)
        lines.append(said)
    return lines


def _of_concordance(question: Concordance) -> list[KeyLine]:
    """Return how a panel voted on each vignette, then its reasons."""
    votes = [
        KeyLine("", row.hypothesis, tags=_votes(row, question.scored))
        for row in question.rows
    ]
    reasons = question.reasons
    return [*votes, *(KeyLine(VALUES[each.value + 2], each.text) for each in reasons)]


def _votes(row: Vignette, is_scored: bool) -> tuple[str, ...]:
    """Return how people voted on a vignette, value by value."""
    pairs = zip(VALUES, row.votes or (), strict=False)
    votes = ", ".join(f"{value}\u00a0:\u00a0{count}" for value, count in pairs)
    name = "play.panel" if is_scored else "play.panel.undocumented"
    return (say(name, votes=votes).rstrip("."),) if votes else ()
