"""What a group session is about: a few questions, in order, with the time each takes."""

from typing import Literal

from pydantic import AwareDatetime

from tutor.domain.figures import Estimate, Hidden, Place
from tutor.domain.value import Value

Reason = Literal["divides", "sure"]
"""Why a question is worth a talk: two camps, or people sure of what is wrong."""


class Said(Value):
    """One option of a question, and what share of the group took it."""

    letter: str
    """In the order of the course file, from a."""
    text: str
    is_right: bool
    chosen: Estimate | Hidden


class Talk(Value):
    """A question to come back to."""

    question: str
    place: Place
    lesson: str
    """The title of the lesson or bank it is in."""
    story: str = ""
    """What one has read when it comes; empty where it stands alone."""
    stem: str
    kind: str
    reasons: tuple[Reason, ...]
    people: int
    """Who answered it."""
    credit: Estimate | Hidden
    sure_wrong: Estimate | Hidden | None
    """Share of those who were sure and earned nothing; None where nobody was asked."""
    options: tuple[Said, ...] = ()
    """None for a question without options."""
    explanation: str = ""
    """What the course says of it."""
    start: int
    """When it begins, in minutes from the beginning."""
    minutes: int


class Debrief(Value):
    """A session: its questions in order, and the minutes at both ends."""

    made_at: AwareDatetime
    course: str
    title: str
    people: int
    """Whose bundles were read."""
    least_group: int
    minutes: int
    """How long it lasts in all."""
    opening: int
    """Minutes before the first question."""
    closing: int
    """Minutes after the last."""
    talks: tuple[Talk, ...]
    """None where no question divides or misleads enough people."""
