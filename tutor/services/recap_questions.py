"""A question in a recap: what it asks, what was expected, and why."""

from collections.abc import Iterable, Iterator

from tutor.domain.prose import Listing, Paragraph, ProseBlock, Span, Text
from tutor.domain.question import (
    Choice,
    Concordance,
    Ordering,
    Question,
    ShortAnswer,
    Vignette,
)
from tutor.locale import say
from tutor.locale.pieces import semicolon
from tutor.services.answer_key import VALUES, key_of, names
from tutor.services.trace_facts import asked_in_a_line

MOST_WORDINGS = 3
"""Accepted wordings named; the first one is what the author would write."""


def known_question(question: Question) -> Listing:
    """Return a question the person has answered: its key, and why.

    Args:
        question: as the course has it now.
    """
    lines = [Paragraph(text=(Span(text=asked_in_a_line(question.stem), bold=True),))]
    right = _joined(_right(question))
    inside: list[Text] = [(Span(text=say("reading.recap.right")), *right)]
    if why := _why(question):
        inside.append((Span(text=say("reading.recap.why")), *why))
    return Listing(items=((*lines, listed(inside)),))


def hidden_question(question: Question) -> Listing:
    """Return a question the person has not answered, without its key."""
    asked = asked_in_a_line(question.stem)
    return listed([(Span(text=say("reading.recap.hidden", asked=asked)),)])


def listed(texts: Iterable[Text]) -> Listing:
    """Return texts as a list."""
    return Listing(items=tuple((Paragraph(text=text),) for text in texts))


def said(text: str) -> Paragraph:
    """Return words as a paragraph."""
    return Paragraph(text=(Span(text=text),))


def merged(blocks: Iterable[ProseBlock]) -> Iterator[ProseBlock]:
    """Yield blocks, neighbouring lists without numbers as one.

    Args:
        blocks: in their order.
    """
    waiting: Listing | None = None
    for block in blocks:
        if isinstance(block, Listing) and not block.ordered:
            earlier = waiting.items if waiting is not None else ()
            waiting = Listing(items=(*earlier, *block.items))
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield block
    if waiting is not None:
        yield waiting


def _why(question: Question) -> Text:
    """Return the explanation; without one, what is said of each right part."""
    if question.explanation:
        return question.explanation
    match question:
        case Choice():
            texts = [each.feedback for each in question.options if each.right]
        case ShortAnswer():
            texts = [each.feedback for each in question.known if each.right][:1]
        case _:
            texts = []
    spans: list[Span] = []
    for text in texts:
        spans += [Span(text=" ")] if spans and text else []
        spans += text
    return tuple(spans)


def _right(question: Question) -> Iterator[Text]:
    """Yield what makes an answer right."""
    if isinstance(question, Concordance):
        yield from map(_most_voted, question.rows)
        return
    order = range(len(names(question)))
    lines = [line for line in key_of(question, order) if line.is_right]
    most = MOST_WORDINGS if isinstance(question, ShortAnswer) else len(lines)
    for line in lines[:most]:
        is_rank = isinstance(question, Ordering)
        yield (Span(text=f"{line.label}. "), *line.text) if is_rank else line.text


def _most_voted(row: Vignette) -> Text:
    """Return a vignette of a TCS with the value most of the panel gave."""
    votes = row.votes or (0,) * len(VALUES)
    best = Span(text=f" → {VALUES[votes.index(max(votes))]}")
    return (*row.hypothesis, best)


def _joined(texts: Iterable[Text]) -> Text:
    """Return texts in one line, a semicolon between them."""
    spans: list[Span] = []
    for text in texts:
        spans += [Span(text=semicolon())] if spans else []
        spans += [*text[:-1], _bare(text[-1])] if text else []
    return tuple(spans)


def _bare(span: Span) -> Span:
    """Return the end of a text as part of a sentence, without a full stop."""
    return span.model_copy(update={"text": span.text.removesuffix(".")})
