"""What an intern must be told before reading on: old facts, changed questions."""

from collections.abc import Iterable

from tutor.domain.answer import AnswerGiven
from tutor.domain.clock import Clock
from tutor.domain.course import Callout, Course, FrontMatter
from tutor.domain.question import Asked
from tutor.services.changes import change_text
from tutor.services.freshness import stale_file_text, stale_text
from tutor.services.stops import Stop


def cautions_at(
    stop: Stop,
    head: FrontMatter | None,
    answers: Iterable[AnswerGiven],
    course: Course,
    clock: Clock,
) -> tuple[str, ...]:
    """Return the lines to show above a stop.

    Args:
        stop: where the run stands.
        head: the head of the file, at the first stop of a run over it.
        answers: those given in earlier runs.
        course: the course, whose facts are dated.
        clock: says what day it is.
    """
    today = clock.local_day(clock.now())
    lines = [stale_file_text(head, today)] if head else []
    lines.append(stale_text(course, _facts_of(stop), today))
    if stop.question is not None:
        mine = (each for each in answers if each.question == stop.key)
        earlier = max(mine, key=lambda each: each.at, default=None)
        lines.append(change_text(stop.question, earlier, clock))
    return tuple(line for line in lines if line)


def _facts_of(stop: Stop) -> tuple[str, ...]:
    """Return the facts that the text and the question of a stop rest on."""
    codes = [
        code
        for part in stop.reading
        if isinstance(part, Callout)
        for code in part.facts
    ]
    task = stop.task
    return (*codes, *(task.facts if isinstance(task, Asked) else ()))
