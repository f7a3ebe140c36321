"""Choose the questions worth a group session: those that divide, those that mislead.

A question divides where its answers fall into two camps: the spread of its credits,
at most a half, tells how far apart and how even they are. It misleads where people
are sure and earn nothing. Both are taken only where the report would show them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tutor.cohort.collect import Collected
from tutor.cohort.options import letter_of
from tutor.cohort.preceding import story_before
from tutor.cohort.questions import Asked, asked_in
from tutor.cohort.study import Study, shown_mean, shown_share
from tutor.cohort.survey import line_of
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.debrief import Debrief, Reason, Said, Talk
from tutor.domain.errors import WrongUseError
from tutor.domain.figures import Cell, Estimate, Hidden
from tutor.domain.prose import plain
from tutor.domain.question import Choice, Question

LEAST_MINUTES, MOST_MINUTES = 10, 180
USUAL_MINUTES = 20
EACH = 4
"""Minutes a question takes at least: reading it, two camps heard, the course's word."""
_LONGEST = 8
"""Minutes a question takes at most."""
MOST_TALKS = 8
OPENING, CLOSING = 2, 2
LEAST_SPREAD = 0.3
"""Standard deviation of credits from which a question divides; 0.5 is two even camps."""
LEAST_SURE = 0.15
"""Share of people sure and wrong from which a question misleads."""


class _Choice(NamedTuple):
    """A question that could be talked about."""

    number: int
    found: Asked
    reasons: tuple[Reason, ...]
    worth: float
    """How much it divides and misleads, from 0 to 2."""


def debrief(
    collected: Collected,
    course: Course,
    *,
    minutes: int = USUAL_MINUTES,
    least_group: int,
    clock: Clock,
) -> Debrief:
    """Return a session about the questions that divide or mislead a group most.

    One misconception is talked about once. The questions come in the order of the
    course, so that the session follows its thread.

    Args:
        collected: what `collect` returned.
        course: the course it was collected for.
        minutes: how long the session lasts, from 10 to 180.
        least_group: the smallest group shown, in people.
        clock: what day it is.

    Raises:
        WrongUseError: the session is too short or too long.
        TutorError: the disk is full.
    """
    _refuse_minutes(minutes)
    study = Study(collected, least_group)
    left = minutes - OPENING - CLOSING
    most = min(MOST_TALKS, left // EACH)
    chosen = _chosen(study, asked_in(study), most)
    return Debrief(
        made_at=clock.now(),
        course=course.head.id,
        title=course.head.titre,
        people=len(collected.people),
        least_group=least_group,
        minutes=minutes,
        opening=OPENING,
        closing=minutes - OPENING - sum(_shared(left, len(chosen))),
        talks=tuple(_talks(study, chosen, left)),
    )


def _refuse_minutes(minutes: int) -> None:
    """Refuse a session that is too short or too long.

    Raises:
        WrongUseError: it is.
    """
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise WrongUseError(
            "report.debrief.minutes", least=LEAST_MINUTES, most=MOST_MINUTES
        )


def _chosen(study: Study, asked: dict[int, Asked], most: int) -> list[_Choice]:
    """Return the questions to talk about, in the order of the course."""
    found = [
        each
        for number, one in asked.items()
        if (each := _judged(study, number, one)) is not None
    ]
    found.sort(key=lambda each: (-each.worth, each.number))
    kept: list[_Choice] = []
    told: set[int] = set()
    probed: dict[int, set[int]] = {}
    for number, belief in study.contents.probes:
        probed.setdefault(number, set()).add(belief)
    for each in found:
        beliefs = probed.get(each.number, set())
        if len(kept) < most and beliefs.isdisjoint(told):
            kept.append(each)
            told |= beliefs
    return sorted(kept, key=lambda each: each.number)


def _judged(study: Study, number: int, found: Asked) -> _Choice | None:
    """Return a question if it is worth a talk and may be shown, else None."""
    if found.why is not None or found.credit.n < study.least:
        return None
    divides = found.credit.deviation
    hides = study.why_few(found.sure_wrong, found.rated)
    sure = found.sure_wrong / found.rated if found.rated and hides is None else 0.0
    reasons: list[Reason] = []
    if divides >= LEAST_SPREAD:
        reasons.append("divides")
    if sure >= LEAST_SURE:
        reasons.append("sure")
    if not reasons:
        return None
    worth = min(1.0, 2 * divides) * ("divides" in reasons) + sure
    return _Choice(number, found, tuple(reasons), worth)


def _shared(minutes: int, talks: int) -> list[int]:
    """Return whole minutes for each talk, the first ones longer by one."""
    if not talks:
        return []
    each, more = divmod(min(minutes, _LONGEST * talks), talks)
    return [each + (rank < more) for rank in range(talks)]


def _talks(study: Study, chosen: list[_Choice], minutes: int) -> Iterable[Talk]:
    """Yield the talks with their timing."""
    start = OPENING
    for each, lasting in zip(chosen, _shared(minutes, len(chosen)), strict=True):
        yield _talk(study, each, start, lasting)
        start += lasting


def _talk(study: Study, chosen: _Choice, start: int, minutes: int) -> Talk:
    """Return what is said of one question."""
    question, unit = study.contents.placed[chosen.number]
    found = chosen.found
    return Talk(
        question=question.id,
        place=study.place(chosen.number),
        lesson=unit.title,
        story=story_before(unit, question),
        stem=line_of(question.stem),
        kind=question.kind,
        reasons=chosen.reasons,
        people=found.credit.n,
        credit=_number(shown_mean(found.why, found.credit, 0, 1))
        or Hidden(hidden="few"),
        sure_wrong=_number(
            shown_share(
                study.why_few(found.sure_wrong, found.rated),
                found.sure_wrong,
                found.rated,
            )
        ),
        options=tuple(_options(question, found)),
        explanation=plain(question.explanation),
        start=start,
        minutes=minutes,
    )


def _options(question: Question, found: Asked) -> Iterable[Said]:
    """Yield the options of a question and what share took each."""
    if not isinstance(question, Choice) or found.ticks is None:
        return
    for position, option in enumerate(question.options):
        cell = shown_share(
            found.why_options.get(position),
            found.ticks.counts[position],
            found.ticks.people,
        )
        yield Said(
            letter=letter_of(position),
            text=plain(option.text),
            is_right=option.right,
            chosen=_number(cell) or Hidden(hidden="few"),
        )


def _number(cell: Cell) -> Estimate | Hidden | None:
    """Return a cell that holds a number, or that it is hidden."""
    return cell if isinstance(cell, Estimate | Hidden) else None
