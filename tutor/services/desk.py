"""Everything a face needs for one person and one course, opened when first asked."""

import contextlib
import itertools
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from random import Random

from tutor.domain.answer import Record, RunStarted
from tutor.domain.clock import Clock
from tutor.domain.course import Course
from tutor.domain.errors import TutorError
from tutor.domain.notice import Notice
from tutor.domain.settings import Settings
from tutor.locale import say
from tutor.services.beginnings import (
    Manner,
    begun,
    kind_of,
    name_of,
    stops_of,
    title_of,
    unfinished,
)
from tutor.services.cautions import cautions_at
from tutor.services.closing import closing_lines
from tutor.services.drawn import stops_of_drawn
from tutor.services.draws import drawer_of
from tutor.services.library import Found, Library
from tutor.services.local_names import local_lines
from tutor.services.pen import Pen, Saying
from tutor.services.reviewing import after_review, draw_review, ground_of
from tutor.services.run import Pending, Run
from tutor.services.standing import Standing, standing_of
from tutor.services.stops import Stop
from tutor.store.opening import open_for_reading, open_for_writing
from tutor.store.place import Place
from tutor.store.store import Store

DRAWN = frozenset({"review", "training"})
"""Runs over questions taken from the whole course."""


class Desk:
    """One person at one course: starts and resumes runs, saves, sums up."""

    def __init__(
        self,
        root: Path,
        place: Place,
        clock: Clock,
        chance: Random,
        *,
        writing: bool = True,
        added: Sequence[Path] = (),
    ) -> None:
        self.library = Library(root, place, added)
        """The course at hand."""
        self.place = place
        """The person's folder."""
        self.clock = clock
        """What time it is."""
        self.chance = chance
        """Gives ids and seeds."""
        self._writing = writing
        self._record: Record | None = None

    @cached_property
    def store(self) -> Store:
        """The person's file, opened on first use.

        Raises:
            StoreError: it cannot be opened.
        """
        if not self._writing:
            return Store(open_for_reading(self.place))
        local = self.clock.now().astimezone()
        return Store(open_for_writing(self.place, local))

    @cached_property
    def pen(self) -> Pen:
        """Writes what the person says of themself."""
        return Pen(self, self.chance)

    @property
    def course(self) -> Course:
        """The course at hand."""
        return self.library.course

    @property
    def record(self) -> Record:
        """What the store knows of this course."""
        if self._record is None:
            self._record = self.store.record(self.course.head.id)
        return self._record

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the person must be told about the way the store was opened."""
        return self.store.notices

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self.store.is_read_only

    def standing(self) -> Standing:
        """Return where the person stands, computed from their answers."""
        return standing_of(self.course, self.record, self.clock)

    def start(
        self, target: str, *, seed: int | None = None, shuffled: bool | None = None
    ) -> Run:
        """Return a run over a target, resuming one that was left in the middle.

        Args:
            target: an id or a path.
            seed: the seed of the order of options; a new run is begun.
            shuffled: False keeps source order; a new run is begun.

        Raises:
            WrongUseError: nothing has that id.
            ContentError: the course or the file cannot be read.
            StoreError: the store cannot be opened.
        """
        found = self.library.find(target)
        kind, name = kind_of(found), name_of(found)
        if seed is None and shuffled is None:
            left = unfinished(self.record.runs, kind, name)
            if left is not None:
                return self.resume(left)
        manner, now = Manner(self.chance, seed, shuffled), self.clock.now()
        started = begun(self.course.head.id, kind, (name, found.path), manner, now)
        return self._run(started, found)

    def review(
        self,
        *,
        seed: int | None = None,
        shuffled: bool | None = None,
        minutes: int | None = None,
    ) -> Run | None:
        """Return a run over what is to be asked again, or None where nothing is.

        Args:
            seed: the seed of the order of options and questions.
            shuffled: False keeps source order.
            minutes: how long it may last; with any of these a new run is begun.
        """
        left = unfinished(self.record.open_runs(), "review", "revision")
        if left is not None and (seed, shuffled, minutes) == (None, None, None):
            run = self.resume(left)
            if run.questions:
                return run
        manner, now = Manner(self.chance, seed, shuffled), self.clock.now()
        named = ("revision", None)
        started = begun(self.course.head.id, "review", named, manner, now)
        asked = draw_review(ground_of(self, minutes), started.seed)
        if not asked:
            return None
        return self.resume(started.model_copy(update={"questions": asked}))

    def resume(self, started: RunStarted) -> Run:
        """Return a run as it was left.

        Args:
            started: what the store knows of it.

        Raises:
            WrongUseError: its target has left the course.
        """
        if started.kind in DRAWN:
            known = self.library.questions()
            drawn = [known[each] for each in started.questions if each in known]
            stops = stops_of_drawn(self.course, drawn, started.target)
            title = say(f"play.{started.kind}.title", target=started.target)
            return self._made(started, title, stops)
        found = self.library.find(started.path or started.target)
        return self._run(started, found)

    def cautions(self, run: Run, stop: Stop) -> tuple[str, ...]:
        """Return what must be said above a stop: old facts, a question that changed.

        Args:
            run: the run; its own answers are none of an earlier version.
            stop: one of its stops.
        """
        head = None
        if stop is run.stops[0] and run.started.kind not in DRAWN:
            with contextlib.suppress(TutorError):  # its file has gone since it began
                found = self.library.find(run.started.path or run.started.target)
                head = found.unit.head
        earlier = (a for a in self.record.answers if a.run != run.started.id)
        return cautions_at(stop, head, earlier, self.course, self.clock)

    def local_lines(self, run: Run, stop: Stop) -> tuple[str, ...]:
        """Return the person's local names that the text of a stop calls for.

        Args:
            run: the run; a name is shown once in it.
            stop: one of its stops.
        """
        before = itertools.takewhile(lambda each: each is not stop, run.stops)
        return local_lines(stop, before, self.course, self.record.local())

    def closing(self, run: Run) -> tuple[str, ...]:
        """Return what the end of a run adds to its sum.

        Args:
            run: any run at its end.
        """
        lines = closing_lines(run, self.course, self.record)
        if run.started.kind == "review":
            lines += after_review(run.started, ground_of(self))
        return lines

    def save(self, run: Run) -> None:
        """Put everything a run has settled on the disk.

        Args:
            run: the run; what was saved leaves its `unsaved`.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused; `unsaved` still holds the answers.
        """
        pending = run.pending()
        self.write(pending)
        run.confirm(pending)

    def add(self, *facts: Saying, erased: str = "") -> None:
        """Put what the person says on the disk.

        Args:
            *facts: what they said.
            erased: the id of a note they take back; backups of the store keep it.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused.
        """
        try:
            self.store.add(*facts)
            if erased:
                self.store.erase_note(erased)
        finally:
            self._record = None

    def write(self, pending: Pending) -> None:
        """Write what a run had to store; a worker may call it.

        Args:
            pending: what `Run.pending` returned.

        Raises:
            ReadOnlyError: the store was opened for reading.
            StoreError: the disk refused; writing again later stores nothing twice.
        """
        try:
            if pending.answers:
                self.store.add(*pending.answers)
            self.store.keep_run(pending.started)
        finally:
            self._record = None

    def close(self) -> None:
        """Let another tutor write."""
        if "store" in self.__dict__:
            self.store.close()

    def _run(self, started: RunStarted, found: Found) -> Run:
        """Return a run over what a target named."""
        drawn = drawer_of(self.course, started.seed)
        return self._made(started, title_of(found), stops_of(found, drawn))

    def _made(self, started: RunStarted, title: str, stops: Sequence[Stop]) -> Run:
        """Return a run with the answers it has already."""
        given = {a.question: a for a in self.record.answers if a.run == started.id}
        settings = Settings.kept_in(self.store.preferences())
        return Run(
            started,
            title,
            stops,
            given=given,
            clock=self.clock,
            chance=self.chance,
            asks_certainty=settings.certainty,
        )
