"""What a person has followed: time, lessons, dossiers; and, for them, how it goes on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tutor.domain.answer import AnswerGiven
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.evidence import Evidence
from tutor.domain.prose import plain
from tutor.domain.question import Question
from tutor.locale import no_break, numeric_date, say
from tutor.services.desk import Desk
from tutor.services.positions import value_text
from tutor.services.standing import Standing

Kind = Literal["lesson", "dossier"]
MOST_WEEKS = 26
LONGEST_NAME = 120
MINUTE = 60


class Followed(NamedTuple):
    """A lesson or a dossier that is done."""

    title: str
    day: date
    """When it was done first."""
    minutes: int
    """What its author announces; 0 where nothing is."""
    seconds: float
    """The sum of what its answers took."""
    answers: int


class Week(NamedTuple):
    """The answers of one week."""

    monday: date
    answers: int


class Shown(NamedTuple):
    """An item the person has placed themself on, and what answers show of it."""

    code: str
    text: str
    own: str
    found: Evidence


class Attestation(NamedTuple):
    """Everything an attestation says, and what the person alone is told."""

    name: str
    """Empty where the person gave none."""
    course: str
    version: str
    made: date
    first: date | None
    """The local day of the first answer, if there is one."""
    last: date | None
    seconds: float
    answers: int
    lessons: tuple[Followed, ...]
    of_lessons: int
    """Lessons in the course."""
    dossiers: tuple[Followed, ...]
    of_dossiers: int
    weeks: tuple[Week, ...]
    items: tuple[Shown, ...]


def attestation_of(desk: Desk, name: str = "") -> Attestation:
    """Return what a person has followed of the course at hand.

    Args:
        desk: the person's desk.
        name: as they want it written; none by default.

    Raises:
        TutorError: the course or the store cannot be read.
    """
    course, record, clock = desk.course, desk.record, desk.clock
    standing, answers = desk.standing(), record.answers
    days = sorted(clock.local_day(answer.at) for answer in answers)
    dossiers = [each for unit in course.units for each in unit.dossiers]
    printable = "".join(sign if sign.isprintable() else " " for sign in name)
    return Attestation(
        name=" ".join(printable.split())[:LONGEST_NAME],
        course=course.head.titre,
        version=course.head.version,
        made=clock.local_day(clock.now()),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        seconds=sum(answer.seconds for answer in answers),
        answers=len(answers),
        lessons=_lessons(desk, standing),
        of_lessons=len(course.lessons),
        dossiers=_dossiers(desk, standing),
        of_dossiers=len(dossiers),
        weeks=weeks_of(days),
        items=_items(course, standing),
    )


def weeks_of(days: Iterable[date]) -> tuple[Week, ...]:
    """Return the weeks from the first day to the last, those without any included.

    Args:
        days: one for each answer; of many weeks, the last ones are returned.
    """
    mondays = Counter(day - timedelta(days=day.weekday()) for day in days)
    if not mondays:
        return ()
    last = max(mondays)
    number = min((last - min(mondays)).days // 7 + 1, MOST_WEEKS)
    shown = [last - timedelta(weeks=back) for back in reversed(range(number))]
    return tuple(Week(monday, mondays[monday]) for monday in shown)


def time_text(seconds: float) -> str:
    """Return a time as one says it: 45 min, 2 h 05.

    Args:
        seconds: how long; less than a minute is said to be.
    """
    if seconds <= 0:
        return say("attestation.time.none")
    if seconds < MINUTE:
        return say("attestation.time.less")
    hours, rest = divmod(round(seconds / MINUTE), 60)
    if not hours:
        return say("home.time.minutes", m=rest)
    return say("home.time.hours", h=hours, m=f"{rest:02}")


def period_text(found: Attestation) -> str:
    """Return the days between which something was done."""
    if found.first is None or found.last is None:
        return say("attestation.period.none")
    days = {"first": numeric_date(found.first), "last": numeric_date(found.last)}
    alone = found.first == found.last
    return say("attestation.period.day" if alone else "attestation.period", **days)


def sums_of(found: Attestation) -> list[tuple[str, str]]:
    """Return what is counted once, each with its name."""
    lessons = {"n": len(found.lessons), "total": found.of_lessons}
    dossiers = {"n": len(found.dossiers), "total": found.of_dossiers}
    return [
        (say("attestation.sum.time"), time_text(found.seconds)),
        (say("attestation.sum.answers"), str(found.answers)),
        (say("attestation.sum.lessons"), say("attestation.of", **lessons)),
        (say("attestation.sum.dossiers"), say("attestation.of", **dossiers)),
    ]


def heads_of(kind: Kind, done: Sequence[Followed]) -> list[str]:
    """Return the names of the columns that tell what is done.

    Args:
        kind: what is told.
        done: what is done; where nobody announced a time there is no column for it.
    """
    return [
        say(f"attestation.{kind}"),
        say("attestation.done" if kind == "lesson" else "attestation.done.dossier"),
        *([say("attestation.announced")] if _is_announced(done) else []),
        say("attestation.spent"),
        say("attestation.answers"),
    ]


def cells_of(done: Sequence[Followed]) -> list[list[str]]:
    """Return what each thing done says in those columns."""
    is_announced = _is_announced(done)
    return [
        [
            no_break(each.title),
            numeric_date(each.day),
            *([_announced(each)] if is_announced else []),
            time_text(each.seconds),
            str(each.answers),
        ]
        for each in done
    ]


def _is_announced(done: Sequence[Followed]) -> bool:
    """Return whether an author said of any of them how long it takes."""
    return any(each.minutes for each in done)


def _announced(each: Followed) -> str:
    """Return how long an author says it takes."""
    return time_text(each.minutes * MINUTE) if each.minutes else ""


def _lessons(desk: Desk, standing: Standing) -> tuple[Followed, ...]:
    """Return the lessons done, in the order of the course."""
    done = []
    for unit in desk.course.lessons:
        ends = [r.touched for r in desk.record.runs if r.target == unit.id and r.ended]
        if standing.lessons[unit.id] == "done" and ends:
            mine = _answers_to(unit.questions, desk.record.answers)
            firsts = [*_firsts(mine, desk.clock), desk.clock.local_day(min(ends))]
            minutes = unit.head.duree_min or 0
            done.append(_followed(unit.title, max(firsts), minutes, mine))
    return tuple(done)


def _dossiers(desk: Desk, standing: Standing) -> tuple[Followed, ...]:
    """Return the dossiers done, in the order of the course."""
    done = []
    for unit in desk.course.units:
        for dossier in unit.dossiers:
            mine = _answers_to(dossier.questions, desk.record.answers)
            if standing.dossiers[dossier.id] == "done" and mine:
                alone = len(unit.dossiers) == 1 and unit.kind == "bank"
                minutes = unit.head.duree_min or 0 if alone else 0
                day = max(_firsts(mine, desk.clock))
                done.append(_followed(plain(dossier.title), day, minutes, mine))
    return tuple(done)


def _answers_to(
    questions: Iterable[Question], answers: Iterable[AnswerGiven]
) -> list[AnswerGiven]:
    """Return the answers to some questions, wherever they were asked."""
    ids = {question.id for question in questions}
    return [answer for answer in answers if answer.question in ids]


def _firsts(answers: Iterable[AnswerGiven], clock: Clock) -> list[date]:
    """Return the local day of the first answer to each question."""
    firsts: dict[str, date] = {}
    for answer in sorted(answers, key=lambda each: each.at):
        firsts.setdefault(answer.question, clock.local_day(answer.at))
    return [*firsts.values()]


def _followed(
    title: str, day: date, minutes: int, answers: list[AnswerGiven]
) -> Followed:
    """Return what is done, with what its answers took."""
    seconds = sum(answer.seconds for answer in answers)
    return Followed(title, day, minutes, seconds, len(answers))


def _items(course: Course, standing: Standing) -> tuple[Shown, ...]:
    """Return the items the person has placed themself on."""
    return tuple(
        Shown(
            code=item.code,
            text=item.texte,
            own=value_text(standing.positionings[item.code].value),
            found=standing.items[item.code],
        )
        for item in course.framework.items
        if item.code in standing.positionings
    )
