"""Warn of questions that rest on no item, on no fact, or on a fact that has expired."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tutor.domain.course import Callout, Course, Unit
from tutor.domain.question import Asked, Question
from tutor.pipeline.findings import Findings

HABIT = 4
"""Questions of a file, from which it shows whether its author names facts."""
_USUAL = 0.5
"""The share of questions that makes naming facts the rule and its lack an oversight."""


class Expired(NamedTuple):
    """A fact that was true until a day that has passed."""

    key: str
    until: date


def expired_facts(course: Course, today: date) -> dict[str, list[Expired]]:
    """Return the facts that have expired, by every code a question may cite.

    Args:
        course: the course whose facts rule.
        today: the day on which dates are judged.
    """
    found: dict[str, list[Expired]] = {}
    for key, fact in course.facts.items():
        until = fact.valide_jusqu_au
        if until is not None and until < today:
            for code in dict.fromkeys((key, *fact.dossier)):
                found.setdefault(code, []).append(Expired(key, until))
    return found


def rests_on(
    part: object, expired: Mapping[str, Sequence[Expired]]
) -> tuple[Expired, ...]:
    """Return the expired facts a block cites, once each.

    Args:
        part: any block; only questions and callouts cite facts.
        expired: what `expired_facts` found.
    """
    codes = part.facts if isinstance(part, Asked | Callout) else ()
    return tuple(dict.fromkeys(fact for c in codes for fact in expired.get(c, ())))


def names_facts(questions: Sequence[Question], fewest: int = HABIT) -> bool:
    """Return whether naming facts is the rule among some questions.

    Args:
        questions: those of a file, or of a course.
        fewest: how many it takes to tell.
    """
    named = sum(bool(question.facts) for question in questions)
    return len(questions) >= fewest and named >= len(questions) * _USUAL


def check_supports(
    unit: Unit,
    expired: Mapping[str, Sequence[Expired]],
    findings: Findings,
    *,
    has_facts: bool,
) -> None:
    """Note what the questions of a file do not rest on, and should.

    Args:
        unit: a lesson or a bank.
        expired: what `expired_facts` found.
        findings: where problems are noted.
        has_facts: whether the course keeps dated facts at all.
    """
    questions = unit.questions if has_facts else ()
    usual = names_facts(questions)
    for question in questions:
        if not question.items:
            findings.add("question-sans-item", question.line, id=question.id)
        if usual and not question.facts:
            findings.add("question-sans-fait", question.line, id=question.id)
    for part in unit.blocks if expired else ():
        if isinstance(part, Asked | Callout):
            for fact in rests_on(part, expired):
                findings.add("appui-perime", part.line, fact=fact.key, date=fact.until)
