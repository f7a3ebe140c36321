"""Facts about what one person did, as the store keeps them."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, Field

from tutor.domain.value import Value

SURE = 3
"""The highest certainty."""


class AnswerGiven(Value):
    """One answer; written once and never changed (rules, 1)."""

    id: str
    course: str
    question: str
    key_hash: str
    kind: str
    dossier: str | None = None
    step: int | None = None
    items: tuple[str, ...] = ()
    response: list[int] | str
    credit: float = Field(ge=0, le=1)
    self_marked: bool = False
    certainty: Literal[1, 2, 3] | None = None
    hints: int = Field(default=0, ge=0)
    at: AwareDatetime
    seconds: float = Field(ge=0)
    run: str

    @property
    def is_sure_and_wrong(self) -> bool:
        """Whether it was given with full certainty and earned nothing."""
        return self.certainty == SURE and self.credit == 0


class Positioning(Value):
    """Where a person places themself, dated.

    `value` is 1 to 5 on the supervision scale for an item, or N, I or C for a
    competency (rules, 21).
    """

    id: str
    course: str
    code: str
    value: str = Field(pattern="^([1-5]|[NIC])$")
    at: AwareDatetime


class Note(Value):
    """Free text of the person; it leaves only when named."""

    id: str
    course: str
    subject: str
    """The id of the block the note was written for."""
    text: str
    at: AwareDatetime


class SurveyAnswer(Value):
    """One answer to the survey; never scored, kept apart from everything that is."""

    id: str
    course: str
    question: str
    value: int = Field(ge=1)
    """The degree chosen, from 1."""
    run: str
    """One walk through the survey: the first is before, the last is after."""
    at: AwareDatetime


class LocalName(Value):
    """What a person wrote in a field of their directory; an empty text clears it."""

    id: str
    course: str
    field: str
    text: str
    at: AwareDatetime


class RunStarted(Value):
    """A walk through a lesson, dossier, bank, survey or review, so that it can resume."""

    id: str
    course: str
    target: str
    kind: Literal["lesson", "dossier", "quiz", "review", "question", "survey", "card"]
    seed: int
    shuffled: bool = True
    questions: tuple[str, ...] = ()
    """The questions drawn for this run, in order, where the target does not say."""
    path: str | None = None
    """The file, for a target outside the course."""
    at: AwareDatetime
    passed: tuple[str, ...] = ()
    """Blocks gone past without a stored answer: cards read, questions skipped."""
    hints: tuple[str, ...] = ()
    """Ids of questions, once for each hint already seen and not yet answered."""
    touched: AwareDatetime
    ended: bool = False


class Record(Value):
    """Everything the store knows of one course, in the order it was written."""

    answers: tuple[AnswerGiven, ...] = ()
    positionings: tuple[Positioning, ...] = ()
    notes: tuple[Note, ...] = ()
    runs: tuple[RunStarted, ...] = ()
    survey: tuple[SurveyAnswer, ...] = ()
    local_names: tuple[LocalName, ...] = ()

    def last_run(self) -> RunStarted | None:
        """Return the run touched last that has not ended, if any."""
        unfinished = [run for run in self.runs if not run.ended]
        return max(unfinished, key=_touched, default=None)

    def local(self) -> dict[str, str]:
        """Return what the person last wrote in each field of their directory."""
        ordered = sorted(self.local_names, key=lambda entry: entry.at)
        latest = {entry.field: entry.text for entry in ordered}
        return {field: text for field, text in latest.items() if text}

    def positioning(self, code: str) -> Positioning | None:
        """Return where the person last placed themself on a code, if ever."""
        found = [entry for entry in self.positionings if entry.code == code]
        return max(found, key=lambda entry: entry.at, default=None)


def _touched(run: RunStarted) -> datetime:
    """Return when a run was last moved."""
    return run.touched
