"""What the end of a run adds to its sum: lessons already known, how a person moved."""

from collections.abc import Iterator

from tutor.domain.answer import Record
from tutor.domain.course import Course
from tutor.domain.prose import Paragraph, plain
from tutor.locale import credit_text, say
from tutor.services.placement import Placed, placed
from tutor.services.run import Run
from tutor.services.survey import Shift, passes, shifts


def closing_lines(run: Run, course: Course, record: Record) -> tuple[str, ...]:
    """Return the lines to show after the sum of a run.

    Args:
        run: any run at its end.
        course: the course, for the titles of its lessons.
        record: what the store knows, for earlier answers to the survey.
    """
    if run.started.kind == "survey":
        return tuple(_moved(course, record, run.started.target))
    return tuple(_placed(placed(run.questions, run.given), course))


def _placed(found: tuple[Placed, ...], course: Course) -> Iterator[str]:
    """Yield which lessons may be passed over, and which are to be taken."""
    titles = {unit.id: unit.title for unit in course.lessons}
    asked = [each for each in found if each.answered and each.lesson in titles]
    for word, known in (("known", True), ("take", False)):
        chosen = [each for each in asked if each.is_known is known]
        if chosen:
            yield say(f"play.placement.{word}")
            for each in chosen:
                title = titles[each.lesson]
                mean = credit_text(each.mean or 0.0)
                yield say("play.placement.lesson", title=title, mean=mean)


def _moved(course: Course, record: Record, target: str) -> Iterator[str]:
    """Yield how a person moved, or what a second time will show."""
    survey = next((unit for unit in course.units if unit.id == target), None)
    if survey is None:
        return
    found = shifts(survey, record.survey)
    if len(passes(record.survey)) < 2:  # noqa: PLR2004 - before and after
        yield say("play.survey.first")
        return
    yield say("play.survey.moved")
    yield from map(_shift, found)


def _shift(shift: Shift) -> str:
    """Return one scale and how a person moved on it."""
    stem = [block for block in shift.scale.stem if isinstance(block, Paragraph)]
    said = plain(stem[0].text) if stem else shift.scale.id
    before = plain(shift.scale.scale[shift.before - 1])
    after = plain(shift.scale.scale[shift.after - 1])
    name = "same" if shift.before == shift.after else "shift"
    return say(f"play.survey.{name}", text=said, before=before, after=after)
