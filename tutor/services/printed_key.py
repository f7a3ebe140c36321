"""The key of a printed sheet: answers, reasons, explanation and source."""

from collections.abc import Sequence

from tutor.domain.course import Reflection, SelfRating
from tutor.domain.prose import Paragraph, Text, plain
from tutor.domain.question import Choice, Concordance, Ordering, Question, ShortAnswer
from tutor.locale import say
from tutor.services.answer_key import KeyLine, key_of, names
from tutor.services.markdown_text import escaped, line_of

LONGEST_NAME = 60
"""Characters of a prompt by which the key calls a card that has no number."""


def printed_key(question: Question, number: int, order: Sequence[int]) -> list[str]:
    """Return the key of a question as blocks of CommonMark.

    Args:
        question: any question.
        number: its number on the sheet.
        order: source positions in the order they are printed.
    """
    lines = key_of(question, order)
    head = f"**{say('author.sheet.question', number=number)}**"
    if letters := _letters(question, lines, order):
        head = f"{head} {say('author.sheet.right', letters=', '.join(letters))}"
    blocks = [head, printed_lines(question, lines)]
    for name, text in (
        ("explanation", question.explanation),
        ("source", question.source),
    ):
        if text:
            blocks.append(_worded(name, text))
    return blocks


def printed_lines(question: Question, lines: Sequence[KeyLine]) -> str:
    """Return the lines of a key as a list.

    Args:
        question: what they are the key of; of some kinds each line is right or wrong.
        lines: as `key_of` gives them.
    """
    judges = isinstance(question, Choice | ShortAnswer)
    return "\n".join(f"- {_line(line, judges=judges)}" for line in lines)


def printed_card(card: SelfRating | Reflection | Concordance) -> list[str]:
    """Return what an author adds to a card, as blocks of CommonMark.

    Args:
        card: a scale, a prompt or a TCS without a panel; without leads, proof or
            votes it has nothing in the key.
    """
    blocks: list[str] = []
    match card:
        case Reflection():
            blocks = [_worded("leads", text) for text in card.leads if text]
        case SelfRating():
            blocks = [_worded("proof", card.proof)] if card.proof else []
        case Concordance():
            voted = any(row.votes for row in card.rows) or card.reasons
            blocks = [printed_lines(card, key_of(card, ()))] if voted else []
    if not blocks:
        return []
    stem = [block for block in card.stem if isinstance(block, Paragraph)]
    words = plain(stem[0].text) if stem else card.id
    short = words if len(words) <= LONGEST_NAME else f"{words[: LONGEST_NAME - 1]}…"
    return [f"*{escaped(say('author.sheet.card', text=short))}*", *blocks]


def _letters(
    question: Question, lines: Sequence[KeyLine], order: Sequence[int]
) -> list[str]:
    """Return the letters to write: those that are right, or all in the right order."""
    if isinstance(question, Choice):
        return [line.label.upper() for line in lines if line.is_right]
    if not isinstance(question, Ordering):
        return []
    places = dict(zip(order, names(question), strict=True))
    return [places[rank].upper() for rank in range(len(places))]


def _line(line: KeyLine, *, judges: bool) -> str:
    """Return one line of a key."""
    label = f"**{line.label.upper()}.**" if line.label else ""
    sign = ("✓" if line.is_right else "✗") if judges else ""
    text = line_of(line.text, inside=bool(sign or label))
    tags = f"({escaped(', '.join(line.tags))})" if line.tags else ""
    said = " ".join(filter(None, [sign, label, text, tags]))
    if not line.why:
        return said
    return say("author.sheet.why", text=said, why=line_of(line.why, inside=True))


def _worded(name: str, text: Text) -> str:
    """Return a text behind its word."""
    return say(f"play.{name}", text=line_of(text, inside=True))
