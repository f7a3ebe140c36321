"""What a bundle holds, in words, one line a thing: for who is about to hand it over."""

from collections.abc import Iterator

from tutor.domain.bundle import (
    Bundle,
    HandedAnswer,
    HandedLesson,
    HandedPositioning,
    HandedSurvey,
    HandedWords,
)
from tutor.domain.clock import Clock
from tutor.locale import count, credit_text, numeric_date, say
from tutor.services.notes import on_one_line
from tutor.services.positions import value_text

Row = HandedAnswer | HandedLesson | HandedPositioning | HandedSurvey | HandedWords

SHOWN = 8
"""Digits of the random id that are shown; the file has them all."""


def leaving_lines(bundle: Bundle, clock: Clock) -> list[str]:
    """Return everything that leaves, one thing a line.

    Args:
        bundle: what is about to leave.
        clock: says on which local day things were done.
    """
    return [*head_lines(bundle), *_rows(bundle, clock)]


def head_lines(bundle: Bundle) -> list[str]:
    """Return who hands over, of which course, and last what they agree to.

    Args:
        bundle: what is about to leave.
    """
    course, named = bundle.course, bundle.learner_id[:SHOWN]
    lines = [say("export.line.learner", pseudonym=bundle.learner, id=named)]
    if bundle.promotion:
        lines.append(say("export.line.promotion", promotion=bundle.promotion))
    if bundle.semester is not None:
        lines.append(say("export.line.semester", n=bundle.semester))
    lines.append(say("export.line.course", course=course.id, version=course.version))
    if bundle.consent.items:
        codes = ", ".join(bundle.consent.items)
        lines.append(say("export.line.items", codes=codes))
    return [*lines, say("export.line.consent", statement=bundle.consent.statement)]


def counted_lines(bundle: Bundle) -> list[str]:
    """Return how many things of each part leave.

    Args:
        bundle: what is about to leave.
    """
    return [
        count(f"export.count.{part}", len(getattr(bundle, part)))
        for part in bundle.consent.parts
    ]


def _rows(bundle: Bundle, clock: Clock) -> Iterator[str]:
    """Yield each part, then each thing in it."""
    for part, head in zip(bundle.consent.parts, counted_lines(bundle), strict=True):
        yield head
        for row in getattr(bundle, part):
            yield _row(row, clock)


def _row(row: Row, clock: Clock) -> str:
    """Return one thing on one line."""
    match row:
        case HandedAnswer():
            return _answer(row, clock)
        case HandedLesson():
            state = say(f"home.state.{row.state}")
            return say("export.line.lesson", id=row.id, state=state)
        case HandedPositioning():
            own, day = value_text(row.value), _day(row, clock)
            return say("export.line.positioning", code=row.code, own=own, date=day)
        case HandedSurvey():
            day = _day(row, clock)
            return say("export.line.survey", id=row.question, n=row.value, date=day)
        case HandedWords():
            text, day = on_one_line(row.text), _day(row, clock)
            return say("export.line.words", id=row.subject, text=text, date=day)


def _day(
    row: HandedAnswer | HandedPositioning | HandedSurvey | HandedWords, clock: Clock
) -> str:
    """Return the local day of something done."""
    return numeric_date(clock.local_day(row.at))


def _answer(answer: HandedAnswer, clock: Clock) -> str:
    """Return an answer on one line."""
    parts = [
        say(
            "export.line.answer",
            id=answer.question,
            date=_day(answer, clock),
            credit=credit_text(answer.credit),
            seconds=round(answer.seconds),
        )
    ]
    if answer.certainty is not None:
        parts.append(say("export.line.certainty", n=answer.certainty))
    if isinstance(answer.response, str):
        text = on_one_line(answer.response)
        parts.append(say("export.line.typed", text=text))
    elif answer.response is not None:
        chosen = str(answer.response)
        parts.append(say("export.line.chosen", positions=chosen))
    return " · ".join(parts)
