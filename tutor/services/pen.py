"""Write what a person says of themself: positions, words, a survey, local names."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

from tutor.domain.answer import (
    Bookmark,
    Dispute,
    LocalName,
    Note,
    Positioning,
    Record,
    SurveyAnswer,
)
from tutor.domain.clock import Clock
from tutor.domain.course import Course, SelfRating
from tutor.domain.errors import WrongUseError
from tutor.domain.framework import Framework
from tutor.services.identity_guard import masked
from tutor.services.run import Run, new_id

Saying = Positioning | Note | SurveyAnswer | LocalName | Bookmark | Dispute
DEGREES = 5
"""Of the supervision scale; a position on any other scale is not stored."""


class Holder(Protocol):
    """Where a pen writes: the person's desk."""

    clock: Clock

    @property
    def course(self) -> Course:
        """The course at hand."""

    @property
    def record(self) -> Record:
        """What the store knows of it."""

    def add(self, *facts: Saying) -> None:
        """Put facts on the disk."""


class Pen:
    """Makes facts of what a person says, dated, and puts them on the disk."""

    def __init__(self, desk: Holder, chance: Random) -> None:
        self._desk = desk
        self._chance = chance

    def position(self, code: str, value: str) -> None:
        """Save where the person places themself on an item or a competency.

        Args:
            code: the item or competency.
            value: 1 to 5 for an item; N, I or C for a competency.

        Raises:
            WrongUseError: the framework has no such code.
            StoreError: the disk refused.
        """
        if code not in positionable(self._desk.course.framework):
            raise WrongUseError("errors.unknown-item", item=code)
        self._place((code,), value)

    def position_all(self, codes: Iterable[str], value: str) -> None:
        """Save the same position on all items of a scale, in one write.

        Args:
            codes: the items as the course names them; those that the framework has no
                place for are passed over, as play does with unknown items everywhere
                (rules, 26).
            value: 1 to 5.

        Raises:
            StoreError: the disk refused.
        """
        self._place(self._desk.course.framework.met_by(codes), value)

    def keeps(self, run: Run, scale: SelfRating) -> bool:
        """Return whether a degree chosen on a scale is kept.

        Args:
            run: a survey keeps them all.
            scale: elsewhere, only the supervision scale makes a position.
        """
        return run.started.kind == "survey" or len(scale.scale) == DEGREES

    def rate(self, run: Run, scale: SelfRating, degree: int) -> None:
        """Save the degree a person chose on a scale, where it is kept.

        Args:
            run: a survey keeps its answers apart; elsewhere a scale of five degrees
                is a position on its items (rules, 21 and 24).
            scale: the scale.
            degree: the degree chosen, from 1.

        Raises:
            StoreError: the disk refused.
        """
        if run.started.kind == "survey":
            said = {"question": scale.id, "value": degree, "run": run.started.id}
            self._desk.add(SurveyAnswer.model_validate({**self._stamp(), **said}))
        elif self.keeps(run, scale):
            self.position_all(scale.items, str(degree))

    def note(
        self,
        subject: str,
        text: str,
        shared: str | None = None,
        *,
        run: str | None = None,
    ) -> None:
        """Save free text of the person, and beside it what of it may leave the machine.

        Args:
            subject: the id of the block it was written for.
            text: what they wrote, or chose to keep of it.
            shared: the text without what could identify somebody; made here where it
                is not given.
            run: for the message of a relais, the run it was written in.

        Raises:
            StoreError: the disk refused.
        """
        safe = masked(text if shared is None else shared)
        said = {"subject": subject, "text": text, "run": run}
        said |= {} if safe == text else {"shared_text": safe}
        self._desk.add(Note.model_validate({**self._stamp(), **said}))

    def name_locally(self, names: Mapping[str, str]) -> None:
        """Save what the person wrote in the fields of their directory, where it is new.

        Args:
            names: texts by key of the field; an empty one clears it.

        Raises:
            StoreError: the disk refused.
        """
        record = self._desk.record
        known, said = record.local(), sorted(record.local_names, key=_moment)
        last = {each.field: each for each in said}
        facts = [
            LocalName.model_validate(
                {**self._stamp_after(last.get(field)), "field": field, "text": text}
            )
            for field, text in names.items()
            if known.get(field, "") != text
        ]
        self._desk.add(*facts)

    def _place(self, codes: Iterable[str], value: str) -> None:
        """Save one position on items or competencies of the framework."""
        framework, record = self._desk.course.framework, self._desk.record
        facts = []
        for code in codes:
            key = framework.key_of(code)
            stamp = self._stamp_after(record.positioning(key))
            said = {**stamp, "code": key, "value": value}
            facts.append(Positioning.model_validate(said))
        self._desk.add(*facts)

    def _stamp(self) -> dict[str, object]:
        """Return what every fact carries."""
        return {
            "id": new_id(self._chance),
            "course": self._desk.course.head.id,
            "at": self._desk.clock.now(),
        }

    def _stamp_after(
        self, earlier: Positioning | LocalName | None
    ) -> dict[str, object]:
        """Return what a fact carries that takes the place of an earlier one.

        The later one counts: where the clock has been set back since, it is dated just
        after the earlier one.
        """
        stamp = self._stamp()
        if earlier is not None and earlier.at > self._desk.clock.now():
            stamp["at"] = earlier.at + timedelta(microseconds=1)
        return stamp


def _moment(said: LocalName) -> datetime:
    """Return when something was said."""
    return said.at


def positionable(framework: Framework) -> frozenset[str]:
    """Return the codes one can have a position on: items and competencies."""
    return framework.codes | {each.code for each in framework.competence}
