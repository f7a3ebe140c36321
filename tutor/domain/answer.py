"""Facts about what one person did, as the store keeps them."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from tutor.domain.moment import Moment
from tutor.domain.value import Value

SURE = 3
"""The highest certainty."""
LONGEST = 1e12
"""Seconds that an answer can have taken; a clock set right in the middle gives far less."""


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
    at: Moment
    seconds: float = Field(ge=0, le=LONGEST)
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
    at: Moment


class Note(Value):
    """Free text of the person; it leaves only when named."""

    id: str
    course: str
    subject: str
    """The id of the block the note was written for."""
    text: str
    """What the person chose to keep; their own words stay on the machine."""
    shared_text: str | None = None
    """Those words without what could identify somebody, where they held any of it."""
    run: str | None = None
    """For the message of a relais, the run it was written in."""
    at: Moment

    @property
    def shareable(self) -> str:
        """What may leave the machine."""
        return self.text if self.shared_text is None else self.shared_text


class SurveyAnswer(Value):
    """One answer to the survey; never scored, kept apart from everything that is."""

    id: str
    course: str
    question: str
    value: int = Field(ge=1)
    """The degree chosen, from 1."""
    run: str
    """One walk through the survey: the first is before, the last is after."""
    at: Moment


class LocalName(Value):
    """What a person wrote in a field of their directory; an empty text clears it."""

    id: str
    course: str
    field: str
    text: str
    at: Moment


class Bookmark(Value):
    """A place a person wants to find again; of two on one place the later one counts."""

    id: str
    course: str
    target: str
    """The lesson or bank it is in, or the path of a file outside the course."""
    key: str
    """The stop: the text that leads to what is asked, and what is asked."""
    at: Moment
    removed: bool = False


class Dispute(Value):
    """What a person finds wrong with a question they have answered."""

    id: str
    course: str
    question: str
    key_hash: str
    answer: str
    """The id of the answer it was corrected on."""
    text: str
    at: Moment


RunKind = Literal[
    "lesson", "dossier", "quiz", "review", "training", "question", "survey", "card"
]
"""What a run walks through; a card is a directory or the follow-up of an action."""


class RunStarted(Value):
    """A walk through a lesson, dossier, bank, survey or review, so that it can resume."""

    id: str
    course: str
    target: str
    kind: RunKind
    seed: int
    shuffled: bool = True
    questions: tuple[str, ...] = ()
    """The questions drawn for this run, in order, where the target does not say."""
    path: str | None = None
    """The file, for a target outside the course."""
    at: Moment
    passed: tuple[str, ...] = ()
    """Blocks gone past without a stored answer: cards read, questions skipped."""
    hints: tuple[str, ...] = ()
    """Ids of questions, once for each hint already seen and not yet answered."""
    drafts: tuple[tuple[str, str], ...] = ()
    """Messages begun and not sent: the id of the relais, then its words so far."""
    touched: Moment
    ended: bool = False


class Record(Value):
    """Everything the store knows of one course, in the order it was written."""

    answers: tuple[AnswerGiven, ...] = ()
    positionings: tuple[Positioning, ...] = ()
    notes: tuple[Note, ...] = ()
    runs: tuple[RunStarted, ...] = ()
    survey: tuple[SurveyAnswer, ...] = ()
    local_names: tuple[LocalName, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    def last_run(self, now: datetime | None = None) -> RunStarted | None:
        """Return the run touched last that has not ended, if any.

        Args:
            now: where the clock was set back, what was touched later than this comes
                after all the rest.
        """
        unfinished = [run for run in self.open_runs() if not run.ended]
        past = [run for run in unfinished if now is None or run.touched <= now]
        return max(past or unfinished, key=_touched, default=None)

    def open_runs(self) -> tuple[RunStarted, ...]:
        """Return the runs that can be gone on with: of the reviews, the last begun."""
        reviews = [run for run in self.runs if run.kind == "review"]
        return tuple(r for r in self.runs if r.kind != "review" or r is reviews[-1])

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
