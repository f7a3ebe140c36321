"""What an intern hands over: one JSON file that says all it holds, and nothing else.

Contract: `{"schema": "cpts-tutor/bundle/1", "learner", "promotion", "course", "consent",
"answers", "positionings", "notes"}`; rule 30 adds the ids, the moment, the survey and
the digest.
"""

from typing import Annotated, Literal

from pydantic import FailFast, Field

from tutor.domain.moment import Moment
from tutor.domain.value import Value

SCHEMA = "cpts-tutor/bundle/1"
"""The name of the present form; its last part is the version."""
FAMILY = "cpts-tutor/bundle/"
"""What the name of every version begins with."""

First = FailFast()
"""Of a list, the first fault is enough: a hostile file would make millions of them."""
MOST_POSITIONS = 100
"""Positions of one response; the longest list of options is far shorter."""

Part = Literal["answers", "lessons", "positionings", "survey", "notes", "disputes"]
"""A kind of thing an intern may leave out."""


class HandedCourse(Value):
    """Which course the answers were given to."""

    id: str
    version: str
    hash: str
    """SHA-256 over the sorted relative paths of the course's files and what is in them."""


class Consent(Value):
    """What the intern agreed to, in so many words."""

    at: Moment
    parts: Annotated[tuple[Part, ...], First]
    """What they chose to hand over."""
    items: Annotated[tuple[str, ...], First] = ()
    """The only items handed over; empty where all are."""
    statement: str
    """The sentence they agreed to."""


class HandedAnswer(Value):
    """One answer, as the store keeps it; words typed are masked or left out."""

    id: str
    question: str
    key_hash: str
    kind: str
    dossier: str | None = None
    step: int | None = None
    items: Annotated[tuple[str, ...], First] = ()
    response: Annotated[list[int], Field(max_length=MOST_POSITIONS)] | str | None = None
    """Source positions from 0, masked words, or null where the words were left out."""
    credit: float = Field(ge=0, le=1)
    self_marked: bool = False
    certainty: Literal[1, 2, 3] | None = None
    hints: int = Field(default=0, ge=0)
    at: Moment
    seconds: float = Field(ge=0)
    run: str


class HandedLesson(Value):
    """How far a lesson is."""

    id: str
    state: Literal["new", "started", "done"]


class HandedPositioning(Value):
    """Where the intern placed themself: 1 to 5 on an item, N, I or C on a competency."""

    code: str
    value: str = Field(pattern="^([1-5]|[NIC])$")
    at: Moment


class HandedSurvey(Value):
    """One answer to the survey."""

    question: str
    value: int = Field(ge=1)
    run: str
    at: Moment


class HandedWords(Value):
    """Masked words: a note on a block, or what seems wrong with a question."""

    subject: str
    text: str
    at: Moment


class Bundle(Value):
    """Everything one intern hands over of one course."""

    form: str = Field(alias="schema", default=SCHEMA)
    bundle_id: str = Field(min_length=1)
    learner_id: str = Field(min_length=1)
    """Random, made once on the intern's machine: one person stays one across years."""
    learner: str
    """The pseudonym they chose."""
    promotion: str = ""
    """The year they entered the DES, as they wrote it; empty where they said none."""
    semester: int | None = Field(default=None, ge=1, le=12)
    exported_at: Moment
    course: HandedCourse
    consent: Consent
    answers: Annotated[tuple[HandedAnswer, ...], First] = ()
    lessons: Annotated[tuple[HandedLesson, ...], First] = ()
    positionings: Annotated[tuple[HandedPositioning, ...], First] = ()
    survey: Annotated[tuple[HandedSurvey, ...], First] = ()
    notes: Annotated[tuple[HandedWords, ...], First] = ()
    disputes: Annotated[tuple[HandedWords, ...], First] = ()
    digest: str = ""
    """SHA-256 of the sorted compact JSON without this field, in hexadecimal."""
