"""What a review asks, in what order, for how long, and when the next one is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from statistics import median
from typing import NamedTuple, Protocol

from tutor.assessment.ordering import shown_order
from tutor.domain.answer import AnswerGiven, Record, RunStarted
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.prose import plain
from tutor.domain.question import Concordance, Question
from tutor.domain.settings import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES, Settings
from tutor.locale import count, numeric_date, say, short_date
from tutor.pipeline.lexicon import SECONDS, SECONDS_A_ROW, WORDS_A_MINUTE
from tutor.services.answer_key import key_of
from tutor.services.misconceptions import Meeting, ledger_of, meetings
from tutor.services.standing import Standing, due_by
from tutor.store.store import Store

PREFERENCE = "review_minutes"
LEAST, USUAL, MOST = LEAST_MINUTES, USUAL_MINUTES, MOST_MINUTES
"""Minutes of one review."""
MOST_MET = 3
"""Questions added in one review for misconceptions to be met again."""
ENOUGH = 10
"""Answers of a kind from which a person's own pace is known."""
QUICKEST = 15.0
"""Seconds below which a question has not been read."""
DAY = timedelta(days=1)
WEEK = 7


class Reviewer(Protocol):
    """Whose review it is: the person's desk."""

    clock: Clock

    @property
    def course(self) -> Course:
        """The course at hand."""

    @property
    def record(self) -> Record:
        """What the store knows of it."""

    @property
    def store(self) -> Store:
        """The person's file."""

    def standing(self) -> Standing:
        """Return where the person stands."""


class Ground(NamedTuple):
    """What a review is drawn from."""

    course: Course
    record: Record
    standing: Standing
    clock: Clock
    minutes: int

    @property
    def today(self) -> date:
        """The local day."""
        return self.clock.local_day(self.clock.now())


class Coming(NamedTuple):
    """The next review."""

    day: date
    questions: int


def ground_of(desk: Reviewer, minutes: int | None = None) -> Ground:
    """Return what a review of a person is drawn from.

    Args:
        desk: the person's desk.
        minutes: how long it may last; by default what the person chose.
    """
    chosen = minutes or minutes_of(desk.store.preferences())
    return Ground(desk.course, desk.record, desk.standing(), desk.clock, chosen)


def minutes_of(preferences: Mapping[str, object]) -> int:
    """Return how long a review may last, as the person chose.

    Args:
        preferences: what the store keeps; anything unfit counts as no choice.
    """
    return Settings.kept_in(preferences).review_minutes


def keep_minutes(store: Store, minutes: int) -> None:
    """Keep how long a review may last.

    Args:
        store: where it is kept.
        minutes: from `LEAST` to `MOST`.

    Raises:
        ReadOnlyError: the store was opened for reading.
        StoreError: the disk refused.
    """
    store.prefer(PREFERENCE, minutes)


def to_meet(ground: Ground) -> tuple[Meeting, ...]:
    """Return the misconceptions that a review of today could ask about."""
    return _meetings(ground, ground.today)


def draw_review(ground: Ground, seed: int, day: date | None = None) -> tuple[str, ...]:
    """Return the questions of one review, in order, as many as fit its time.

    Those whose key has changed come first, then those whose last answer was sure and
    wrong, or dangerous, then up to three for misconceptions to be met again, then those
    missed, then the others: the longest due are taken, and mixed so that items
    alternate. There is one at least, however long it takes, where anything is to be
    asked.

    Args:
        ground: what they are drawn from.
        seed: the seed of the run.
        day: the local day of the review, today by default.
    """
    at, standing = day or ground.today, ground.standing
    known = {q.id: q for unit in ground.course.units for q in unit.loose_questions}
    ranks = (standing.due_days, standing.changed, standing.dangerous)
    due = [known[each] for each in due_by(at.isoformat(), *ranks) if each in known]
    urgent = standing.changed | standing.dangerous
    head = [question for question in due if question.id in urgent]
    named = {question.id for question in head}
    met = (each.question for each in _meetings(ground, at))
    fresh = [each for each in dict.fromkeys(met) if each not in named][:MOST_MET]
    head += [known[each] for each in fresh]
    rest = [each for each in due if each.id not in {*named, *fresh}]
    rest.sort(key=lambda question: not standing.has_missed(question.id))
    taken = _within([*head, *rest], ground)
    first, others = taken[: len(head)], taken[len(head) :]
    mixed = interleaved(others, seed, after=first[-1] if first else None)
    return tuple(question.id for question in (*first, *mixed))


def interleaved(
    questions: Iterable[Question], seed: int, after: Question | None = None
) -> list[Question]:
    """Return questions so that two neighbours share no primary item if avoidable.

    Args:
        questions: in the order in which those of one item are to be asked.
        seed: decides between items that have as many questions left.
        after: what is asked just before them.
    """
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(_item(question), []).append(question)
    before = _item(after) if after is not None else None
    mixed: list[Question] = []
    while groups:
        others = [item for item in groups if item != before] or [*groups]
        before = max(others, key=lambda item: _weight(groups[item], seed))
        mixed.append(groups[before].pop(0))
        groups = {item: left for item, left in groups.items() if left}
    return mixed


def pace_of(answers: Iterable[AnswerGiven]) -> dict[str, float]:
    """Return a person's own seconds for each kind of question that they know well.

    Args:
        answers: theirs, of one course.
    """
    spent: dict[str, list[float]] = {}
    for answer in answers:
        spent.setdefault(answer.kind, []).append(answer.seconds)
    return {
        kind: max(QUICKEST, median(seconds))
        for kind, seconds in spent.items()
        if len(seconds) >= ENOUGH
    }


def seconds_for(question: Question, pace: Mapping[str, float]) -> float:
    """Return how long a question takes, its correction read.

    Args:
        question: any question.
        pace: a person's own seconds for an answer, which end where its correction is
            shown; where they are not known, those of the course stand for both.
    """
    if question.kind in pace:
        return pace[question.kind] + _words_after(question) * 60 / WORDS_A_MINUTE
    if isinstance(question, Concordance):
        return float(len(question.rows) * SECONDS_A_ROW)
    return float(SECONDS[question.kind])


def next_review(ground: Ground) -> Coming | None:
    """Return when the next review is and how much it asks, or None where none is."""
    today = ground.today
    days = [date.fromisoformat(day) for day in ground.standing.due_days.values()]
    days += [day for day in (today, today + DAY) if _meetings(ground, day)]
    if not days:
        return None
    day = max(today, min(days))
    return Coming(day, len(draw_review(ground, 0, day)))


def next_line(ground: Ground) -> str:
    """Return when the next review is, in a sentence; nothing where none is."""
    found = next_review(ground)
    if found is None:
        return ""
    day = _day_text(found.day, ground.today)
    return count("review.next", found.questions, day=day)


def after_review(run: RunStarted, ground: Ground) -> tuple[str, ...]:
    """Return what the end of a review adds to its sum.

    Args:
        run: the review.
        ground: what the next one is drawn from.
    """
    same = (_same_text(ground.course, code) for code in _met_again(run, ground))
    return tuple(line for line in (*same, next_line(ground)) if line)


def _met_again(run: RunStarted, ground: Ground) -> Iterator[str]:
    """Yield the misconceptions for which a review had no other question."""
    course, clock, record = ground.course, ground.clock, ground.record
    answers = tuple(each for each in record.answers if each.run != run.id)
    earlier = record.model_copy(update={"answers": answers})
    questions = {q.id: q for unit in course.units for q in unit.questions}
    ledger, day = ledger_of(earlier, questions), clock.local_day(run.at).isoformat()
    for meeting in meetings(course, earlier, ledger, day, clock):
        if meeting.is_same and meeting.question in run.questions:
            yield meeting.code


def _same_text(course: Course, code: str) -> str:
    """Say that the same question had to come back for a misconception."""
    known = course.misconceptions.get(code)
    return say("review.same", title=known.title if known else code)


def _meetings(ground: Ground, day: date) -> tuple[Meeting, ...]:
    """Return the misconceptions that a review of some day could ask about."""
    course, record, standing, clock, _ = ground
    return meetings(course, record, standing.ledger, day.isoformat(), clock)


def _within(questions: Sequence[Question], ground: Ground) -> list[Question]:
    """Return the first questions, as many as fit the time of a review."""
    pace, left = pace_of(ground.record.answers), ground.minutes * 60.0
    taken: list[Question] = []
    for question in questions:
        left -= seconds_for(question, pace)
        if left < 0 and taken:
            break
        taken.append(question)
    return taken


def _words_after(question: Question) -> int:
    """Return how many words the correction of a question has."""
    lines = key_of(question, shown_order(question, 0, shuffled=False))
    texts = [*(line.why for line in lines), question.explanation, question.source]
    return sum(len(plain(text).split()) for text in texts)


def _item(question: Question) -> str:
    """Return what a question is mixed by; one without items is alone of its kind."""
    return question.items[0] if question.items else question.id


def _weight(left: Sequence[Question], seed: int) -> tuple[int, float]:
    """Return how much an item presses: by what it has left, then by chance."""
    place = Random(f"{seed}:{left[0].id}").random()  # noqa: S311 - an order, not secrecy
    return len(left), place


def _day_text(day: date, today: date) -> str:
    """Return a day as one says it from today."""
    away = (day - today).days
    if away <= 0:
        return say("review.day.now")
    if away == 1:
        return say("review.day.tomorrow")
    if away < WEEK:
        return say("review.weekdays").split()[day.weekday()]
    near = day.year == today.year
    return short_date(day) if near else say("review.day.far", date=numeric_date(day))
