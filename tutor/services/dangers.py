"""Answers given with full certainty and wrong, or that no professional may give."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tutor.assessment.ordering import shown_order
from tutor.domain.answer import AnswerGiven, Record
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.prose import Span, Text, plain
from tutor.domain.question import Choice, Question, key_hash
from tutor.locale import count, listed, named, no_break, numeric_date, say
from tutor.services.changes import latest_answers
from tutor.services.feedback import Feedback, feedback_on_stored
from tutor.services.trace_facts import asked_in_a_line

_ARROW = " → "
_GOES_WITH = Span(text=_ARROW)


class Danger(NamedTuple):
    """A question whose last answer was sure and wrong, or dangerous."""

    question: str
    asked: str
    """On one line."""
    day: date
    why: str
    """Sure and wrong, or what was ticked, in words."""
    given: str
    """What was answered; empty where the question has changed since."""
    expected: str
    """The right answer."""


def dangerous_questions(
    questions: Mapping[str, Question], latest: Mapping[str, AnswerGiven]
) -> frozenset[str]:
    """Return the questions whose last answer was sure and wrong, or dangerous.

    Args:
        questions: the questions of the course, by id.
        latest: the last answer to each question ever asked.
    """
    return frozenset(
        name
        for name, answer in latest.items()
        if name in questions
        and (answer.is_sure_and_wrong or _is_unacceptable(questions[name], answer))
    )


def dangers_of(course: Course, record: Record, clock: Clock) -> tuple[Danger, ...]:
    """Return what to look at again before anything else, the last answer first.

    Args:
        course: the course; a question that left it is not shown.
        record: what the store knows of it.
        clock: says on which local day each answer was given.
    """
    questions = {q.id: q for unit in course.units for q in unit.questions}
    latest = latest_answers(record.answers)
    found = [latest[name] for name in dangerous_questions(questions, latest)]
    ordered = sorted(found, key=lambda each: (each.at, each.id), reverse=True)
    return tuple(
        _danger(questions[each.question], each, course, clock) for each in ordered
    )


def danger_lines(dangers: tuple[Danger, ...]) -> list[str]:
    """Return the list, line by line, for the plain mode.

    Args:
        dangers: what `dangers_of` returned.
    """
    if not dangers:
        return [say("review.dangers.none")]
    lines = [count("review.dangers.some", len(dangers)), say("review.dangers.what")]
    for each in dangers:
        told = (line.replace(_ARROW, named("", "")) for line in details(each))
        lines += [no_break(each.asked), *(f"  {line}" for line in told)]
        lines.append(f"  {say('review.danger.open', id=each.question)}")
    return lines


def details(danger: Danger) -> list[str]:
    """Return what was answered, what was expected, when, and why it is here.

    Args:
        danger: one answer.
    """
    when = say("review.danger.when", date=numeric_date(danger.day), why=danger.why)
    if not danger.given:
        return [when, say("review.danger.changed")]
    return [
        when,
        say("review.danger.given", text=danger.given),
        say("review.danger.expected", text=danger.expected),
    ]


def _is_unacceptable(question: Question, answer: AnswerGiven) -> bool:
    """Return whether what no professional may choose was ticked."""
    if not isinstance(question, Choice) or answer.key_hash != key_hash(question):
        return False
    graves = {i for i, option in enumerate(question.options) if option.inacceptable}
    return not graves.isdisjoint(answer.response)


def _danger(
    question: Question, answer: AnswerGiven, course: Course, clock: Clock
) -> Danger:
    """Return one answer, told."""
    order = shown_order(question, 0, shuffled=False)
    said = feedback_on_stored(question, answer, order, course)
    grave = said.verdict.unacceptable
    given, expected = _both(said) if answer.key_hash == key_hash(question) else ("", "")
    return Danger(
        question=question.id,
        asked=asked_in_a_line(question.stem) or question.id,
        day=clock.local_day(answer.at),
        why=say("review.danger.grave" if grave else "review.danger.sure"),
        given=given,
        expected=expected,
    )


def _both(said: Feedback) -> tuple[str, str]:
    """Return what was answered and what was expected, each on one line."""
    if said.typed:
        return said.typed, said.expected[0]
    if said.options:
        ticked = [each.text for each in said.options if each.chosen]
        right = [each.text for each in said.options if each.mark in {"right", "missed"}]
        return _listed(ticked), _listed(right)
    if said.links is not None:
        given = [part.answer for part in said.parts]
        return _listed(given), _listed([part.expected for part in said.parts])
    wrong = [part for part in said.parts if not part.is_right]
    chosen = [(*part.text, _GOES_WITH, *part.answer) for part in wrong]
    return _listed(chosen), _listed([(*p.text, _GOES_WITH, *p.expected) for p in wrong])


def _listed(texts: Iterable[Text]) -> str:
    """Return texts on one line."""
    return listed(plain(text) for text in texts)
