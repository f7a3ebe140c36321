"""Weeks of lessons and of reviews, drawn by the tutor's own code."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random
from typing import Literal

from tests.factories import NOON, StoppedClock
from tests.simulation.answering import Task
from tests.simulation.interns import Intern
from tutor.assessment.ledger import Entry, open_entries
from tutor.assessment.scheduling import due_dates, is_missed
from tutor.domain.answer import AnswerGiven, Record, RunStarted
from tutor.pipeline.lexicon import SECONDS
from tutor.services.dangers import dangerous_questions
from tutor.services.misconceptions import probed
from tutor.services.reviewing import Ground, draw_review
from tutor.services.standing import Standing

WEEKS = 12
MINUTES = 15
REVIEW_DAYS = {1: (2,), 2: (1, 4), 3: (0, 2, 4), 5: (0, 1, 2, 3, 4)}
"""Days of the week of so many reviews; lessons are read on the first day."""
FORGOTTEN = 30.0
"""Days after which half of what a correction taught is forgotten."""
SURE = 0.6
"""Share of right answers given with full certainty; a third as many of the others."""


@dataclass
class Weeks:
    """Twelve weeks of one intern, up to `NOON`."""

    intern: Intern
    reviews: int
    """A week: 1, 2, 3 or 5."""
    files: int | None = None
    """How many files of the course are worked through; by default all."""
    taught: float = 0.0
    """What a correction adds to knowing that question: share of what was missing."""
    answers: list[AnswerGiven] = field(default_factory=list)
    runs: list[RunStarted] = field(default_factory=list)
    left_due: list[int] = field(default_factory=list)
    """For each review, how many questions that were due it left out."""
    _due: dict[str, datetime] = field(default_factory=dict)
    own: dict[str, list[AnswerGiven]] = field(default_factory=dict)
    """The answers to each question, oldest first."""
    _taught: dict[str, tuple[float, datetime]] = field(default_factory=dict)
    shown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For an answer id, the misconceptions it shows."""

    def live(self) -> None:
        """Read the files of the course, a few a week, and review on the chosen days."""
        chance = self.intern.chance
        files = self.intern.bank.files[: self.files]
        pace = -(-len(files) // WEEKS)
        for day in range(WEEKS * 7):
            at = NOON - timedelta(days=WEEKS * 7 - day, hours=-chance.uniform(-4, 4))
            if day % 7 in REVIEW_DAYS[self.reviews]:
                self._review(at)
            if day % 7 == 0:
                for file in files[day // 7 * pace : (day // 7 + 1) * pace]:
                    self._begin(file[0].asked.dossier or file[0].id, "lesson", at)
                    self._answer(file, at + timedelta(hours=1), chance)

    def expected(self) -> dict[str, float]:
        """Return the exact expected credit of each question at `NOON`."""
        tasks = self.intern.bank.tasks
        guesses = self.intern.bank.world.guesses
        return {
            q: task.expected(self._knows(task, NOON), guesses)
            for q, task in tasks.items()
        }

    def standing(self, at: datetime) -> Standing:
        """Return what a review is drawn from.

        Args:
            at: the moment.
        """
        latest = {name: given[-1] for name, given in self.own.items()}
        questions = {name: task.question for name, task in self._tasks.items()}
        dangerous = dangerous_questions(questions, latest)
        days = {name: due.date().isoformat() for name, due in self._due.items()}
        return Standing(
            answers=len(self.answers),
            latest=latest,
            lessons={},
            dossiers={},
            items={},
            competencies={},
            positionings={},
            due_days=days,
            due=tuple(name for name, day in days.items() if day <= str(at.date())),
            changed=frozenset(),
            dangerous=dangerous,
            ledger=self._ledger(),
            calibration=None,
        )

    def record(self) -> Record:
        """Return what the store would know."""
        return Record(answers=tuple(self.answers), runs=tuple(self.runs))

    @property
    def _tasks(self) -> dict[str, Task]:
        """The questions of the bank."""
        return self.intern.bank.tasks

    @cached_property
    def probes(self) -> dict[str, frozenset[str]]:
        """The misconceptions that the wrong answers of each question embody."""
        return {name: probed(task.question) for name, task in self._tasks.items()}

    def _ledger(self) -> tuple[Entry, ...]:
        """Return the misconceptions that hold."""
        return tuple(open_entries(self.answers, self.shown, self.probes))

    def _review(self, at: datetime) -> None:
        """Answer what a review of today asks."""
        standing, clock = self.standing(at), StoppedClock(at)
        course = self.intern.bank.course
        ground = Ground(course, self.record(), standing, clock, MINUTES)
        asked = draw_review(ground, self.intern.number)
        self.left_due.append(len({*standing.due} - {*asked}))
        if asked:
            self._begin("revision", "review", at)
            tasks = [self._tasks[name] for name in asked]
            self._answer(tasks, at, self.intern.chance)

    def _begin(
        self, target: str, kind: Literal["lesson", "review"], at: datetime
    ) -> None:
        """Begin a run."""
        name = f"{len(self.runs):032x}"
        course = self.intern.bank.course.head.id
        told = {"id": name, "course": course, "target": target, "seed": 1}
        fields = {**told, "kind": kind, "at": at, "touched": at}
        self.runs.append(RunStarted.model_validate(fields))

    def _answer(
        self, tasks: list[Task] | tuple[Task, ...], at: datetime, chance: Random
    ) -> None:
        """Answer questions one after the other, and read each correction."""
        for task in tasks:
            at += timedelta(seconds=SECONDS[task.question.kind])
            knows = self._knows(task, at)
            way = task.answered(knows, chance, self.intern.bank.world.guesses)
            sure = chance.random() < (SURE if way.credit >= 1 else SURE / 3)
            row = task.row(
                way,
                id=f"{len(self.answers):032x}",
                at=at,
                certainty=(3 if sure else 2) if task.question.asks_certainty else None,
                seconds=round(SECONDS[task.question.kind] / 2, 1),
                run=self.runs[-1].id,
            )
            self.answers.append(row)
            self.own.setdefault(task.id, []).append(row)
            if way.misconceptions:
                self.shown[row.id] = way.misconceptions
            if self.taught:
                self._taught[task.id] = knows + (1 - knows) * self.taught, at
            if row.dossier is None:
                self._due.update(due_dates(self.own[task.id]))

    def _knows(self, task: Task, at: datetime) -> float:
        """Return the probability of knowing a question at some moment."""
        knows = self.intern.knows(task)
        if task.id not in self._taught:
            return knows
        after, then = self._taught[task.id]
        kept = 2 ** (-((at - then) / timedelta(days=1)) / FORGOTTEN)
        return knows + max(0.0, after - knows) * kept


def seen_again(
    weeks: Weeks, within: int, *, sure: bool = False
) -> Iterator[tuple[int, bool]]:
    """Yield whether each question missed outside dossiers was asked again in time.

    Args:
        weeks: what was done.
        within: days; what was missed later than that before the end is left out.
        sure: only those answered with full certainty.
    """
    for own in weeks.own.values():
        for number, row in enumerate(own):
            last = row.at.date() + timedelta(days=within)
            counts = row.is_sure_and_wrong or (is_missed(row.credit) and not sure)
            if counts and row.dossier is None and last < NOON.date():
                later = own[number + 1 : number + 2]
                again = bool(later) and later[0].at.date() <= last
                yield weeks.intern.number, again


def met_again(weeks: Weeks, within: int) -> Iterator[tuple[int, bool]]:
    """Yield whether each misconception shown came back in another question in time.

    Args:
        weeks: what was done.
        within: days, as for `seen_again`; a misconception that no other question
            outside dossiers embodies is left out, and so is one that is waited for.
    """
    loose, until = _loose(weeks), dict[str, date]()
    for number, row in enumerate(weeks.answers):
        today, last = row.at.date(), row.at.date() + timedelta(days=within)
        for code in weeks.shown.get(row.id, ()):
            others = {q for q in loose if code in weeks.probes[q]} - {row.question}
            waited_for = until.get(code, date.min) >= today
            if others and last < NOON.date() and not waited_for:
                until[code] = last
                later = weeks.answers[number + 1 :]
                met = any(
                    each.question in others and each.at.date() <= last for each in later
                )
                yield weeks.intern.number, met


def _loose(weeks: Weeks) -> set[str]:
    """Return the questions that a review can ask for a misconception."""
    return {
        name
        for name, task in weeks.intern.bank.tasks.items()
        if task.asked.dossier is None and task.question.lesson is None
    }
